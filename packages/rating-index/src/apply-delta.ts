// SPDX-License-Identifier: Apache-2.0

// A delta is written into the memory that readers in other threads are using, by one writer. What they can see:
// each host answers with its old ruling until it answers with its new one, never with another host's; a verdict record
// is complete before any host points to it; the snapshot number changes last. There is no instant at which all hosts
// change together. Whoever needs that applies the delta to a copy and swaps the copy in.

import { CHANGE_BYTES, type Delta, deltaOffsets, readDelta } from './delta-format.ts';
import { RatingIndexError } from './errors.ts';
import { KEY_BYTES } from './half-sip-hash.ts';
import { AT, deeperBit, homeLine, LINE_WORDS, remainderOf, SLOTS, writeNumber } from './layout.ts';
import { loadNumber, type RatingIndex, storeNumber } from './open.ts';
import { findSlot, takeSlot } from './slot.ts';
import { readTable, rulingId, rulingOf, type VerdictTable, writeRecord } from './verdict-table.ts';

/** Above this share of taken slots a full build is due; a delta may still fit. */
const REBUILD_LOAD = 0.88;

export interface Applied {
  /** The number the index has now. */
  readonly number: number;
  /** Hosts listed now. */
  readonly hosts: number;
  /** Spare slots run low: ask the publisher for a full snapshot. */
  readonly rebuildSoon: boolean;
}

/**
 * Brings an index to the number of a delta whose signature the caller has checked, in place, so `index` is a private
 * copy of the published bytes. All or nothing: an error leaves every host as it was.
 * Throws RatingIndexError: those of `readDelta`, and `wrong-key`, `wrong-base`, `not-newer`, `rebuild-needed` (no room
 * for the change: fetch a full snapshot), `too-many-verdicts`.
 */
export function applyDelta(index: RatingIndex, bytes: Uint8Array): Applied {
  const delta = readDelta(bytes);
  checkFits(index, delta);
  const ids = addVerdicts(index, delta.table);
  markAncestors(index, delta);
  if (delta.hasTopLevel) index.header[AT.hasTopLevel] = 1;
  const hosts = (index.header[AT.hosts] ?? 0) + applyChanges(index, delta, ids);
  writeFacts(index, delta, hosts);
  const load = (index.header[AT.used] ?? 0) / (index.lines * SLOTS);
  return { number: delta.number, hosts, rebuildSoon: load > REBUILD_LOAD };
}

function checkFits(index: RatingIndex, delta: Delta): void {
  const number = loadNumber(index);
  const key = new Uint8Array(index.buffer, AT.key * 4, KEY_BYTES);
  if (!key.every((byte, i) => byte === delta.key[i])) {
    throw new RatingIndexError('wrong-key', 'made for a snapshot with another key');
  }
  if (delta.number <= number) throw new RatingIndexError('not-newer', 'the index is as new as this delta');
  if (delta.base !== number)
    throw new RatingIndexError('wrong-base', 'made for a snapshot with another number');
}

/** Appends the verdicts that the index does not have; returns the index's id for each of the delta's. */
function addVerdicts(index: RatingIndex, from: VerdictTable): Uint16Array {
  const known = index.header[AT.verdicts] ?? 0;
  const table = readTable(index.records, known);
  const ids = Uint16Array.from([0, ...from.rows.map((row) => rulingId(table, rulingOf(from, row)))]);
  if (table.rows.length >= index.capacity)
    throw new RatingIndexError('rebuild-needed', 'the verdict table is full');
  for (let id = known + 1; id <= table.rows.length; id++) {
    const row = table.rows[id - 1];
    if (row) writeRecord(index.records, id, row);
  }
  Atomics.store(index.header, AT.verdicts, table.rows.length);
  return ids;
}

function markAncestors({ words, lines }: RatingIndex, { view, counts }: Delta): void {
  const { ancestors, changes } = deltaOffsets(counts);
  for (let at = ancestors; at < changes; at += 4) {
    const hash = view.getUint32(at, true);
    Atomics.or(words, homeLine(hash, lines) * LINE_WORDS, deeperBit(hash));
  }
}

/** Writes the ids and returns by how many the hosts grew. Puts everything back and throws where one has no room. */
function applyChanges(index: RatingIndex, { view, counts }: Delta, ids: Uint16Array): number {
  const { changes, bytes } = deltaOffsets(counts);
  const places = new Uint32Array(counts.changes);
  const before = new Uint16Array(counts.changes);
  let done = 0;
  let grown = 0;
  for (let at = changes; at < bytes; at += CHANGE_BYTES) {
    const home = homeLine(view.getUint32(at, true), index.lines);
    const remainder = remainderOf(view.getInt32(at + 4, true));
    const id = ids[view.getUint16(at + 8, true)] ?? 0;
    let place = findSlot(index, home, remainder);
    if (place < 0 && id === 0) continue;
    if (place < 0) place = takeSlot(index, home, remainder);
    if (place < 0) {
      while (done-- > 0) Atomics.store(index.values, places[done] ?? 0, before[done] ?? 0);
      throw new RatingIndexError('rebuild-needed', 'no slot is free near a new host');
    }
    const old = index.values[place] ?? 0;
    places[done] = place;
    before[done++] = old;
    grown += (id === 0 ? 0 : 1) - (old === 0 ? 0 : 1);
    Atomics.store(index.values, place, id);
  }
  return grown;
}

function writeFacts(index: RatingIndex, delta: Delta, hosts: number): void {
  const view = new DataView(index.buffer);
  index.header[AT.hosts] = hosts;
  new Uint8Array(index.buffer).set(delta.auditHead, AT.auditHead * 4);
  writeNumber(view, AT.created * 4, delta.createdMs);
  storeNumber(index, delta.number);
}
