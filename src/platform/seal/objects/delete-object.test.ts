// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { transaction } from '#platform/db';
import { writing } from '../tables.ts';
import { type Installation, install, put } from '../testing/installation.ts';
import { deleteObjects, holdObjects, keepObjectsUntil } from './delete-object.ts';

let at: Installation;

beforeAll(async () => {
  at = await install();
});
afterAll(() => at.fresh.drop());

describe('deletion', () => {
  it('takes the object with all its seals, and never what is held [N49]', async () => {
    const [one, held] = [await put(at, 'note', { deleteAfter: '2027-11-21' }), await put(at, 'note')];
    await transaction(at.db, (tx) => holdObjects(tx, [held], true));
    const both = transaction(at.db, (tx) => deleteObjects(tx, [one, held]));
    await expect(both).rejects.toMatchObject({ kind: 'conflict', code: 'seal.held' });
    expect(await transaction(at.db, (tx) => deleteObjects(tx, [one]))).toBe(1);
    const seals = await transaction(at.db, (tx) =>
      writing(tx).selectFrom('platform.seal').select('object_id').where('object_id', '=', one).execute(),
    );
    expect(seals).toEqual([]);
    await transaction(at.db, (tx) => holdObjects(tx, [held], false));
    expect(await transaction(at.db, (tx) => deleteObjects(tx, [held, one]))).toBe(1);
    expect(await transaction(at.db, (tx) => deleteObjects(tx, []))).toBe(0);
  });

  it('is put off by another day', async () => {
    const id = await put(at, 'note', { deleteAfter: '2027-11-21' });
    await transaction(at.db, (tx) => keepObjectsUntil(tx, [id], '2028-01-01'));
    const row = await transaction(at.db, (tx) =>
      writing(tx)
        .selectFrom('platform.object')
        .select('delete_after')
        .where('id', '=', id)
        .executeTakeFirst(),
    );
    expect(row?.delete_after).toBe('2028-01-01');
  });
});
