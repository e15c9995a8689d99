// SPDX-License-Identifier: EUPL-1.2
import { inspect } from 'node:util';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../tests/harness/database.ts';
import { DatabaseFailure, databaseErrorFields, isUnavailable } from './failure.ts';
import { read, type Tx, write } from './handle.ts';
import { transaction } from './transaction.ts';

const CANARY = 'canary-kanārijputniņš-7731';
let fresh: FreshDatabase;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.drop());

interface Slice {
  'platform.worker_heartbeat': { id: string; at: Date };
}

async function caught(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => undefined,
    (error: unknown) => error,
  );
}

function twice(tx: Tx): Promise<unknown> {
  const row = { id: CANARY, at: new Date(0) };
  return write<Slice>(tx).insertInto('platform.worker_heartbeat').values([row, row]).execute();
}

describe('an error of the database', () => {
  it('says code, constraint and table, and nothing that was typed', async () => {
    const error = await caught(transaction(fresh.database.db, twice));
    expect(error).toBeInstanceOf(DatabaseFailure);
    expect(databaseErrorFields(error)).toEqual({
      pgcode: '23505',
      pgconstraint: 'worker_heartbeat_pkey',
      table: 'worker_heartbeat',
    });
    expect(inspect(error, { depth: 9, showHidden: true })).not.toContain(CANARY);
  });

  it.each([
    ['a value of the wrong kind', sql`select ${CANARY}::uuid`],
    ['a number that is none', sql`select ${CANARY}::int`],
    ['broken json', sql`select ${CANARY}::json`],
    ['an error raised by a function', sql`select audit.append(${`"${CANARY}"`})`],
  ])('does not quote %s', async (_name, query) => {
    const error = await caught(query.execute(read(fresh.database.db)));
    expect(error).toBeInstanceOf(DatabaseFailure);
    expect(inspect(error, { depth: 9, showHidden: true })).not.toContain(CANARY);
  });

  it('keeps the message about names and syntax, which a developer needs', async () => {
    const error = await caught(sql`select nothing from nowhere`.execute(read(fresh.database.db)));
    expect(String(error)).toContain('relation "nowhere" does not exist');
  });

  it('is found inside the error that wraps it', async () => {
    const error = await caught(transaction(fresh.database.db, twice));
    expect(databaseErrorFields(new Error('outer', { cause: error })).pgcode).toBe('23505');
  });

  it('is told apart from an absent database, and from errors of other parts', () => {
    const refused = Object.assign(new Error('connect ECONNREFUSED 192.0.2.1:5432'), { code: 'ECONNREFUSED' });
    expect(isUnavailable(refused)).toBe(true);
    expect(isUnavailable(new Error('Connection terminated unexpectedly'))).toBe(true);
    expect(isUnavailable(new Error('outer', { cause: refused }))).toBe(true);
    expect(isUnavailable(new Error('anything'))).toBe(false);
    expect(databaseErrorFields(new Error('anything'))).toEqual({});
    expect(databaseErrorFields('text')).toEqual({});
  });
});
