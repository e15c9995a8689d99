// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../tests/harness/database.ts';
import { read } from './handle.ts';

let fresh: FreshDatabase;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.drop());

async function value(expression: string): Promise<unknown> {
  const { rows } = await sql
    .raw<{ v: unknown }>(`select ${expression} as v`)
    .execute(read(fresh.database.db));
  return rows[0]?.v;
}

describe('a value from the database', () => {
  it.each([
    ['an int8 that a number can hold is a number', 'count(*) from (values (1), (2)) x', 2],
    ['an int8 beyond that is a bigint', '9007199254740993::int8', 9007199254740993n],
    [
      'a list of int8 is a list of numbers',
      `'{1,NULL,9007199254740993}'::int8[]`,
      [1, null, 9007199254740993n],
    ],
    ['a day stays its own text', `'2026-01-05'::date`, '2026-01-05'],
    ['a list of days is a list of texts', `'{2026-01-05}'::date[]`, ['2026-01-05']],
    ['an empty list is empty', `'{}'::date[]`, []],
    ['a moment is a Date', `'2026-01-05 10:00:00.123+02'::timestamptz`, new Date('2026-01-05T08:00:00.123Z')],
    ['bytes are a Buffer', `'\\x00ff'::bytea`, Buffer.from([0, 255])],
    ['json is what it says', `'{"a":[1]}'::jsonb`, { a: [1] }],
    ['a numeric stays exact text', '1.10::numeric', '1.10'],
    ['letters outside ASCII have two cases', `lower('Ж') || upper('ё') || lower('Đ')`, 'жЁđ'],
    ['ILIKE knows them', `'СОРОКА' ilike '%сорока%'`, true],
    ['the look-alike search knows them', `show_trgm('ж') <> '{}'`, true],
  ])('%s', async (_name, expression, expected) => {
    const [select = '', from] = expression.split(' from ');
    expect(await value(from === undefined ? select : `(select ${expression})`)).toEqual(expected);
  });
});
