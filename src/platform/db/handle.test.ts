// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, expectTypeOf, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../tests/harness/database.ts';
import { type Db, isTx, type ReadView, read, type Tx, write } from './handle.ts';
import { transaction } from './transaction.ts';

interface Slice {
  'platform.worker_heartbeat': { id: string; at: Date };
}

let fresh: FreshDatabase;
let db: Db;
beforeAll(async () => {
  fresh = await freshDatabase();
  db = fresh.database.db;
});
afterAll(() => fresh.drop());

describe('a slice', () => {
  it('names its tables with their schema and reads them, also through with', async () => {
    const rows = await read<Slice>(db)
      .with('late', (q) => q.selectFrom('platform.worker_heartbeat').select('id'))
      .selectFrom('late')
      .select(({ fn }) => fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow();
    expect(rows).toEqual({ n: 0 });
  });

  it('offers no writing without a transaction, to the compiler and when running', () => {
    expectTypeOf<Tx>().toExtend<Db>();
    expectTypeOf<Db>().not.toExtend<Tx>();
    expectTypeOf<ReadView<Slice>>().not.toHaveProperty('insertInto');
    const notATx: unknown = db;
    expect(() => write<Slice>(notATx as Tx)).toThrow('not a transaction');
  });
});

describe('a handle', () => {
  it('shows nothing of what stands behind it', async () => {
    expect(Reflect.ownKeys(db)).toEqual([]);
    await transaction(db, async (tx) => {
      expect([Reflect.ownKeys(tx), isTx(tx), isTx(db)]).toEqual([[], true, false]);
    });
  });

  it('cannot be made up', () => {
    const forged: unknown = {};
    expect(() => read<Slice>(forged as Tx)).toThrow('not a database handle');
  });
});
