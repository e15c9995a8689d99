// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../tests/harness/database.ts';
import { type Db, isTx, read, type Tx, write } from './handle.ts';
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

  it('holds no table of another room', () => {
    // @ts-expect-error the compiler knows no such table in this slice
    expect(read<Slice>(db).selectFrom('platform.person').selectAll().compile().sql).toContain('person');
  });

  it('cannot be written without a transaction', async () => {
    // @ts-expect-error a Db is not a Tx
    expect(() => write<Slice>(db)).toThrow('not a transaction');
    // @ts-expect-error reading offers no insert
    expect(() => read<Slice>(db).insertInto('platform.worker_heartbeat').values({})).toBeDefined();
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
