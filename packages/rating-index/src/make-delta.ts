// SPDX-License-Identifier: Apache-2.0

import type { AncestorList } from './ancestor-list.ts';
import { addEntry, type IndexEntry, openBuilder } from './build.ts';
import { ANCESTOR_BYTES, CHANGE_BYTES, DELTA_AT, DELTA_HEADER_BYTES, deltaOffsets } from './delta-format.ts';
import { RatingIndexError } from './errors.ts';
import { beginName, hashBackTo } from './half-sip-hash.ts';
import { addHash, type HashList, takeSorted } from './hash-list.ts';
import {
  checkAuditHead,
  DELTA_MAGIC,
  FORMAT_VERSION,
  type SnapshotFacts,
  VERDICT_BYTES,
  writeNumber,
} from './layout.ts';
import { type Host, scanHost } from './name.ts';
import { RECORD_WORDS, type Row, sortRows, writeRecord } from './verdict-table.ts';

export interface DeltaOptions extends SnapshotFacts {
  /** Number of the snapshot that this is to be applied to. */
  readonly base: number;
  /** The key of that snapshot; it stays the same until the next full build. */
  readonly key: Uint8Array;
  /** New hosts, and new rulings for hosts that are listed; a later one for the same host counts. */
  readonly upserts: Iterable<IndexEntry>;
  /** Hosts to take off the list; one that is in `upserts` too stays. */
  readonly removals: Iterable<Host>;
}

/**
 * A delta as bytes to be hashed, signed and published. Needs the key and number of its base, not the base itself. A new
 * host for which the base has an entry already would overwrite another host's: ask `findFalseHits` about new hosts first
 * and build anew if it names one. Throws `not-newer`, `bad-option`, `bad-host`, `bad-verdict`, `too-many-verdicts`.
 */
export function makeDelta(options: DeltaOptions): Uint8Array {
  checkAuditHead(options.auditHead);
  if (options.number <= options.base) throw new RatingIndexError('not-newer', 'the number has to grow');
  const builder = openBuilder(options.key);
  for (const host of options.removals) {
    const { bytes, labels } = scanHost(builder.name, host);
    beginName(builder.hasher, builder.name.starts[labels] ?? 0);
    hashBackTo(builder.hasher, bytes, 0);
    addHash(builder.hosts, builder.hasher, 0);
  }
  for (const entry of options.upserts) addEntry(builder, entry);
  const { rows, renamed } = sortRows(builder.table);
  const changes = collectChanges(builder.hosts, renamed);
  const ancestors = uniqueAncestors(builder.ancestors);
  const counts = {
    verdicts: rows.length,
    ancestors: ancestors.length,
    changes: changes.length / CHANGE_BYTES,
  };
  const offsets = deltaOffsets(counts);
  const bytes = new Uint8Array(offsets.bytes);
  const view = new DataView(bytes.buffer);
  writeHeader(view, options);
  view.setUint32(DELTA_AT.hasTopLevel, builder.hasTopLevel ? 1 : 0, true);
  view.setUint32(DELTA_AT.verdicts, counts.verdicts, true);
  view.setUint32(DELTA_AT.ancestors, counts.ancestors, true);
  view.setUint32(DELTA_AT.changes, counts.changes, true);
  view.setUint32(DELTA_AT.bytes, bytes.length, true);
  bytes.set(recordBytes(rows), DELTA_HEADER_BYTES);
  for (const [i, hash] of ancestors.entries())
    view.setUint32(offsets.ancestors + i * ANCESTOR_BYTES, hash, true);
  bytes.set(changes, offsets.changes);
  return bytes;
}

function writeHeader(view: DataView, options: DeltaOptions): void {
  view.setUint32(DELTA_AT.magic, DELTA_MAGIC, true);
  view.setUint32(DELTA_AT.version, FORMAT_VERSION, true);
  writeNumber(view, DELTA_AT.base, options.base);
  writeNumber(view, DELTA_AT.number, options.number);
  writeNumber(view, DELTA_AT.created, options.createdMs);
  const bytes = new Uint8Array(view.buffer);
  bytes.set(options.key, DELTA_AT.key);
  bytes.set(options.auditHead, DELTA_AT.auditHead);
}

function uniqueAncestors({ hashes, count }: AncestorList): Uint32Array {
  return hashes
    .slice(0, count)
    .sort()
    .filter((hash, i, sorted) => hash !== sorted[i - 1]);
}

/** The last change of each host, by hash. */
function collectChanges(hosts: HashList, renamed: Uint16Array): Uint8Array {
  const bytes = new Uint8Array(hosts.count * CHANGE_BYTES);
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const { lineHashes, remainderHashes, ids, count } of takeSorted(hosts)) {
    for (let i = 0; i < count; i++) {
      if (
        i + 1 < count &&
        lineHashes[i + 1] === lineHashes[i] &&
        remainderHashes[i + 1] === remainderHashes[i]
      )
        continue;
      view.setUint32(at, lineHashes[i] ?? 0, true);
      view.setUint32(at + 4, remainderHashes[i] ?? 0, true);
      view.setUint16(at + 8, renamed[ids[i] ?? 0] ?? 0, true);
      at += CHANGE_BYTES;
    }
  }
  return bytes.subarray(0, at);
}

function recordBytes(rows: readonly Row[]): Uint8Array {
  const records = new Uint16Array((rows.length + 1) * RECORD_WORDS);
  for (const [i, row] of rows.entries()) writeRecord(records, i + 1, row);
  return new Uint8Array(records.buffer, VERDICT_BYTES);
}
