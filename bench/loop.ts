// SPDX-License-Identifier: EUPL-1.2
// The loop, timed from outside over HTTP and DoH on a server of its own, with a million rated hosts loaded, and with an
// import and page loads running beside it. There is no peer: nobody offers it (design.md 6).

import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '#platform/config';
import { importPath, keepSnapshotsIn, publishSnapshot } from '#ratings';
import { onInstallation } from '../src/app/cli/open.ts';
import { askDoh, makeChild } from '../src/app/rehearsal/family.ts';
import { type Desk, decide, openDesk } from '../src/app/rehearsal/rate.ts';
import { sendReport, TRUSTING } from '../src/app/rehearsal/report.ts';
import { type Rehearsal, startRehearsal } from '../src/app/rehearsal/spawn.ts';
import { startStub } from '../src/rooms/guard/testing/stub-upstream.ts';
import { pagesPerSecond } from './setting/load.ts';
import { median } from './setting/median.ts';

const GOAL_MS = 1000;
const FRESH_MS = 200_000;

export async function bench({ quick }: { quick: boolean }) {
  const hosts = quick ? 100_000 : 1_000_000;
  const rounds = quick ? 5 : 200;
  const list = join(tmpdir(), `rowan-bench-${process.pid}.txt`);
  await writeHosts(list, hosts);
  const upstream = await startStub();
  const world = await startRehearsal({
    dist: join(import.meta.dirname, '..'),
    env: { ...TRUSTING, ROWAN_DNS_UPSTREAM: `127.0.0.1:${upstream.port}` },
    before: async ({ ctx, config }) => {
      keepSnapshotsIn(ctx.db, config.data);
      await importPath(ctx, {
        path: list,
        format: 'domains',
        category: 'gambling',
        source: 'Invented list',
        licence: 'CC0-1.0',
      });
      await publishSnapshot(ctx);
    },
  });
  try {
    return rows(await measure(world, { rounds, list }), { hosts, quick });
  } finally {
    await world.destroy();
    await upstream.stop();
    await rm(list, { force: true });
  }
}

interface Times {
  queue: number[];
  blocked: number[];
  open: number[];
}

async function measure(world: Rehearsal, { rounds, list }: { rounds: number; list: string }): Promise<Times> {
  const child = await makeChild(world.url);
  let desk = await openDesk(world);
  let signedIn = performance.now();
  const times: Times = { queue: [], blocked: [], open: [] };
  const beside = [keepLoading(world.url), keepImporting(world, list)];
  for (let round = 0; round < rounds; round++) {
    // A grave act asks for a factor that is fresh; people sign in again meanwhile.
    if (performance.now() - signedIn > FRESH_MS) {
      desk = await openDesk(world);
      signedIn = performance.now();
    }
    const host = `shop${round}.cheat.example`;
    times.queue.push(await sendToQueue(world, desk, host));
    const decision = await decide(desk, host);
    times.blocked.push(
      await timed(decision.release, async () => (await askDoh(world.url, child, host)).includes('NXDOMAIN')),
    );
    times.open.push(
      await timed(decision.undo, async () => !(await askDoh(world.url, child, host)).includes('NXDOMAIN')),
    );
  }
  for (const { stop } of beside) await stop();
  return times;
}

async function sendToQueue(world: Rehearsal, desk: Desk, host: string): Promise<number> {
  const before = await desk.waiting();
  await sendReport(world.url, `https://${host}/`);
  const sent = performance.now();
  while ((await desk.waiting()) <= before) await new Promise((resolve) => setTimeout(resolve, 5));
  return performance.now() - sent;
}

/** Milliseconds from the start of an act to the first look that sees it done. */
async function timed(act: () => Promise<void>, seen: () => Promise<boolean>): Promise<number> {
  const started = performance.now();
  const acting = act();
  while (!(await seen())) await new Promise((resolve) => setTimeout(resolve, 2));
  const ended = performance.now() - started;
  await acting;
  return ended;
}

function keepLoading(url: string) {
  let going = true;
  const running = (async () => {
    while (going) await pagesPerSecond(url, { path: '/en/report' }, 500);
  })();
  return {
    stop: async () => {
      going = false;
      await running;
    },
  };
}

// The editor's import, again and again, as a command beside the running server.
function keepImporting(world: Rehearsal, list: string) {
  let going = true;
  const config = readConfig({ ROWAN_DATA: join(world.folder, 'data') }, world.folder);
  const order = {
    path: list,
    format: 'domains',
    category: 'gambling',
    source: 'Invented list beside',
    licence: 'CC0-1.0',
  } as const;
  const running = (async () => {
    while (going) {
      await onInstallation(config, async ({ ctx }) => {
        keepSnapshotsIn(ctx.db, config.data);
        await importPath(ctx, order);
      });
    }
  })();
  return {
    stop: async () => {
      going = false;
      await running;
    },
  };
}

async function writeHosts(path: string, count: number): Promise<void> {
  const out = createWriteStream(path);
  for (let at = 0; at < count; at++) {
    if (!out.write(`bet-${at.toString(36)}.casino${at % 97}.example\n`)) await once(out, 'drain');
  }
  out.end();
  await once(out, 'finish');
}

function rows(times: Times, { hosts, quick }: { hosts: number; quick: boolean }) {
  const row = (what: string, list: number[], goal: number | null) => {
    const max = Math.round(Math.max(...list));
    return [
      {
        what: `${what}, p50`,
        unit: 'ms',
        rowan: Math.round(median(list)),
        goal: goal === null ? null : `<= ${goal}`,
        holds: goal === null || quick ? null : median(list) <= goal,
      },
      {
        what: `${what}, max of ${list.length}, ${hosts} hosts`,
        unit: 'ms',
        rowan: max,
        goal: goal === null ? null : `<= ${goal}`,
        holds: goal === null || quick ? null : max <= goal,
      },
    ];
  };
  return [
    ...row('send to queue', times.queue, null),
    ...row('release to blocked', times.blocked, GOAL_MS),
    ...row('undo to open', times.open, GOAL_MS),
  ];
}
