// SPDX-License-Identifier: Apache-2.0

// Every host points to one of at most 65,535 distinct records of six words of 16 bits:
//   minimum age | flags | categories low | categories high | id that applies to names below | 0
// "Below" is 0 for an exact host, the record's own id for a subtree, another id where host and subtree differ.

import { RatingIndexError } from './errors.ts';
import { MAX_VERDICTS } from './layout.ts';
import { MAX_AGE, NEVER, type Ruling, type Verdict, verdictFault } from './verdict.ts';

export const RECORD_WORDS = 6;
const BELOW_WORD = 4;
const ZERO_WORD = 5;

/** Id of the row for names below: 0 none, SELF the row itself. */
export interface Row {
  readonly verdict: Verdict;
  readonly below: number;
}

const SELF = -1;

/** Distinct rows in the order they came, ids from 1. */
export interface VerdictTable {
  readonly rows: Row[];
  readonly exact: Map<number, number>;
  readonly subtree: Map<number, number>;
  readonly mixed: Map<string, number>;
}

export function createVerdictTable(): VerdictTable {
  return { rows: [], exact: new Map(), subtree: new Map(), mixed: new Map() };
}

/** The id of this ruling, a new one if it is new. Throws `bad-verdict` and `too-many-verdicts`. */
export function rulingId(table: VerdictTable, ruling: Ruling): number {
  const { verdict, scope, below } = ruling;
  const key = verdictKey(verdict);
  if (below === undefined) return plainId(table, verdict, scope === 'subtree');
  if (scope !== 'exact') throw new RatingIndexError('bad-verdict', '`below` goes with scope exact only');
  const mixedKey = `${key} ${verdictKey(below)}`;
  const known = table.mixed.get(mixedKey);
  if (known !== undefined) return known;
  const id = addRow(table, { verdict, below: plainId(table, below, true) });
  table.mixed.set(mixedKey, id);
  return id;
}

function plainId(table: VerdictTable, verdict: Verdict, isSubtree: boolean): number {
  const ids = isSubtree ? table.subtree : table.exact;
  const key = verdictKey(verdict);
  const known = ids.get(key);
  if (known !== undefined) return known;
  const id = addRow(table, { verdict, below: isSubtree ? SELF : 0 });
  ids.set(key, id);
  return id;
}

function addRow(table: VerdictTable, row: Row): number {
  if (table.rows.length >= MAX_VERDICTS) {
    throw new RatingIndexError('too-many-verdicts', 'at most 65,535 distinct verdicts fit into one index');
  }
  return table.rows.push(row);
}

/** One number for one verdict: 5 bits of age, 16 of flags, 32 of categories fill a double exactly. */
function verdictKey(verdict: Verdict): number {
  const fault = verdictFault(verdict);
  if (fault !== null) throw new RatingIndexError('bad-verdict', fault);
  const age = verdict.minAge === NEVER ? MAX_AGE + 1 : verdict.minAge;
  return (age * 2 ** 16 + verdict.flags) * 2 ** 32 + verdict.categories;
}

/**
 * Puts the rows into an order that depends on their content alone, so that neither file nor delta shows in which order
 * entries came. Returns them and the new id of each old one (0 stays 0).
 */
export function sortRows(table: VerdictTable): { rows: Row[]; renamed: Uint16Array } {
  const belowKey = (row: Row): number => {
    const below = table.rows[row.below - 1];
    return below ? verdictKey(below.verdict) : row.below - 1;
  };
  const keyed = table.rows.map((row, i) => ({
    row,
    old: i + 1,
    key: verdictKey(row.verdict),
    below: belowKey(row),
  }));
  keyed.sort((a, b) => a.key - b.key || a.below - b.below);
  const renamed = new Uint16Array(keyed.length + 1);
  for (const [i, { old }] of keyed.entries()) renamed[old] = i + 1;
  const rows = keyed.map(({ row }) => (row.below > 0 ? { ...row, below: renamed[row.below] ?? 0 } : row));
  return { rows, renamed };
}

/** Writes the row with this id where its record belongs; `records` begins with the unused record 0. */
export function writeRecord(records: Uint16Array, id: number, row: Row): void {
  const { minAge, flags, categories } = row.verdict;
  const below = row.below === SELF ? id : row.below;
  records.set([minAge, flags, categories & 0xffff, categories >>> 16, below, 0], id * RECORD_WORDS);
}

/** The verdict of a record as it is stored. */
export function readVerdict(records: Uint16Array, id: number): Verdict {
  const at = id * RECORD_WORDS;
  const categories = ((records[at + 2] ?? 0) | ((records[at + 3] ?? 0) << 16)) >>> 0;
  return { minAge: records[at] ?? 0, categories, flags: records[at + 1] ?? 0 };
}

/** The id that applies to names below a host with this id; 0 for none. */
export function readBelow(records: Uint16Array, id: number): number {
  return records[id * RECORD_WORDS + BELOW_WORD] ?? 0;
}

/** The table that records 1 to `count` came from. Throws `corrupt` where one could not have been written here. */
export function readTable(records: Uint16Array, count: number): VerdictTable {
  const table = createVerdictTable();
  for (let id = 1; id <= count; id++) {
    const below = readBelow(records, id);
    const verdict = readVerdict(records, id);
    if (below > count || records[id * RECORD_WORDS + ZERO_WORD] !== 0 || verdictFault(verdict) !== null) {
      throw new RatingIndexError('corrupt', 'a verdict record is out of range');
    }
    table.rows.push({ verdict, below: below === id ? SELF : below });
  }
  for (const [i, row] of table.rows.entries()) rememberRow(table, row, i + 1);
  return table;
}

function rememberRow(table: VerdictTable, row: Row, id: number): void {
  const key = verdictKey(row.verdict);
  if (row.below <= 0) {
    (row.below === SELF ? table.subtree : table.exact).set(key, id);
    return;
  }
  const below = table.rows[row.below - 1];
  if (below?.below !== SELF)
    throw new RatingIndexError('corrupt', 'a verdict record points to no subtree verdict');
  table.mixed.set(`${key} ${verdictKey(below.verdict)}`, id);
}

/** The ruling of a row, as it would be asked of another table. */
export function rulingOf(table: VerdictTable, row: Row): Ruling {
  if (row.below === SELF) return { verdict: row.verdict, scope: 'subtree' };
  const below = table.rows[row.below - 1];
  if (below === undefined) return { verdict: row.verdict, scope: 'exact' };
  return { verdict: row.verdict, scope: 'exact', below: below.verdict };
}
