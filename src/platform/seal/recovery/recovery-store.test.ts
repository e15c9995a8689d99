// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { transaction } from '#platform/db';
import { type FreshDatabase, freshDatabase } from '../../../../tests/harness/database.ts';
import { makeKeyPair } from '../crypto/x25519.ts';
import { writing } from '../tables.ts';
import { addPerson, asPerson, begin, type Installation, NOW, put, words } from '../testing/installation.ts';
import { halvesOf } from '../testing/papers.ts';
import {
  confirmRecovery,
  grantToRecovery,
  makeRecovery,
  type PrintedRecovery,
  recoverTeams,
  recoveryRecords,
} from './recovery-store.ts';

const WORDS = 'Somebody asks me for pictures.';
let fresh: FreshDatabase;
let at: Installation;

beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.drop());
beforeEach(async () => {
  at = await begin(fresh);
});

const confirm = (printed: PrintedRecovery, now = NOW) =>
  transaction(at.db, (tx) => confirmRecovery(tx, at.keyring, { halves: halvesOf(printed), now }));
const stateList = async () => (await recoveryRecords(at.db, at.keyring)).map(({ n, state }) => [n, state]);
const next = () => transaction(at.db, (tx) => makeRecovery(tx, at.keyring, NOW));

describe('the recovery key', () => {
  it('counts once both halves were typed back, and the rehearsal is dated', async () => {
    expect(await stateList()).toEqual([[1, 'printed']]);
    await confirm(at.recovery);
    const later = new Date('2027-05-20T12:00:00Z');
    await confirm(at.recovery, later);
    const [record] = await recoveryRecords(at.db, at.keyring);
    expect(record).toMatchObject({ n: 1, state: 'active', made_at: NOW, rehearsed_at: later });
  });

  it('is not confirmed by the same half twice', async () => {
    const [a] = halvesOf(at.recovery);
    const twice = transaction(at.db, (tx) => confirmRecovery(tx, at.keyring, { halves: [a, a], now: NOW }));
    await expect(twice).rejects.toThrow('seal.recovery-halves');
  });

  it('is not confirmed by halves of another key with the same number [N52]', async () => {
    const typed = halvesOf(at.recovery);
    at = await begin(fresh);
    const confirming = transaction(at.db, (tx) =>
      confirmRecovery(tx, at.keyring, { halves: typed, now: NOW }),
    );
    await expect(confirming).rejects.toThrow('seal.recovery-halves');
    const [a] = halvesOf(at.recovery);
    const [, b] = typed;
    const mixed = transaction(at.db, (tx) => confirmRecovery(tx, at.keyring, { halves: [a, b], now: NOW }));
    await expect(mixed).rejects.toThrow('seal.recovery-halves');
    expect(await stateList()).toEqual([[1, 'printed']]);
  });

  it('takes over from the one before when its own halves come back', async () => {
    await confirm(at.recovery);
    const second = await next();
    expect(await stateList()).toEqual([
      [1, 'active'],
      [2, 'printed'],
    ]);
    const sealed = await asPerson(at.db, at.supervisor, (keys) =>
      transaction(at.db, (tx) => grantToRecovery(tx, at.keyring, keys)),
    );
    expect(sealed).toBe(2);
    await confirm(second);
    expect(await stateList()).toEqual([
      [1, 'spent'],
      [2, 'active'],
    ]);
    await expect(confirm(at.recovery)).rejects.toThrow('seal.recovery-halves');
    const rescuer = await addPerson(at.db, at.keyring);
    const use = { halves: halvesOf(second), person: rescuer.id };
    expect(await transaction(at.db, (tx) => recoverTeams(tx, at.keyring, use))).toBe(2);
  });

  it('does not show records whose public key was exchanged', async () => {
    const root_pub = Buffer.from(makeKeyPair().pub);
    await transaction(at.db, (tx) =>
      writing(tx).updateTable('platform.recovery').set({ root_pub }).execute(),
    );
    await expect(recoveryRecords(at.db, at.keyring)).rejects.toThrow('seal.registry');
  });
});

describe('the emergency', () => {
  it('gives one person every team key, who can grant on, and spends the papers', async () => {
    const [story, contact] = [await put(at, 'report.story'), await put(at, 'report.contact')];
    const rescuer = await addPerson(at.db, at.keyring);
    const use = { halves: halvesOf(at.recovery), person: rescuer.id };
    expect(await transaction(at.db, (tx) => recoverTeams(tx, at.keyring, use))).toBe(2);
    await asPerson(at.db, rescuer, async (keys) => {
      expect(await words(at, keys, story)).toBe(WORDS);
      expect(await words(at, keys, contact)).toBe(WORDS);
    });
    expect(await stateList()).toEqual([[1, 'spent']]);
    const again = transaction(at.db, (tx) =>
      recoverTeams(tx, at.keyring, { ...use, halves: halvesOf(at.recovery) }),
    );
    await expect(again).rejects.toThrow('seal.recovery-halves');
  });

  it('seals every team key to the next recovery key, when that was made before', async () => {
    const story = await put(at, 'report.story');
    const second = await transaction(at.db, async (tx) => {
      const made = await makeRecovery(tx, at.keyring, NOW);
      const rescuer = await addPerson(at.db, at.keyring);
      await recoverTeams(tx, at.keyring, { halves: halvesOf(at.recovery), person: rescuer.id });
      return made;
    });
    const later = await addPerson(at.db, at.keyring);
    const use = { halves: halvesOf(second), person: later.id };
    expect(await transaction(at.db, (tx) => recoverTeams(tx, at.keyring, use))).toBe(2);
    expect(await asPerson(at.db, later, (keys) => words(at, keys, story))).toBe(WORDS);
  });

  it('gives nothing to somebody whose public key was exchanged [N14]', async () => {
    const rescuer = await addPerson(at.db, at.keyring);
    const pub = Buffer.from(makeKeyPair().pub);
    await transaction(at.db, (tx) =>
      writing(tx).updateTable('platform.person').set({ pub }).where('id', '=', rescuer.id).execute(),
    );
    const use = { halves: halvesOf(at.recovery), person: rescuer.id };
    await expect(transaction(at.db, (tx) => recoverTeams(tx, at.keyring, use))).rejects.toThrow(
      'seal.registry',
    );
  });
});
