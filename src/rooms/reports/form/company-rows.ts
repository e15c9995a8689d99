// SPDX-License-Identifier: EUPL-1.2
import { isAddress } from './addresses.ts';
import { ROWS_LIMIT, type Row } from './answers.ts';

/** Why a pasted line was not taken. */
export type RowFault = 'not-address' | 'too-long' | 'not-understood' | 'double' | 'too-many';

export interface ReadRows {
  rows: Row[];
  /** `line` counts from 1 over the lines that were pasted, empty ones too. */
  faults: { line: number; text: string; fault: RowFault }[];
}

const LONGEST = 2000;
const DAY = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2})?(\.\d+)?(Z|[+-]\d{2}:\d{2}))?$/;

/**
 * Reads a pasted list: one address a line, then, in any order, the day it was first seen (ISO 8601) and the
 * word `removed`. Wrong lines are named and the others kept.
 */
export function readRows(text: string): ReadRows {
  const read: ReadRows = { rows: [], faults: [] };
  const known = new Set<string>();
  text.split(/\r?\n/).forEach((raw, at) => {
    const line = raw.trim();
    if (line === '') return;
    const row = readRow(line, known);
    const fault = typeof row === 'string' ? row : read.rows.length >= ROWS_LIMIT ? 'too-many' : null;
    if (fault !== null) read.faults.push({ line: at + 1, text: line, fault });
    else if (typeof row !== 'string') {
      known.add(row.address);
      read.rows.push(row);
    }
  });
  return read;
}

function readRow(line: string, known: ReadonlySet<string>): Row | RowFault {
  const [address = '', ...notes] = line.split(/[,;]?\s+/u);
  if (address.length > LONGEST) return 'too-long';
  if (!isAddress(address)) return 'not-address';
  if (known.has(address)) return 'double';
  const firstSeen = notes.find((note) => DAY.test(note) && !Number.isNaN(Date.parse(note))) ?? null;
  const removed = notes.some((note) => note.toLowerCase() === 'removed');
  const understood = (firstSeen === null ? 0 : 1) + (removed ? 1 : 0);
  return understood === notes.length ? { address, firstSeen, removed } : 'not-understood';
}
