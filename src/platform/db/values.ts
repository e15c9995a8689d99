// SPDX-License-Identifier: EUPL-1.2
import pg from 'pg';

const INT8 = 20;
const DATE = 1082;
const TIMESTAMP = 1114;
const INT8_ARRAY = 1016;
const DATE_ARRAY = 1182;

/**
 * How values of PostgreSQL arrive in TypeScript. timestamptz is a Date, bytea a Buffer, json what it says.
 * int8 is a number while a number can hold it, beyond that a bigint, never a rounded number.
 * date and timestamp stay the text the database wrote: as a Date they would move with the machine's time zone.
 */
export const valueTypes = {
  getTypeParser(oid: number, format?: 'text' | 'binary'): (value: string) => unknown {
    if (format === 'binary') return pg.types.getTypeParser(oid, 'binary') as (value: string) => unknown;
    if (oid === INT8) return parseInt8;
    if (oid === DATE || oid === TIMESTAMP) return (value) => value;
    if (oid === INT8_ARRAY)
      return (value) => parseTextArray(value).map((one) => (one === null ? null : parseInt8(one)));
    if (oid === DATE_ARRAY) return parseTextArray;
    return pg.types.getTypeParser(oid, 'text');
  },
};

function parseInt8(value: string): number | bigint {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : BigInt(value);
}

/** Arrays of dates and int8 hold neither quotes nor nested arrays here: `{2026-01-05,NULL}`. */
function parseTextArray(value: string): (string | null)[] {
  const inner = value.slice(1, -1);
  return inner === '' ? [] : inner.split(',').map((one) => (one === 'NULL' ? null : one));
}
