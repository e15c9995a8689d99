// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { transaction } from '#platform/db';
import { asPerson, type Installation, install, NOW, put, words } from '../testing/installation.ts';
import { endLeases, grantLease, sweepLeases } from './lease.ts';

const WORDS = 'Somebody asks me for pictures.';
let at: Installation;

beforeAll(async () => {
  at = await install();
});
afterAll(() => at.fresh.drop());

describe('a contact', () => {
  it('is sealed to custody only, and an operator does not open it [N05]', async () => {
    const id = await put(at, 'report.contact');
    expect(await asPerson(at.db, at.supervisor, (keys) => words(at, keys, id))).toBe(WORDS);
    const reading = asPerson(at.db, at.operator, (keys) => words(at, keys, id));
    await expect(reading).rejects.toMatchObject({ kind: 'not-allowed', code: 'seal.no-key' });
    await expect(put(at, 'report.contact', { to: { team: 'desk' } })).rejects.toThrow('seal.recipient');
    await expect(put(at, 'report.story', { to: { team: 'custody' } })).rejects.toThrow('seal.recipient');
  });

  const lease = (object: string, until: Date) =>
    asPerson(at.db, at.supervisor, (keys) =>
      transaction(at.db, (tx) => grantLease(tx, at.keyring, { keys, object, person: at.operator.id, until })),
    );
  const hours = (n: number) => new Date(NOW.getTime() + n * 3_600_000);

  it('opens for an operator while a lease lasts, and not a moment longer [N06]', async () => {
    const id = await put(at, 'report.contact');
    await lease(id, hours(2));
    const read = (now: Date) => asPerson(at.db, { ...at.operator, now }, (keys) => words(at, keys, id));
    expect(await read(hours(1.99))).toBe(WORDS);
    await expect(read(hours(2))).rejects.toThrow('seal.no-key');
    expect(await transaction(at.db, (tx) => sweepLeases(tx, hours(1)))).toBe(0);
    expect(await transaction(at.db, (tx) => sweepLeases(tx, hours(2)))).toBe(1);
    await expect(read(hours(1))).rejects.toThrow('seal.no-key');
  });

  it('is leased for 24 hours at most, by somebody who holds the team key', async () => {
    const id = await put(at, 'report.contact');
    for (const until of [hours(24.01), NOW, hours(-1)]) {
      await expect(lease(id, until)).rejects.toThrow('seal.lease-length');
    }
    await lease(id, hours(24));
    const lend = asPerson(at.db, at.operator, (keys) =>
      transaction(at.db, (tx) =>
        grantLease(tx, at.keyring, { keys, object: id, person: at.supervisor.id, until: hours(1) }),
      ),
    );
    await expect(lend).rejects.toThrow('seal.no-key');
    await transaction(at.db, (tx) => endLeases(tx, { person: at.operator.id, object: id }));
    await expect(asPerson(at.db, at.operator, (keys) => words(at, keys, id))).rejects.toThrow('seal.no-key');
  });
});
