// SPDX-License-Identifier: EUPL-1.2
import { buildIndex, type IndexEntry, type Verdict } from '@rowan/rating-index';

/** A host and everything below it. */
export function rated(host: string, verdict: Partial<Verdict>): IndexEntry {
  return { host, verdict: { minAge: 0, categories: 0, flags: 0, ...verdict }, scope: 'subtree' };
}

/** A small index in shared memory, as the resolver's thread takes it. */
export function ratingsOf(entries: readonly IndexEntry[]): SharedArrayBuffer {
  const facts = { number: 1, createdMs: 1, auditHead: new Uint8Array(32) };
  const { buffer } = buildIndex({ ...facts, key: new Uint8Array(16).fill(3), entries, shared: true });
  if (!(buffer instanceof SharedArrayBuffer)) throw new TypeError('an index in shared memory was asked for');
  return buffer;
}
