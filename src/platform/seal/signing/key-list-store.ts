// SPDX-License-Identifier: EUPL-1.2
import type { Db, Tx } from '#platform/db';
import { SealError } from '../errors.ts';
import type { Keyring } from '../keyring/keyring.ts';
import { reading, writing } from '../tables.ts';
import { requireMark } from '../teams/checked-keys.ts';
import { type KeyList, keyListEntry, readKeyList, type SignedText, signKeyList } from './key-list.ts';
import type { SigningKey } from './signing-key.ts';

// The root lies on paper, so a list is signed whenever both halves are typed: the first time, and at each
// rehearsal. It holds longer than the 200 days after which the health page asks for the next rehearsal.

const DAY = 86_400_000;
const DAYS = 400;
const TYPES = ['snapshot', 'delta', 'audit.checkpoint', 'export', 'receipt'] as const;

/** Signs and stores the next list: the keys of the keyring from now on, and those before them until today. */
export async function renewKeyList(
  tx: Tx,
  keyring: Keyring,
  by: { root: SigningKey; n: number; now: Date },
): Promise<KeyList> {
  const last = await presentKeyList(tx, keyring);
  const before = last?.list?.keys ?? [];
  const today = dayOf(by.now);
  const until = dayOf(new Date(by.now.getTime() + DAYS * DAY));
  const present = keyring.signers.map((key) => {
    const from = before.find(({ kid }) => kid === key.kid)?.from ?? today;
    return keyListEntry(key, { types: [...TYPES], from, until });
  });
  const gone = before
    .filter(({ kid }) => !present.some((key) => key.kid === kid))
    .map((key) => ({ ...key, until: earlier(key.until, today) }));
  const list: KeyList = {
    v: 1,
    type: 'keys',
    instance: keyring.instance,
    issued: by.now.toISOString(),
    serial: (last?.serial ?? 0) + 1,
    keys: [...gone, ...present],
  };
  const { payload, signature } = signKeyList(by.root, list);
  await writing(tx)
    .insertInto('platform.key_list')
    .values({ serial: list.serial, n: by.n, payload, signature: JSON.stringify(signature) })
    .execute();
  return list;
}

/** The newest list as it is published; null before the papers were typed back. */
export async function publishedKeyList(db: Db): Promise<SignedText | null> {
  const row = await newest(db);
  return row === undefined ? null : { payload: row.payload, signature: JSON.parse(row.signature) };
}

/** The newest list, `list` null where our root did not sign it: then somebody else wrote it there. */
export async function presentKeyList(
  db: Db,
  keyring: Keyring,
): Promise<{ serial: number; list: KeyList | null } | null> {
  const row = await newest(db);
  if (row === undefined) return null;
  const id = `${row.n}/root`;
  requireMark(keyring, { kind: 'recovery', id, pub: row.root_pub }, row.root_mac);
  try {
    const signed = { payload: row.payload, signature: JSON.parse(row.signature) };
    return { serial: row.serial, list: readKeyList(signed, row.root_pub) };
  } catch (error) {
    if (error instanceof SealError || error instanceof SyntaxError) return { serial: row.serial, list: null };
    throw error;
  }
}

/** The last day on which the present list vouches for the key that signs now, or null for no such day. */
export function vouchedUntil(list: KeyList, keyring: Keyring): string | null {
  return list.keys.find(({ kid }) => kid === keyring.signer.kid)?.until ?? null;
}

async function newest(db: Db) {
  return reading(db)
    .selectFrom('platform.key_list as list')
    .innerJoin('platform.recovery as root', 'root.n', 'list.n')
    .select(['list.serial', 'list.n', 'list.payload', 'list.signature', 'root.root_pub', 'root.root_mac'])
    .orderBy('list.serial', 'desc')
    .limit(1)
    .executeTakeFirst();
}

const earlier = (...days: string[]): string => days.sort()[0] ?? '';
const dayOf = (at: Date): string => at.toISOString().slice(0, 10);
