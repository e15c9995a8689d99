// SPDX-License-Identifier: EUPL-1.2
// The resolver's thread in a process of its own, asked over UDP on 127.0.0.1 from here: 8 sockets, 200 questions open at
// any time. Hosts are made up. The peer in the same run is Unbound with the same hosts as local-zone and one thread, where
// it is installed; both are asked in turn, and CPU and memory are those of the whole process. Where it is not, there is
// no peer and nothing holds or fails. Unbound reads its list as text, Rowan a file made for it: a fair difference.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ROOT_NAME } from '@rowan/dns-wire';
import { addEntry, finishIndex, openBuilder } from '@rowan/rating-index';
import { startStub } from '../src/rooms/guard/testing/stub-upstream.ts';
import { ask, costOf, questions, type Server } from './setting/asking.ts';
import { runGuardProcess, startGuardProcess } from './setting/guard-process.ts';
import { median } from './setting/median.ts';
import { findUnbound, startUnbound } from './setting/unbound.ts';

const MILLION = 1_000_000;
const CACHED_NAMES = 10_000;
const ROUNDS = 5;
/** Times what Unbound takes. */
const CPU_GOAL = 1.6;
const MEMORY_GOALS = new Map([
  [MILLION, { most: 1 / 4, words: '1/4' }],
  [5 * MILLION, { most: 1 / 10, words: '1/10' }],
]);
/** Milliseconds with 5 M hosts, reading and opening; the signature is measured by bench lookup. */
const READY_GOAL = 700;

interface Row {
  readonly what: string;
  readonly unit: string;
  readonly rowan: number;
  readonly peer: string;
  readonly peer_value?: number;
  readonly goal: string | null;
  readonly holds: boolean | null;
}

interface Pair {
  readonly rowan: Server;
  readonly unbound: Server | null;
}

const hostOf = (i: number): string => `n${i.toString(36)}.${(i % 7919).toString(36)}.example`;

export async function bench({ quick }: { quick: boolean }): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'rowan-bench-dns-'));
  const stub = await startStub();
  try {
    const rows: Row[] = [];
    for (const hosts of quick ? [MILLION] : [MILLION, 5 * MILLION]) {
      const pair = await startPair(join(folder, String(hosts)), hosts, stub.port);
      try {
        rows.push(...(await measure(pair, hosts, quick ? 2 : ROUNDS)));
      } finally {
        await Promise.all([pair.rowan.stop(), pair.unbound?.stop()]);
      }
    }
    return rows;
  } finally {
    await stub.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** One after the other, so that neither slows the other's start. */
async function startPair(folder: string, hosts: number, upstream: number): Promise<Pair> {
  mkdirSync(folder);
  const path = join(folder, 'ratings');
  writeIndex(path, hosts);
  const program = findUnbound();
  const unbound = program === null ? null : await startUnbound({ program, folder, hosts, hostOf, upstream });
  return { rowan: await startGuardProcess(path, upstream), unbound };
}

async function measure(pair: Pair, hosts: number, rounds: number): Promise<Row[]> {
  const name = `${hosts / MILLION} M hosts`;
  const { rowan, unbound } = pair;
  const ready = { rowan: rowan.ready, unbound: unbound?.ready };
  const rows = [row(pair, `ready to answer, ${name}`, { unit: 'ms', ...ready, most: READY_GOAL })];
  const blocked = questions(100_000, (i) => (i % 5 < 3 ? `www.${hostOf(i * 9 + 1)}` : hostOf(i * 9 + 1)));
  const cached = questions(CACHED_NAMES, (i) => `c${i}.example.org`);
  const mix = Array.from(
    { length: 50_000 },
    (_, i) => (i % 5 === 0 ? blocked : cached)[i % CACHED_NAMES] ?? ROOT_NAME,
  );
  for (const server of [rowan, unbound]) if (server !== null) await fill(server, cached);
  for (const [kind, packets] of Object.entries({ blocked, cached, mix })) {
    const { cpu, rate } = await inTurn(pair, packets, rounds);
    rows.push(row(pair, `CPU a query, ${kind}, ${name}`, { unit: 'µs', ...cpu, times: CPU_GOAL }));
    rows.push(row(pair, `answers a second, ${kind}, ${name}`, { unit: '/s', ...rate }));
  }
  const memory = { rowan: (await rowan.used()).rss, unbound: (await unbound?.used())?.rss };
  const { most: times, words } = MEMORY_GOALS.get(hosts) ?? { most: 1, words: '1' };
  rows.push(row(pair, `memory of the process, ${name}`, { unit: 'MB', ...memory, times, words }));
  return rows;
}

/** By answers, not by time: on a busy machine two seconds do not fill a cache. */
async function fill({ port }: Server, packets: readonly Uint8Array[]): Promise<void> {
  for (let left = 4 * packets.length; left > 0; ) left -= await ask(port, packets, 1000);
}

interface Both {
  readonly rowan: number;
  readonly unbound: number | undefined;
}

/** Medians of rounds of a second, one server after the other. */
async function inTurn(
  { rowan, unbound }: Pair,
  packets: readonly Uint8Array[],
  rounds: number,
): Promise<{ cpu: Both; rate: Both }> {
  const ours: { cpu: number; rate: number }[] = [];
  const theirs: { cpu: number; rate: number }[] = [];
  for (let round = 0; round < rounds; round++) {
    ours.push(await costOf(rowan, packets));
    if (unbound !== null) theirs.push(await costOf(unbound, packets));
  }
  const both = (of: 'cpu' | 'rate'): Both => ({
    rowan: median(ours.map((one) => one[of])),
    unbound: unbound === null ? undefined : median(theirs.map((one) => one[of])),
  });
  return { cpu: both('cpu'), rate: both('rate') };
}

interface Figures extends Both {
  readonly unit: string;
  /** At most this much, or so many times the peer's. */
  readonly most?: number;
  readonly times?: number;
  readonly words?: string;
}

function row({ unbound }: Pair, what: string, figures: Figures): Row {
  const { unit, rowan, unbound: theirs, most, times, words = String(times) } = figures;
  const three = (value: number) => Number(value.toPrecision(3));
  const limit = most ?? (times === undefined || theirs === undefined ? undefined : times * theirs);
  return {
    what,
    unit,
    rowan: three(rowan),
    peer: unbound?.name ?? 'unbound (not installed)',
    ...(theirs === undefined ? {} : { peer_value: three(theirs) }),
    goal: most !== undefined ? `<= ${most}` : times === undefined ? null : `<= ${words} x`,
    holds: limit === undefined ? null : rowan <= limit,
  };
}

function writeIndex(path: string, hosts: number): void {
  const builder = openBuilder(new Uint8Array(16).fill(7));
  for (let i = 0; i < hosts; i++) {
    addEntry(builder, {
      host: hostOf(i),
      verdict: { minAge: 18, categories: 1, flags: 4 },
      scope: 'subtree',
    });
  }
  const facts = { number: 1, createdMs: 1, auditHead: new Uint8Array(32) };
  writeFileSync(path, new Uint8Array(finishIndex(builder, facts).buffer));
}

const [, program, path, upstream] = process.argv;
if (program === fileURLToPath(import.meta.url) && path !== undefined) {
  await runGuardProcess(path, Number(upstream));
}
