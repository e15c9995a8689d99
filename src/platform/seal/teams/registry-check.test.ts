// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { transaction } from '#platform/db';
import { type FreshDatabase, freshDatabase } from '../../../../tests/harness/database.ts';
import { makeKeyPair } from '../crypto/x25519.ts';
import { confirmRecovery } from '../recovery/recovery-store.ts';
import { writing } from '../tables.ts';
import { begin, type Installation, NOW } from '../testing/installation.ts';
import { halvesOf } from '../testing/papers.ts';
import { checkRegistry, intakeState } from './registry-check.ts';

let fresh: FreshDatabase;
let at: Installation;

beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.drop());
beforeEach(async () => {
  at = await begin(fresh);
});

describe('the intake', () => {
  const confirm = () =>
    transaction(at.db, (tx) => confirmRecovery(tx, at.keyring, { halves: halvesOf(at.recovery), now: NOW }));

  it('opens once desk, custody and both papers are there', async () => {
    expect(await intakeState(at.db, at.keyring)).toEqual({ open: false, code: 'seal.no-recovery' });
    await confirm();
    expect(await intakeState(at.db, at.keyring)).toEqual({ open: true });
    expect(await checkRegistry(at.db, at.keyring)).toBe(0);
    await transaction(at.db, (tx) =>
      writing(tx)
        .updateTable('platform.team')
        .set({ state: 'draining' })
        .where('slug', '=', 'custody')
        .execute(),
    );
    expect(await intakeState(at.db, at.keyring)).toEqual({ open: false, code: 'seal.no-team' });
  });

  it.each(['platform.team', 'platform.recovery'] as const)(
    'closes before the form is shown when a key in %s was exchanged [N13]',
    async (table) => {
      await confirm();
      const pub = Buffer.from(makeKeyPair().pub);
      await transaction(at.db, (tx) => writing(tx).updateTable(table).set({ pub }).execute());
      expect(await intakeState(at.db, at.keyring)).toEqual({ open: false, code: 'seal.registry' });
      expect(at.keyring.intake.alarm?.code).toBe('seal.registry');
      expect(await checkRegistry(at.db, at.keyring)).toBe(table === 'platform.team' ? 2 : 1);
    },
  );

  it("is closed by a check that finds one person's key exchanged [N14]", async () => {
    const pub = Buffer.from(makeKeyPair().pub);
    await transaction(at.db, (tx) =>
      writing(tx).updateTable('platform.person').set({ pub }).where('id', '=', at.operator.id).execute(),
    );
    expect(await checkRegistry(at.db, at.keyring)).toBe(1);
    expect(await intakeState(at.db, at.keyring)).toEqual({ open: false, code: 'seal.registry' });
  });
});
