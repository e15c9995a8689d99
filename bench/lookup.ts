// SPDX-License-Identifier: EUPL-1.2
// The rating index against a JavaScript Map of the same hosts, in one process, rounds interleaved, medians of five.
// Hosts are made up: about 20 letters, a quarter of them below a registrable name, 20 endings. Queries are drawn at
// random from the whole list, which no cache likes; of real traffic most would be in a cache.
import { createHash, generateKeyPairSync, sign, verify } from 'node:crypto';
import { mkdtempSync, openSync, readSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  addEntry,
  allocateShared,
  applyDelta,
  finishIndex,
  type IndexEntry,
  lookupBatch,
  lookupText,
  lookupWire,
  makeDelta,
  openBuilder,
  openIndex,
  type RatingIndex,
} from '@rowan/rating-index';

export interface BenchRow {
  readonly what: string;
  readonly unit: string;
  readonly rowan: number;
  readonly peer: string | null;
  readonly peer_value: number | null;
  readonly ratio: number | null;
  readonly goal: string | null;
  readonly holds: boolean | null;
}

const MILLION = 1_000_000;
const ROUNDS = 5;
const QUERIES = 400_000;
/** Nanoseconds for one look-up with its parents, and the sizes at which they must hold. */
const LOOKUP_GOALS = new Map([
  [MILLION, 250],
  [5 * MILLION, 450],
  [20 * MILLION, 600],
]);
const BYTES_GOAL = 10;
/** Milliseconds to read, verify and open 20 million hosts. */
const OPEN_GOAL = 500;
/** More keys take a Map to its limit of 2^24, and this machine's memory to its own. */
const LARGEST_MAP = 5 * MILLION;
const DELTA_HOSTS = 10_000;

const ENDINGS = 'com net org example test co.uk com.br com.au info io de fr nl lv pl it es ru cn jp'.split(
  ' ',
);
const LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789';
/** Numbers from here on are of hosts that no list has. */
const UNLISTED = 2 ** 30;

function mix(value: number): number {
  let x = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return (x ^ (x >>> 16)) >>> 0;
}

function registrable(i: number): string {
  const first = mix(i + 1);
  let text = '';
  let rest = mix(first ^ i);
  for (let left = 5 + (first % 10); left > 0; left--) {
    text += LETTERS[rest % LETTERS.length];
    rest = left % 5 === 0 ? mix(rest ^ left) : Math.floor(rest / LETTERS.length);
  }
  return `${text}${i.toString(36)}.${ENDINGS[(first >>> 8) % ENDINGS.length]}`;
}

function hostName(i: number): string {
  const kind = mix(i ^ 0x5bd1e995) % 100;
  return kind < 24 ? `s${kind % 9}.${registrable(i)}` : registrable(i);
}

function entryOf(i: number): IndexEntry {
  const kind = mix(i ^ 0x1b873593);
  return {
    host: hostName(i),
    scope: 'subtree',
    verdict: { minAge: kind % 19, categories: 1 << ((kind >>> 8) % 12), flags: 0 },
  };
}

/** The same names as text and as the bytes of DNS questions. */
interface Queries {
  readonly texts: string[];
  readonly bytes: Uint8Array;
  readonly offsets: Uint32Array;
}

function queriesOf(names: string[]): Queries {
  // Through bytes, because a joined string is kept as its parts, which neither a request nor a list has.
  const texts = names.map((name) => Buffer.from(name).toString('latin1'));
  const bytes = new Uint8Array(texts.reduce((sum, text) => sum + text.length + 2, 0));
  const offsets = new Uint32Array(texts.length);
  let at = 0;
  for (const [i, text] of texts.entries()) {
    offsets[i] = at;
    for (const label of text.split('.')) {
      bytes[at++] = label.length;
      for (let k = 0; k < label.length; k++) bytes[at++] = label.charCodeAt(k);
    }
    at++;
  }
  return { texts, bytes, offsets };
}

