// SPDX-License-Identifier: EUPL-1.2
// The resolver's thread in a process of its own, as a guard role alone. The process runs the very file that starts it.
import { spawn } from 'node:child_process';
import { createSecretKey } from 'node:crypto';
import { once } from 'node:events';
import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { allocateShared, openIndex } from '@rowan/rating-index';
import type { FromThread, ThreadSettings } from '../../src/rooms/guard/resolver/messages.ts';
import { networkLookup, networkOf } from '../../src/rooms/guard/resolver/networks.ts';
import { RESOURCE_LIMITS } from '../../src/rooms/guard/resolver/resolver-thread.ts';
import type { Server } from './asking.ts';

interface Report {
  readonly port: number;
  readonly ready: number;
  readonly rss: number;
  readonly cpu: number;
}

/** Starts it with the index in a file and one server for other names, on 127.0.0.1. */
export async function startGuardProcess(path: string, upstream: number): Promise<Server> {
  const child = spawn(process.execPath, [fileURLToPath(import.meta.url), path, String(upstream)], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const ended = once(child, 'exit');
  const next = async () => {
    const [message] = await Promise.race([once(child, 'message'), ended]);
    if (message === null || typeof message !== 'object') throw new Error('the guard ended');
    return message as Report;
  };
  const { port, ready } = await next();
  return {
    name: 'rowan',
    port,
    ready,
    used: () => {
      child.send('report');
      return next();
    },
    stop: async () => {
      child.kill();
      await ended;
    },
  };
}

/** To be called where the file was started as the process above. */
export async function runGuardProcess(path: string, upstream: number): Promise<void> {
  const began = performance.now();
  const ratings = readShared(path);
  openIndex(ratings);
  const program = join(import.meta.dirname, '..', 'workers', 'resolver.mjs');
  const workerData = settings(ratings, upstream);
  const worker = new Worker(program, { workerData, resourceLimits: RESOURCE_LIMITS });
  const [message] = (await once(worker, 'message')) as [FromThread];
  const port = message.kind === 'listening' ? message.port : 0;
  const ready = performance.now() - began;
  const report = () => {
    const { user, system } = process.cpuUsage();
    const rss = process.memoryUsage().rss / 2 ** 20;
    process.send?.({ port, ready, rss, cpu: user + system } satisfies Report);
  };
  process.on('message', report);
  process.on('disconnect', () => process.exit());
  report();
}

function settings(ratings: SharedArrayBuffer, upstream: number): ThreadSettings {
  const guardKey = createSecretKey(new Uint8Array(32).fill(1));
  const lookup = networkLookup(guardKey, networkOf('127.0.0.1')?.prefix ?? '');
  const household = {
    household: 'a',
    rules: [{ blocked: 0, opened: 0, openTo: 13 }],
    devices: [],
    networks: [{ lookup, family: 4, bits: 32, rules: 0 } as const],
  };
  return {
    ...{ host: '127.0.0.1', port: 0, patience: [2000], guardKey, server: 'rowan.example', test: null },
    upstreams: [{ address: '127.0.0.1', port: upstream }],
    meaning: { categoryAges: new Uint8Array(32).fill(18), checked: 8 },
    known: { ratings, households: [household] },
  };
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
