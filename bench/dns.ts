// SPDX-License-Identifier: EUPL-1.2
// The resolver's thread in a process of its own, as a guard role alone, asked over UDP on 127.0.0.1 from here: 8 sockets,
// 200 questions open at any time. CPU is the thread's own, by worker.cpuUsage. Hosts are made up. The peer in the same
// run is a thread that sends each packet back unread: what Node itself takes. No other resolver can be assumed on a
// machine; the goal is 1.6 times what Unbound's local-zone took on a quiet one, asked by a client written in C.
import { type ChildProcess, spawn } from 'node:child_process';
import { createSecretKey } from 'node:crypto';
import { createSocket, type Socket } from 'node:dgram';
import { closeSync, mkdtempSync, openSync, readSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { ROOT_NAME, textToName, writeQuery } from '@rowan/dns-wire';
import { addEntry, allocateShared, finishIndex, openBuilder, openIndex } from '@rowan/rating-index';
import type { FromThread, ThreadSettings } from '../src/rooms/guard/resolver/messages.ts';
import { networkLookup, networkOf } from '../src/rooms/guard/resolver/networks.ts';
import { RESOURCE_LIMITS } from '../src/rooms/guard/resolver/resolver-thread.ts';
import { startStub } from '../src/rooms/guard/testing/stub-upstream.ts';

const MILLION = 1_000_000;
const SOCKETS = 8;
const OPEN_EACH = 25;
const CACHED_NAMES = 10_000;
const ROUNDS = 5;
/** Microseconds: 1.6 times Unbound 1.17's 3.3 blocked, 4.2 cached and 4.2 mixed, with 1 M names. */
const GOALS = { blocked: 5.3, cached: 6.7, mix: 6.7 };
/** MB: a quarter of Unbound's local-zone with 1 M names, a tenth with 5 M. */
const MEMORY_GOALS = new Map([
  [MILLION, 106],
  [5 * MILLION, 211],
]);
/** Milliseconds with 5 M hosts, reading and opening; the signature is measured by bench lookup. */
const READY_GOAL = 700;

interface Row {
  readonly what: string;
  readonly unit: string;
  readonly rowan: number;
  readonly peer?: string;
  readonly peer_value?: number;
  readonly goal: string | null;
  readonly holds: boolean | null;
}

interface Report {
  readonly port: number;
  readonly ready: number;
  readonly rss: number;
  readonly cpu: number;
}

const hostOf = (i: number): string => `n${i.toString(36)}.${(i % 7919).toString(36)}.example`;

export async function bench({ quick }: { quick: boolean }): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'rowan-bench-dns-'));
  const stub = await startStub();
  try {
    const rows: Row[] = [];
    for (const hosts of quick ? [MILLION] : [MILLION, 5 * MILLION]) {
      rows.push(...(await measure(join(folder, 'ratings'), hosts, { stub: stub.port, quick })));
    }
    return rows;
  } finally {
    await stub.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Microseconds for a packet in and one out. */
async function echoCost(quick: boolean): Promise<number> {
  const echo = await Guard.start('echo', 0);
  try {
    return (await echo.load(questions(10_000, hostOf), quick ? 2 : ROUNDS)).cpu;
  } finally {
    echo.stop();
  }
}

async function measure(path: string, hosts: number, how: { stub: number; quick: boolean }): Promise<Row[]> {
  writeIndex(path, hosts);
  const guard = await Guard.start(path, how.stub);
  try {
    const name = `${hosts / MILLION} M hosts`;
    const first = await guard.report();
    const rows: Row[] = [row(`ready to answer, ${name}`, 'ms', { value: first.ready, most: READY_GOAL })];
    const blocked = questions(100_000, (i) => (i % 5 < 3 ? `www.${hostOf(i * 9 + 1)}` : hostOf(i * 9 + 1)));
    const cached = questions(CACHED_NAMES, (i) => `c${i}.example.org`);
    const mix = Array.from(
      { length: 50_000 },
      (_, i) => (i % 5 === 0 ? blocked : cached)[i % CACHED_NAMES] ?? ROOT_NAME,
    );
    await ask(guard.port, cached, { milliseconds: 2000 });
    for (const [kind, packets] of Object.entries({ blocked, cached, mix })) {
      const { cpu, rate } = await guard.load(packets, how.quick ? 2 : ROUNDS);
      const most = GOALS[kind as keyof typeof GOALS];
      const peer = { peer: 'echo in Node', peer_value: Number((await echoCost(how.quick)).toPrecision(3)) };
      rows.push({ ...row(`CPU a query, ${kind}, ${name}`, 'µs', { value: cpu, most }), ...peer });
      rows.push(row(`answers a second, ${kind}, ${name}`, '/s', { value: rate, most: null }));
    }
    const most = MEMORY_GOALS.get(hosts) ?? null;
    rows.push(row(`memory of the process, ${name}`, 'MB', { value: (await guard.report()).rss, most }));
    return rows;
  } finally {
    guard.stop();
  }
}

function row(what: string, unit: string, figure: { value: number; most: number | null }): Row {
  const { value, most } = figure;
  const rowan = Number(value.toPrecision(3));
  return {
    what,
    unit,
    rowan,
    goal: most === null ? null : `<= ${most}`,
    holds: most === null ? null : value <= most,
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

function questions(count: number, host: (i: number) => string): Uint8Array[] {
  return Array.from({ length: count }, (_, i) =>
    writeQuery({ id: i & 0xffff, name: textToName(host(i)) ?? ROOT_NAME, qtype: 1 }),
  );
}

/** The guard's process, which runs this very file. */
class Guard {
  readonly #child: ChildProcess;
  readonly port: number;

  private constructor(child: ChildProcess, port: number) {
    this.#child = child;
    this.port = port;
  }

  static async start(path: string, stub: number): Promise<Guard> {
    const child = spawn(process.execPath, [fileURLToPath(import.meta.url), path, String(stub)], {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    const { port } = await new Promise<Report>((resolve, reject) => {
      child.once('message', (message) => resolve(message as Report));
      child.once('exit', () => reject(new Error('the guard ended')));
    });
    return new Guard(child, port);
  }

  report(): Promise<Report> {
    return new Promise((resolve) => {
      this.#child.once('message', (message) => resolve(message as Report));
      this.#child.send('report');
    });
  }

  /** Medians of rounds of a second: microseconds of the thread's CPU for one answer, and answers a second. */
  async load(packets: readonly Uint8Array[], rounds: number): Promise<{ cpu: number; rate: number }> {
    const cpu: number[] = [];
    const rate: number[] = [];
    for (let round = 0; round < rounds; round++) {
      const before = await this.report();
      const answers = await ask(this.port, packets, { milliseconds: 1000 });
      const after = await this.report();
      cpu.push((after.cpu - before.cpu) / answers);
      rate.push(answers);
    }
    return { cpu: median(cpu), rate: median(rate) };
  }

  stop(): void {
    this.#child.kill();
  }
}

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** Keeps questions open for so long and counts what came back. A question that was lost is asked again after a while. */
async function ask(
  port: number,
  packets: readonly Uint8Array[],
  how: { milliseconds: number },
): Promise<number> {
  const sockets = await Promise.all(Array.from({ length: SOCKETS }, () => connected(port)));
  const end = performance.now() + how.milliseconds;
  let next = Math.floor(Math.random() * packets.length);
  let answers = 0;
  const send = (socket: Socket) => {
    const packet = packets[next++ % packets.length];
    if (packet !== undefined) socket.send(packet);
  };
  for (const socket of sockets) {
    socket.on('message', () => {
      answers++;
      if (performance.now() < end) send(socket);
    });
    for (let i = 0; i < OPEN_EACH; i++) send(socket);
  }
  while (performance.now() < end) {
    const before = answers;
    await new Promise((resolve) => setTimeout(resolve, 50));
    if (answers === before) for (const socket of sockets) send(socket);
  }
  for (const socket of sockets) socket.close();
  return answers;
}

function connected(port: number): Promise<Socket> {
  return new Promise((resolve) => {
    const socket = createSocket('udp4');
    socket.connect(port, '127.0.0.1', () => resolve(socket));
  });
}

/** The child: reads the file into shared memory, starts the thread, and reports when asked. */
async function runGuard(path: string, stub: number): Promise<void> {
  const began = performance.now();
  const ratings = readShared(path);
  openIndex(ratings);
  const guardKey = createSecretKey(new Uint8Array(32).fill(1));
  const lookup = networkLookup(guardKey, networkOf('127.0.0.1')?.prefix ?? '');
  const workerData: ThreadSettings = {
    ...{ host: '127.0.0.1', port: 0, patience: [2000], guardKey, server: 'rowan.example', test: null },
    upstreams: [{ address: '127.0.0.1', port: stub }],
    meaning: { categoryAges: new Uint8Array(32).fill(18), checked: 8 },
    known: {
      ratings,
      households: [
        {
          household: 'a',
          rules: [{ blocked: 0, opened: 0, openTo: 13 }],
          devices: [],
          networks: [{ lookup, family: 4, bits: 32, rules: 0 }],
        },
      ],
    },
  };
  const program = join(import.meta.dirname, '..', 'workers', 'resolver.mjs');
  const worker = new Worker(program, { workerData, resourceLimits: RESOURCE_LIMITS });
  const port = await new Promise<number>((resolve) => {
    worker.once('message', (message: FromThread) => resolve(message.kind === 'listening' ? message.port : 0));
  });
  await reportWhenAsked(worker, port, performance.now() - began);
}

async function reportWhenAsked(worker: Worker, port: number, ready: number): Promise<void> {
  const report = async () => {
    const { user, system } = await worker.cpuUsage();
    process.send?.({
      port,
      ready,
      rss: process.memoryUsage().rss / 2 ** 20,
      cpu: user + system,
    } satisfies Report);
  };
  process.on('message', () => void report());
  process.on('disconnect', () => process.exit());
  await report();
}

const ECHO = `
  const { parentPort } = require('node:worker_threads');
  const socket = require('node:dgram').createSocket('udp4');
  socket.on('message', (packet, from) => socket.send(Buffer.from(packet), from.port, from.address));
  socket.bind(0, '127.0.0.1', () => parentPort.postMessage(socket.address().port));
`;

async function runEcho(): Promise<void> {
  const worker = new Worker(ECHO, { eval: true, resourceLimits: RESOURCE_LIMITS });
  const port = await new Promise<number>((resolve) => worker.once('message', resolve));
  await reportWhenAsked(worker, port, 0);
}

function readShared(path: string): SharedArrayBuffer {
  const { size } = statSync(path);
  const buffer = allocateShared(size);
  const file = openSync(path, 'r');
  for (let at = 0; at < size; )
    at += readSync(file, new Uint8Array(buffer), at, Math.min(size - at, 2 ** 30), at);
  closeSync(file);
  return buffer;
}

const [, program, path, stub] = process.argv;
if (program === fileURLToPath(import.meta.url) && path !== undefined) {
  await (path === 'echo' ? runEcho() : runGuard(path, Number(stub)));
}