/** 60 % of the listed and 75 % of the unlisted names carry labels in front. */
function listedQueries(hosts: number): Queries {
  const fronts = ['', '', 'www.', 'www.', 'a.cdn.'];
  return queriesOf(
    Array.from({ length: QUERIES }, (_, i) => `${fronts[i % 5]}${hostName(mix(i * 7 + 3) % hosts)}`),
  );
}

function unlistedQueries(): Queries {
  const fronts = ['', 'www.', 'a.cdn.', 'x.yy.zzz.'];
  return queriesOf(
    Array.from({ length: QUERIES }, (_, i) => `${fronts[i % 4]}${registrable(UNLISTED + mix(i))}`),
  );
}

/** Longest match by cutting labels off, as one would write it with a Map. */
function lookupMap(map: Map<string, number>, host: string): number {
  for (let rest = host; ; ) {
    const found = map.get(rest);
    if (found !== undefined) return found;
    const dot = rest.indexOf('.');
    if (dot < 0) return 0;
    rest = rest.slice(dot + 1);
  }
}

type Way = (queries: Queries) => number;

/** Nanoseconds a query of each way: medians of interleaved rounds, each after one that brings its own memory close. */
function measure(ways: Record<string, Way>, queries: Queries, expected: number): Record<string, number> {
  const times: Record<string, number[]> = {};
  for (let round = 0; round < ROUNDS; round++) {
    for (const [name, way] of Object.entries(ways)) {
      way(queries);
      const start = performance.now();
      const found = way(queries);
      const time = ((performance.now() - start) * 1e6) / queries.texts.length;
      if (found !== expected) throw new Error(`${name} found ${found} of ${expected}`);
      times[name] = [...(times[name] ?? []), time];
    }
  }
  return Object.fromEntries(Object.entries(times).map(([name, list]) => [name, Math.round(median(list))]));
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}

function waysOf(index: RatingIndex, map: Map<string, number> | null): Record<string, Way> {
  const ids = new Uint16Array(QUERIES);
  const ways: Record<string, Way> = {
    wire: ({ bytes, offsets }) =>
      offsets.reduce((n, at) => n + (lookupWire(index, bytes, at) === 0 ? 0 : 1), 0),
    text: ({ texts }) => texts.reduce((n, text) => n + (lookupText(index, text) === 0 ? 0 : 1), 0),
    batch: (queries) => {
      lookupBatch(index, queries, ids);
      return ids.reduce((n, id) => n + (id === 0 ? 0 : 1), 0);
    },
  };
  if (map) ways.map = ({ texts }) => texts.reduce((n, text) => n + (lookupMap(map, text) === 0 ? 0 : 1), 0);
  return ways;
}

const millions = (hosts: number): string => `${hosts / MILLION} M`;

function lookupRows(index: RatingIndex, hosts: number): BenchRow[] {
  const map = hosts <= LARGEST_MAP ? new Map<string, number>() : null;
  if (map) for (let i = 0; i < hosts; i++) map.set(hostName(i), (i % 200) + 1);
  const ways = waysOf(index, map);
  const kinds: [string, Record<string, number>][] = [
    ['listed', measure(ways, listedQueries(hosts), QUERIES)],
    ['unlisted', measure(ways, unlistedQueries(), 0)],
  ];
  const goal = LOOKUP_GOALS.get(hosts) ?? null;
  return kinds.flatMap(([kind, { wire = Number.NaN, text = Number.NaN, batch = Number.NaN, map: peer }]) => {
    const row = (how: string, rowan: number, isGoal: boolean): BenchRow => ({
      what: `look-up with parents, ${how}, ${kind}, ${millions(hosts)}`,
      unit: 'ns',
      rowan,
      peer: peer === undefined ? null : 'Map',
      peer_value: peer ?? null,
      ratio: peer === undefined ? null : Number((rowan / peer).toPrecision(2)),
      goal: isGoal && goal !== null ? `<= ${goal}` : null,
      holds: isGoal && goal !== null ? rowan <= goal : null,
    });
    return [row('wire', wire, true), row('text', text, false), row('batch of wire', batch, false)];
  });
}

