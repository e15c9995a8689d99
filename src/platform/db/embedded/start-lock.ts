// SPDX-License-Identifier: EUPL-1.2
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DatabaseRefusal } from '../failure.ts';
import { birthOf } from './processes.ts';

const LONGEST_WAIT_MS = 120_000;
const STEP_MS = 20;

/**
 * Lets one process at a time look at the cluster and decide to start, adopt or stop it. Without this, two starts in
 * the same moment would each take the other's PostgreSQL for an orphan. The lock of a dead process counts for nothing.
 */
export async function withStartLock<T>(home: string, fn: () => Promise<T>): Promise<T> {
  const path = join(home, 'start.lock');
  const mine = join(home, `start.lock.${process.pid}.${Math.random().toString(36).slice(2)}`);
  writeFileSync(mine, `${process.pid} ${birthOf(process.pid) ?? ''}`, { flag: 'wx' });
  try {
    for (let waited = 0; !take(mine, path); waited += STEP_MS) {
      if (waited > LONGEST_WAIT_MS) {
        throw new DatabaseRefusal(
          'db.busy',
          `Another Rowan process has been starting the database for two minutes; see ${path}.`,
        );
      }
      await sleep(STEP_MS);
    }
  } finally {
    rmSync(mine, { force: true });
  }
  try {
    return await fn();
  } finally {
    rmSync(path, { force: true });
  }
}

function take(mine: string, path: string): boolean {
  if (link(mine, path)) return true;
  const holder = textOf(path);
  const [pid, birth] = holder.split(' ');
  if (holder === '' || birthOf(Number(pid)) === birth) return false;
  // Renaming is the moment of taking over; had somebody been faster, the moved lock is theirs and goes back.
  const stale = `${mine}.stale`;
  try {
    renameSync(path, stale);
  } catch {
    return false;
  }
  if (textOf(stale) !== holder) link(stale, path);
  rmSync(stale, { force: true });
  return link(mine, path);
}

function link(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch {
    return false;
  }
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
