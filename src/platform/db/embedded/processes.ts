// SPDX-License-Identifier: EUPL-1.2
import { readdirSync, readFileSync, readlinkSync, realpathSync, statSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** What `postmaster.pid` says (PostgreSQL, miscadmin.h: one fact a line). */
export interface PidFile {
  pid: number;
  /** Folder of the unix socket, line 5; empty while the postmaster is still starting. */
  socketFolder: string;
  port: number;
}

/** Reads a cluster's `postmaster.pid`; null when there is none or it is not yet written. */
export function readPidFile(cluster: string): PidFile | null {
  const lines = textOf(`${cluster}/postmaster.pid`)?.split('\n') ?? [];
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0) return null;
  return { pid, port: Number(lines[3] ?? 0), socketFolder: lines[4]?.trim() ?? '' };
}

/** True while the process runs. A zombie has stopped working: nobody may ever reap it, as in a small container. */
export function isAlive(pid: number): boolean {
  const stat = textOf(`/proc/${pid}/stat`);
  if (stat === null) return false;
  return stat.slice(stat.lastIndexOf(')') + 2, stat.lastIndexOf(')') + 3) !== 'Z';
}

/** A mark that tells two processes with the same number apart: ticks since boot at its start; null when gone. */
export function birthOf(pid: number): string | null {
  const stat = textOf(`/proc/${pid}/stat`);
  return stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
}

/** True when `pid` is a PostgreSQL whose working folder is `cluster`. */
export function isPostgresOf(pid: number, cluster: string): boolean {
  if (!isAlive(pid)) return false;
  try {
    // After an update of the package the running program's file is gone, which /proc says in the name.
    const program = readlinkSync(`/proc/${pid}/exe`).replace(/ \(deleted\)$/, '');
    return program.endsWith('/postgres') && readlinkSync(`/proc/${pid}/cwd`) === realpathSync(cluster);
  } catch {
    return false;
  }
}

/** True when any process of PostgreSQL, postmaster or not, still works in `cluster`. */
export function isClusterBusy(cluster: string): boolean {
  return readdirSync('/proc').some((name) => /^\d+$/.test(name) && isPostgresOf(Number(name), cluster));
}

/** The user a process belongs to; null when it is gone. */
export function uidOf(pid: number): number | null {
  return statSync(`/proc/${pid}`, { throwIfNoEntry: false })?.uid ?? null;
}

/** Waits until the process is gone, at most `ms`; says whether it is. */
export function untilGone(pid: number, ms: number): Promise<boolean> {
  return until(() => !isAlive(pid), ms);
}

/** Waits until `test` is true, at most `ms`; says whether it is. */
export async function until(test: () => boolean, ms: number): Promise<boolean> {
  for (let waited = 0; !test(); waited += 10) {
    if (waited >= ms) return false;
    await sleep(10);
  }
  return true;
}

function textOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