function own(what: string, unit: string, rowan: number): BenchRow {
  return { what, unit, rowan, peer: null, peer_value: null, ratio: null, goal: null, holds: null };
}

/** Reads the file into shared memory, checks its signature and opens it, as a guard does. */
function openRow(published: Uint8Array, hosts: number): BenchRow {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const signed = (bytes: Uint8Array): Buffer =>
    Buffer.concat([Buffer.from('rowan/v1/sig/snapshot\0'), createHash('sha256').update(bytes).digest()]);
  const signature = sign(null, signed(published), privateKey);
  const folder = mkdtempSync(join(tmpdir(), 'rowan-bench-'));
  const file = join(folder, 'snapshot');
  writeFileSync(file, published);
  const times = Array.from({ length: ROUNDS }, () => {
    const start = performance.now();
    const bytes = new Uint8Array(allocateShared(statSync(file).size));
    const descriptor = openSync(file, 'r');
    for (let at = 0; at < bytes.length; ) at += readSync(descriptor, bytes, at, bytes.length - at, null);
    if (!verify(null, signed(bytes), publicKey, signature)) throw new Error('bad signature');
    openIndex(bytes.buffer);
    return performance.now() - start;
  });
  rmSync(folder, { recursive: true });
  const rowan = Math.round(median(times));
  const row = own(`read, verify and open, ${millions(hosts)}`, 'ms', rowan);
  return hosts < 20 * MILLION ? row : { ...row, goal: `<= ${OPEN_GOAL}`, holds: rowan <= OPEN_GOAL };
}

function deltaRow(index: RatingIndex, key: Uint8Array, hosts: number): BenchRow {
  const upserts = Array.from({ length: DELTA_HOSTS }, (_, i) => ({
    ...entryOf(i),
    host: hostName(UNLISTED + i),
  }));
  const facts = { key, createdMs: 0, auditHead: new Uint8Array(32) };
  const delta = makeDelta({ ...facts, base: 1, number: 2, upserts, removals: [] });
  const start = performance.now();
  applyDelta(index, delta);
  return own(
    `apply a delta of ${DELTA_HOSTS} hosts, ${millions(hosts)}`,
    'ms',
    tenths(performance.now() - start),
  );
}

const tenths = (value: number): number => Math.round(value * 10) / 10;

function benchSize(hosts: number): BenchRow[] {
  const key = Uint8Array.from({ length: 16 }, (_, i) => i * 11 + 3);
  const builder = openBuilder(key);
  const start = performance.now();
  for (let i = 0; i < hosts; i++) addEntry(builder, entryOf(i));
  const facts = { number: 1, createdMs: 0, auditHead: new Uint8Array(32) };
  const built = finishIndex(builder, { ...facts, shared: true });
  const seconds = (performance.now() - start) / 1000;
  if (built.hosts !== hosts) throw new Error(`${hosts - built.hosts} hosts are missing`);
  const perHost = Math.round((built.buffer.byteLength / hosts) * 100) / 100;
  const index = openIndex(built.buffer);
  return [
    ...lookupRows(index, hosts),
    {
      ...own(`bytes a host, ${millions(hosts)}`, 'B', perHost),
      goal: `<= ${BYTES_GOAL}`,
      holds: perHost <= BYTES_GOAL,
    },
    own(`build, names made on the way, ${millions(hosts)}`, 's', tenths(seconds)),
    openRow(new Uint8Array(built.buffer), hosts),
    deltaRow(index, key, hosts),
  ];
}

/** Quick: 1 million hosts. Full: 1, 5 and 20 million; takes some minutes and 3 GB. */
export async function bench({ quick }: { quick: boolean }): Promise<BenchRow[]> {
  const sizes = quick ? [MILLION] : [...LOOKUP_GOALS.keys()];
  return sizes.flatMap((hosts) => benchSize(hosts));
}
