// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import { type Db, transaction } from '#platform/db';
import { type FreshDatabase, freshDatabase } from '../../../../tests/harness/database.ts';
import { utf8 } from '../crypto/bytes.ts';
import type { Secret } from '../crypto/secret.ts';
import { Keyring, newContents } from '../keyring/keyring.ts';
import { makePersonKey } from '../login/person-key.ts';
import { type Keys, openKeys } from '../objects/keys.ts';
import type { ObjectKind } from '../objects/kinds.ts';
import { openObject } from '../objects/open-object.ts';
import { asRequest } from '../objects/request.ts';
import { type NewObject, sealObject } from '../objects/seal-object.ts';
import { findReceipt, newReceipt, openReceipt, type ReceiptColumns } from '../receipts/receipt.ts';
import { makeRecovery, type PrintedRecovery } from '../recovery/recovery-store.ts';
import { writing } from '../tables.ts';
import { createTeam } from '../teams/create-team.ts';

// For tests only: an installation with an operator, a supervisor who is custodian too, and two papers.

export const NOW = new Date('2026-11-21T12:00:00Z');

const TABLES = [
  'platform.object',
  'platform.team',
  'platform.person',
  'platform.key_list',
  'platform.recovery',
  'platform.machine_box',
] as const;

export type TestPerson = { id: string; priv: Secret };

export type TestReceipt = ReceiptColumns & { id: string; priv: Secret };

export type Installation = {
  fresh: FreshDatabase;
  db: Db;
  keyring: Keyring;
  recovery: PrintedRecovery;
  operator: TestPerson;
  supervisor: TestPerson;
};

export async function install(): Promise<Installation> {
  return begin(await freshDatabase());
}

/** A new installation with other keys in the same database, for the next test: what was there is deleted. */
export async function begin(fresh: FreshDatabase): Promise<Installation> {
  const { db } = fresh.database;
  await transaction(db, async (tx) => {
    for (const table of TABLES) await writing(tx).deleteFrom(table).execute();
  });
  const keyring = new Keyring(newContents('rowan.example', '2026-11-21'));
  const recovery = await transaction(db, (tx) => makeRecovery(tx, keyring, NOW));
  const operator = await addPerson(db, keyring);
  const supervisor = await addPerson(db, keyring);
  await transaction(db, async (tx) => {
    const lead = { person: supervisor.id, canGrant: true };
    await createTeam(tx, keyring, {
      name: 'desk',
      members: [lead, { person: operator.id, canGrant: false }],
      now: NOW,
    });
    await createTeam(tx, keyring, { name: 'custody', members: [lead], now: NOW });
  });
  return { fresh, db, keyring, recovery, operator, supervisor };
}

export async function addPerson(db: Db, keyring: Keyring): Promise<TestPerson> {
  const id = randomUUID();
  const { priv, pub, pub_mac } = makePersonKey(keyring, id);
  const row = { id, alias: `somebody ${id}`, pub, pub_mac, state: 'active' as const };
  await transaction(db, (tx) => writing(tx).insertInto('platform.person').values(row).execute());
  return { id, priv };
}

export async function addReceipt(keyring: Keyring, code: string): Promise<TestReceipt> {
  const id = randomUUID();
  const columns = await newReceipt(keyring, { id, code, kdfId: 0 });
  const [candidate] = await findReceipt(keyring, code, 0);
  if (candidate === undefined) throw new Error('a keyring has a pepper');
  return { ...columns, id, priv: openReceipt({ id, wrapped: columns.wrapped }, candidate) };
}

/** One request of a signed-in person. */
export function asPerson<T>(
  db: Db,
  person: TestPerson & { now?: Date },
  work: (keys: Keys) => Promise<T>,
): Promise<T> {
  return asRequest(async () => {
    const from = { kind: 'person' as const, id: person.id, key: person.priv, now: person.now ?? NOW };
    using keys = await openKeys(db, from);
    return await work(keys);
  });
}

/** One request of a reporter who gave their code. */
export function asReporter<T>(db: Db, receipt: TestReceipt, work: (keys: Keys) => Promise<T>): Promise<T> {
  return asRequest(async () => {
    using keys = await openKeys(db, { kind: 'receipt', id: receipt.id, key: receipt.priv, now: NOW });
    return await work(keys);
  });
}

/** Seals words in a transaction of their own. */
export function put(at: Installation, kind: ObjectKind, more?: Partial<NewObject>): Promise<string> {
  const team = kind === 'report.contact' ? ('custody' as const) : ('desk' as const);
  const object = { kind, plain: utf8('Somebody asks me for pictures.'), to: { team }, ...more };
  return transaction(at.db, (tx) => sealObject(tx, at.keyring, object));
}

/** The words of an object, as a person or reporter reads them. */
export async function words(at: Installation, keys: Keys, id: string): Promise<string> {
  return (await openObject(at.db, keys, id)).plain.toString('utf8');
}
