// SPDX-License-Identifier: Apache-2.0

// The hashes of all hosts while an index is built: 10 bytes a host, in 256 parts by the top byte of the hash, so that
// each part can be sorted by itself and let go once it is placed.

import type { Hasher } from './half-sip-hash.ts';

const PARTS = 256;
const FIRST_CHUNK = 64;
const LARGEST_CHUNK = 8192;
const LARGEST_DIGIT = 16;

/** Hosts by hash, in the order they came or, after `takeSorted`, by hash. */
export interface HashRun {
  readonly lineHashes: Uint32Array;
  readonly remainderHashes: Uint32Array;
  readonly ids: Uint16Array;
  count: number;
}

export interface HashList {
  readonly parts: HashRun[][];
  count: number;
}

export function createHashList(): HashList {
  return { parts: Array.from({ length: PARTS }, () => []), count: 0 };
}

/** Adds the hash that `hashBackTo` left in the hasher. */
export function addHash(list: HashList, hasher: Hasher, id: number): void {
  const hash = hasher.lineHash >>> 0;
  const chunks = list.parts[hash >>> 24] ?? [];
  const last = chunks[chunks.length - 1];
  const chunk = last && last.count < last.ids.length ? last : addChunk(chunks, last?.ids.length ?? 0);
  chunk.lineHashes[chunk.count] = hash;
  chunk.remainderHashes[chunk.count] = hasher.remainderHash;
  chunk.ids[chunk.count] = id;
  chunk.count++;
  list.count++;
}

function addChunk(chunks: HashRun[], before: number): HashRun {
  const chunk = createRun(Math.min(LARGEST_CHUNK, before === 0 ? FIRST_CHUNK : before * 2));
  chunks.push(chunk);
  return chunk;
}

function createRun(size: number): HashRun {
  return {
    lineHashes: new Uint32Array(size),
    remainderHashes: new Uint32Array(size),
    ids: new Uint16Array(size),
    count: 0,
  };
}

/** Every run by hash, ascending; equal hashes in the order they came. The list is empty afterwards. */
export function* takeSorted(list: HashList): Generator<HashRun> {
  for (const chunks of list.parts) {
    const count = chunks.reduce((sum, chunk) => sum + chunk.count, 0);
    if (count === 0) continue;
    const run = spread(chunks, count);
    chunks.length = 0;
    finishSort(run);
    yield run;
  }
  list.count = 0;
}

/** One pass by as many bits as there are hosts, so that what is left to sort is a place or two away. */
function spread(chunks: readonly HashRun[], count: number): HashRun {
  const bits = Math.min(LARGEST_DIGIT, 32 - Math.clz32(count));
  const digit = (hash: number): number => (hash << 8) >>> (32 - bits);
  const places = new Uint32Array((1 << bits) + 1);
  for (const { lineHashes, count: size } of chunks) {
    for (let i = 0; i < size; i++) {
      const next = digit(lineHashes[i] ?? 0) + 1;
      places[next] = (places[next] ?? 0) + 1;
    }
  }
  for (let i = 1; i < places.length; i++) places[i] = (places[i] ?? 0) + (places[i - 1] ?? 0);
  const run = createRun(count);
  for (const { lineHashes, remainderHashes, ids, count: size } of chunks) {
    for (let i = 0; i < size; i++) {
      const bucket = digit(lineHashes[i] ?? 0);
      const place = places[bucket] ?? 0;
      places[bucket] = place + 1;
      run.lineHashes[place] = lineHashes[i] ?? 0;
      run.remainderHashes[place] = remainderHashes[i] ?? 0;
      run.ids[place] = ids[i] ?? 0;
    }
  }
  run.count = count;
  return run;
}

function finishSort({ lineHashes, remainderHashes, ids, count }: HashRun): void {
  for (let i = 1; i < count; i++) {
    const line = lineHashes[i] ?? 0;
    const remainder = remainderHashes[i] ?? 0;
    const id = ids[i] ?? 0;
    let to = i;
    for (; to > 0; to--) {
      const before = lineHashes[to - 1] ?? 0;
      if (before < line || (before === line && (remainderHashes[to - 1] ?? 0) <= remainder)) break;
      lineHashes[to] = before;
      remainderHashes[to] = remainderHashes[to - 1] ?? 0;
      ids[to] = ids[to - 1] ?? 0;
    }
    lineHashes[to] = line;
    remainderHashes[to] = remainder;
    ids[to] = id;
  }
}
