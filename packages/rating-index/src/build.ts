// SPDX-License-Identifier: Apache-2.0

import { type AncestorList, createAncestorList, hashWithAncestors } from './ancestor-list.ts';
import { RatingIndexError } from './errors.ts';
import { beginName, createHasher, type Hasher } from './half-sip-hash.ts';
import { addHash, createHashList, type HashList, takeSorted } from './hash-list.ts';
import {
  AT,
  checkAuditHead,
  checkKey,
  deeperBit,
  FORMAT_VERSION,
  HEADER_BYTES,
  homeLine,
  INDEX_MAGIC,
  LINE_BYTES,
  LINE_VALUES,
  LINE_WORDS,
  linesOffset,
  MAX_LINES,
  MAX_VERDICTS,
  type SnapshotFacts,
  writeNumber,
} from './layout.ts';
import { createNameBuffer, type Host, type NameBuffer, scanHost } from './name.ts';
import { allocateShared } from './open.ts';
import { finishPlacement, type Placement, placeRun } from './place.ts';
import type { Ruling } from './verdict.ts';
import {
  createVerdictTable,
  RECORD_WORDS,
  rulingId,
  sortRows,
  type VerdictTable,
  writeRecord,
} from './verdict-table.ts';

/** Three quarters of ten slots. */
const HOSTS_PER_LINE = 7.5;
/** Room that a small index leaves for what deltas bring. */
const SPARE_HOSTS = 1000;
const SPARE_VERDICTS = 1024;

/** One host of the list and its ruling. */
export interface IndexEntry extends Ruling {
  readonly host: Host;
}

/** An index being built: 10 bytes a host until it is finished. */
export interface IndexBuilder {
  readonly key: Uint8Array;
  readonly hasher: Hasher;
  readonly name: NameBuffer;
  readonly table: VerdictTable;
  readonly hosts: HashList;
  readonly ancestors: AncestorList;
  hasTopLevel: boolean;
}

export interface FinishOptions extends SnapshotFacts {
  /** Into a buffer of `allocateShared`, for readers in other threads. */
  readonly shared?: boolean;
}

/** The finished index. Publish it only when `collisions` is 0; otherwise build again with another key. */
export interface BuiltIndex {
  readonly buffer: ArrayBuffer | SharedArrayBuffer;
  readonly hosts: number;
  /** Entries that a later entry for the same host replaced. */
  readonly duplicates: number;
  /** Entries left out because their line and remainder are another host's: about one list of 20 million in 50. */
  readonly collisions: number;
}

/** Starts an index. The 16-byte key is random, fresh for each full build and drawn once the list is fixed. */
export function openBuilder(key: Uint8Array): IndexBuilder {
  checkKey(key);
  return {
    key: new Uint8Array(key),
    hasher: createHasher(key),
    name: createNameBuffer(),
    table: createVerdictTable(),
    hosts: createHashList(),
    ancestors: createAncestorList(),
    hasTopLevel: false,
  };
}

/** Adds a host; a later entry for the same host replaces an earlier one. Throws `bad-host`, `bad-verdict`. */
export function addEntry(builder: IndexBuilder, entry: IndexEntry): void {
  const { name, hasher } = builder;
  const { bytes, labels } = scanHost(name, entry.host);
  const id = rulingId(builder.table, entry);
  if (labels === 1) builder.hasTopLevel = true;
  beginName(hasher, name.starts[labels] ?? 0);
  hashWithAncestors(builder.ancestors, { bytes, starts: name.starts, labels, hasher });
  addHash(builder.hosts, hasher, id);
}

/** Lays the index out; the bytes of its buffer are what is hashed, signed and published. The builder is used up. */
export function finishIndex(builder: IndexBuilder, options: FinishOptions): BuiltIndex {
  checkAuditHead(options.auditHead);
  const lines = Math.ceil((builder.hosts.count + SPARE_HOSTS) / HOSTS_PER_LINE);
  if (lines > MAX_LINES)
    throw new RatingIndexError('too-many-hosts', 'about 125 million hosts fit into one index');
  const { rows, renamed } = sortRows(builder.table);
  const spare = Math.max(SPARE_VERDICTS, rows.length >>> 2);
  const capacity = Math.min(MAX_VERDICTS, rows.length + spare) + 1;
  const offset = linesOffset(capacity);
  const bytes = offset + lines * LINE_BYTES;
  const buffer = options.shared ? allocateShared(bytes) : new ArrayBuffer(bytes);
  const records = new Uint16Array(buffer, HEADER_BYTES, capacity * RECORD_WORDS);
  for (const [i, row] of rows.entries()) writeRecord(records, i + 1, row);
  const words = new Int32Array(buffer, offset, lines * LINE_WORDS);
  const values = new Uint16Array(buffer, offset, lines * LINE_VALUES);
  const counts = { line: 0, used: 0, waiting: [], hosts: 0, duplicates: 0, collisions: 0 };
  const placement: Placement = { words, values, lines, renamed, ...counts };
  for (const run of takeSorted(builder.hosts)) placeRun(placement, run);
  finishPlacement(placement);
  markAncestors(words, lines, builder.ancestors);
  const { hosts, duplicates, collisions } = placement;
  writeHeader(buffer, builder, { ...options, lines, hosts, capacity, verdicts: rows.length });
  return { buffer, hosts, duplicates, collisions };
}

/** All in one: see `openBuilder`, `addEntry`, `finishIndex`. */
export function buildIndex(
  options: FinishOptions & { readonly key: Uint8Array; readonly entries: Iterable<IndexEntry> },
): BuiltIndex {
  const builder = openBuilder(options.key);
  for (const entry of options.entries) addEntry(builder, entry);
  return finishIndex(builder, options);
}

function markAncestors(words: Int32Array, lines: number, ancestors: AncestorList): void {
  for (let i = 0; i < ancestors.count; i++) {
    const hash = ancestors.hashes[i] ?? 0;
    const at = homeLine(hash, lines) * LINE_WORDS;
    words[at] = (words[at] ?? 0) | deeperBit(hash);
  }
}

interface Counts extends SnapshotFacts {
  readonly lines: number;
  readonly hosts: number;
  readonly capacity: number;
  readonly verdicts: number;
}

function writeHeader(buffer: ArrayBuffer | SharedArrayBuffer, builder: IndexBuilder, counts: Counts): void {
  const header = new Uint32Array(buffer, 0, HEADER_BYTES / 4);
  header[AT.magic] = INDEX_MAGIC;
  header[AT.version] = FORMAT_VERSION;
  header[AT.bytes] = buffer.byteLength;
  header[AT.lines] = counts.lines;
  header[AT.hosts] = counts.hosts;
  header[AT.used] = counts.hosts;
  header[AT.verdicts] = counts.verdicts;
  header[AT.capacity] = counts.capacity;
  header[AT.hasTopLevel] = builder.hasTopLevel ? 1 : 0;
  const view = new DataView(buffer);
  writeNumber(view, AT.number * 4, counts.number);
  writeNumber(view, AT.created * 4, counts.createdMs);
  const bytes = new Uint8Array(buffer);
  bytes.set(builder.key, AT.key * 4);
  bytes.set(counts.auditHead, AT.auditHead * 4);
}
