// SPDX-License-Identifier: EUPL-1.2
// Kills under load: node, the postmaster, both, by turns, at a random moment while people send reports. A report whose
// code was shown must be there afterwards; the next loop must run within 15 s. Peer: none, it is a promise.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { askDoh, makeChild } from '../src/app/rehearsal/family.ts';
import { findReport, sendReport, TRUSTING } from '../src/app/rehearsal/report.ts';
import { type Rehearsal, startRehearsal } from '../src/app/rehearsal/spawn.ts';
import { startStub } from '../src/rooms/guard/testing/stub-upstream.ts';

const KILLS = 100;
const QUICK_MS = 38_000;
const GOAL_SECONDS = 15;
const VICTIMS = ['node', 'postmaster', 'both'] as const;
type Victim = (typeof VICTIMS)[number];

export async function bench({ quick }: { quick: boolean }) {
  const began = performance.now();
  const stub = await startStub();
  const world = await startRehearsal({
    dist: join(import.meta.dirname, '..'),
    env: { ...TRUSTING, ROWAN_DNS_UPSTREAM: `127.0.0.1:${stub.port}` },
  });
  const codes: string[] = [];
  const seconds: number[] = [];
  try {
    const child = await makeChild(world.url);
    for (let kill = 0; quick ? kill < 5 || performance.now() - began < QUICK_MS : kill < KILLS; kill++) {
      const victim = VICTIMS[kill % VICTIMS.length] ?? 'both';
      seconds.push(await killOnce(world, { victim, codes, child }));
    }
    const lost = await missing(world.url, quick ? codes.slice(-40) : codes);
    const worst = Math.max(...seconds);
    return [
      {
        what: 'kills',
        unit: 'n',
        rowan: seconds.length,
        goal: quick ? null : `= ${KILLS}`,
        holds: quick ? null : seconds.length >= KILLS,
      },
      { what: 'acknowledged reports', unit: 'n', rowan: codes.length },
      {
        what: `lost of ${quick ? Math.min(40, codes.length) : codes.length} looked for`,
        unit: 'n',
        rowan: lost,
        goal: '= 0',
        holds: lost === 0,
      },
      {
        what: 'to the next loop, worst',
        unit: 's',
        rowan: Number(worst.toFixed(1)),
        goal: `<= ${GOAL_SECONDS}`,
        holds: quick ? null : worst <= GOAL_SECONDS,
      },
    ];
  } finally {
    await world.destroy();
    await stub.stop();
  }
}

interface Round {
  victim: Victim;
  codes: string[];
  child: string;
}

async function killOnce(world: Rehearsal, { victim, codes, child }: Round): Promise<number> {
  const sending = keepSending(world.url, codes);
  await new Promise((resolve) => setTimeout(resolve, 800 + Math.random() * 2000));
  const postmaster = await postmasterOf(world);
  const node = world.pid;
  if (victim !== 'node') process.kill(postmaster, 'SIGKILL');
  if (victim !== 'postmaster') process.kill(node, 'SIGKILL');
  const killed = performance.now();
  await sending.stop();
  if (victim !== 'postmaster') await world.start();
  // The next loop: a report is acknowledged and the child's device is answered.
  for (;;) {
    try {
      codes.push((await sendReport(world.url)).code);
      if ((await askDoh(world.url, child, 'open.example')).includes('192.0.2.1')) break;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  return (performance.now() - killed) / 1000;
}

function keepSending(url: string, codes: string[]) {
  let going = true;
  const one = async () => {
    while (going) {
      try {
        codes.push((await sendReport(url)).code);
      } catch {
        // Killed in the middle: no code was shown, so nothing was promised.
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    }
  };
  const running = Promise.all([one(), one()]);
  return {
    stop: async () => {
      going = false;
      await running;
    },
  };
}

async function postmasterOf(world: Rehearsal): Promise<number> {
  const data = join(world.folder, 'data');
  let home = join(data, 'postgres');
  try {
    home = (await readFile(join(data, 'postgres.location'), 'utf8')).trim();
  } catch {
    // The database lies in the data folder itself.
  }
  const pid = await readFile(join(home, '18', 'postmaster.pid'), 'utf8');
  return Number(pid.split('\n')[0]);
}

async function missing(url: string, codes: readonly string[]): Promise<number> {
  let lost = 0;
  for (const code of codes) if ((await findReport(url, code)) === null) lost++;
  return lost;
}
