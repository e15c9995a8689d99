// SPDX-License-Identifier: EUPL-1.2
import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Config, readConfig } from '#platform/config';
import { onInstallation } from '../cli/open.ts';
import { prepareInvented, type Staff } from './prepare.ts';

/** An invented installation in a process and folder of its own, as a person at a console would start it. */
export interface Rehearsal {
  readonly folder: string;
  /** Its settings, for commands beside it. */
  readonly config: Config;
  readonly staff: readonly Staff[];
  /** Where it serves now; changes with each start. */
  url: string;
  /** host:port */
  dns: string;
  pid: number;
  /** Starts the server again after a kill. Answers when it says that it is ready. */
  start(): Promise<void>;
  /** Ends the server as Ctrl-C does. */
  stop(): Promise<void>;
  /** Ends everything and destroys the data: a rehearsal leaves nothing (H12). */
  destroy(): Promise<void>;
}

export interface RehearsalOptions {
  /** Folder of main.mjs. */
  dist: string;
  env: Record<string, string>;
  kind?: 'demo' | 'rehearsal';
  /** Name of a file in the folder that keeps what the server says; by default nothing does. */
  log?: string;
  /** Work on the database before the server starts, e.g. an import. */
  before?: Parameters<typeof onInstallation>[1];
}

const READY = /^rowan ready (\S+) dns (\S+)$/m;
const PATIENCE = 60_000;

/** Makes, fills and starts one. Everything lies under the temporary folder. */
export async function startRehearsal(options: RehearsalOptions): Promise<Rehearsal> {
  const folder = await mkdtemp(join(tmpdir(), 'rowan-rehearsal-'));
  // As root, PostgreSQL works as another user, who must pass through here: else its files lie, and stay, elsewhere.
  await chmod(folder, 0o711);
  const env = {
    ROWAN_DATA: join(folder, 'data'),
    ROWAN_PORT: '0',
    ROWAN_HTTPS_PORT: '0',
    ROWAN_DNS_PORT: '0',
    ROWAN_DOT_PORT: '0',
    ...options.env,
  };
  const config = readConfig(env, folder);
  const staff = await onInstallation(config, async (command) => {
    const made = await prepareInvented(command.ctx, options.kind ?? 'rehearsal');
    await options.before?.(command);
    return made;
  });
  let child: ChildProcess | null = null;
  const rehearsal: Rehearsal = {
    folder,
    config,
    staff,
    url: '',
    dns: '',
    pid: 0,
    start: async () => {
      child = spawn(process.execPath, ['--enable-source-maps', join(options.dist, 'main.mjs')], {
        cwd: folder,
        env: { TMPDIR: tmpdir(), ...env },
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      if (options.log !== undefined) child.stdout?.pipe(createWriteStream(join(folder, options.log)));
      rehearsal.pid = child.pid ?? 0;
      const [url, dns] = await readyLine(child);
      Object.assign(rehearsal, { url, dns });
    },
    stop: () => ended(child, 'SIGTERM'),
    destroy: async () => {
      await ended(child, 'SIGTERM');
      await rm(folder, { recursive: true, force: true });
    },
  };
  await rehearsal.start();
  return rehearsal;
}

function readyLine(child: ChildProcess): Promise<[string, string]> {
  return new Promise((resolve, reject) => {
    let text = '';
    const timer = setTimeout(() => reject(new Error('the server did not become ready')), PATIENCE);
    child.stdout?.setEncoding('utf8').on('data', (part: string) => {
      // After the ready line the log goes on; it is read so that the pipe never fills, and forgotten.
      if (text === 'ready') return;
      text += part;
      const found = READY.exec(text);
      if (found === null) return;
      clearTimeout(timer);
      text = 'ready';
      resolve([found[1] ?? '', found[2] ?? '']);
    });
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
  });
}

async function ended(child: ChildProcess | null, signal: NodeJS.Signals): Promise<void> {
  if (child === null || child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill(signal);
  await gone;
}
