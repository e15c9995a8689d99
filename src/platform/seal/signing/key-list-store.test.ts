// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { transaction } from '#platform/db';
import { type FreshDatabase, freshDatabase } from '../../../../tests/harness/database.ts';
import { Keyring, newContents } from '../keyring/keyring.ts';
import { confirmRecovery, recoveryRecords } from '../recovery/recovery-store.ts';
import { writing } from '../tables.ts';
import { begin, type Installation, NOW } from '../testing/installation.ts';
import { halvesOf } from '../testing/papers.ts';
import { listedSignatureHolds, readKeyList } from './key-list.ts';
import { presentKeyList, publishedKeyList, vouchedUntil } from './key-list-store.ts';
import { signPayload } from './signature.ts';

const BYTES = Buffer.from('a snapshot');
let fresh: FreshDatabase;
let at: Installation;

beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.drop());
beforeEach(async () => {
  at = await begin(fresh);
});

const rehearse = (now = NOW) =>
  transaction(at.db, (tx) => confirmRecovery(tx, at.keyring, { halves: halvesOf(at.recovery), now }));
const root = async () => (await recoveryRecords(at.db, at.keyring))[0]?.root_pub ?? Buffer.alloc(32);
const published = async () => {
  const list = await publishedKeyList(at.db);
  if (list === null) throw new Error('nothing is published');
  return list;
};

describe('the list of signing keys', () => {
  it('is signed by both halves, and vouches for what this installation signs', async () => {
    expect(await publishedKeyList(at.db)).toBeNull();
    await rehearse();
    const list = readKeyList(await published(), await root());
    expect(list).toMatchObject({ serial: 1, instance: 'rowan.example' });
    const signature = signPayload({ type: 'snapshot', key: at.keyring.signer }, BYTES);
    const on = (day: string) => listedSignatureHolds(signature, { list, type: 'snapshot', on: day }, BYTES);
    expect([on('2026-11-20'), on('2026-11-21'), on('2027-12-26'), on('2027-12-27')]).toEqual([
      false,
      true,
      true,
      false,
    ]);
    const stranger = new Keyring(newContents('rowan.example', '2026-11-21')).signer;
    const forged = signPayload({ type: 'snapshot', key: stranger }, BYTES);
    const against = { list, type: 'snapshot' as const, on: '2026-11-21' };
    expect(listedSignatureHolds(forged, against, BYTES)).toBe(false);
  });

  it('N47 is renewed at each rehearsal, and a guard refuses to go back', async () => {
    await rehearse();
    const first = await published();
    const later = new Date('2027-05-20T12:00:00Z');
    await rehearse(later);
    const list = readKeyList(await published(), await root(), 1);
    expect(list.serial).toBe(2);
    expect(list.keys).toMatchObject([{ from: '2026-11-21', until: '2028-06-23' }]);
    expect(vouchedUntil(list, at.keyring)).toBe('2028-06-23');
    const pinned = await root();
    expect(() => readKeyList(first, pinned, 2)).toThrow('seal.key-list');
  });

  it('keeps a key that signed before for what it signed, and no longer', async () => {
    await rehearse();
    const old = at.keyring.signer;
    const { signers, signer } = new Keyring(newContents('rowan.example', '2026-11-21'));
    const { mac, instance, intake } = at.keyring;
    const next = { mac, instance, intake, signers, signer } as unknown as Keyring;
    const later = new Date('2027-05-20T12:00:00Z');
    await transaction(at.db, (tx) =>
      confirmRecovery(tx, next, { halves: halvesOf(at.recovery), now: later }),
    );
    const list = readKeyList(await published(), await root());
    expect(list.keys).toMatchObject([
      { kid: old.kid, until: '2027-05-20' },
      { kid: next.signer.kid, from: '2027-05-20' },
    ]);
  });

  it('is known for a forgery when somebody wrote a key into it', async () => {
    await rehearse();
    await transaction(at.db, (tx) =>
      writing(tx).updateTable('platform.key_list').set({ payload: '{"v":1}' }).execute(),
    );
    expect(await presentKeyList(at.db, at.keyring)).toEqual({ serial: 1, list: null });
    await rehearse();
    expect((await presentKeyList(at.db, at.keyring))?.list?.serial).toBe(2);
  });
});
