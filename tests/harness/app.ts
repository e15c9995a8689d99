// SPDX-License-Identifier: EUPL-1.2
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import { prepareInvented, type Staff } from '../../src/app/rehearsal/prepare.ts';
import { type Rowan, startRowan } from '../../src/app/start.ts';
import { totpAt } from '../../src/platform/auth/totp.ts';
import { readConfig } from '../../src/platform/config/index.ts';
import type { Ctx } from '../../src/platform/ctx/index.ts';
import type { Database } from '../../src/platform/db/index.ts';
import { translator } from '../../src/platform/i18n/index.ts';
import { createLog, silentLog } from '../../src/platform/log/index.ts';
import type { RecordRoom } from '../../src/platform/records/index.ts';
import { Secret } from '../../src/platform/seal/index.ts';
import { type Client, createClient } from './client.ts';
import { freshDatabase } from './database.ts';

export interface TestApp {
  rowan: Rowan;
  url: string;
  folder: string;
  /** The clock every part reads; tests move it, it never moves by itself. */
  clock: { now: Date; move(minutes: number): void };
  staff: readonly Staff[];
  /** A browser of somebody of the public. */
  visitor(role?: string): Client;
  /** A browser in which this invented person signed in: Linden, Alder, Birch, Hazel, Sorrel, Juniper, Maple, Willow. */
  signIn(alias: string): Promise<Client>;
  /** A context of the system, for doors without a route. */
  ctx(): Ctx;
  /** Signs in to this database as its owner, for tests that look at what lies in it. */
  owner: pg.ClientConfig;
  /** Lets the server believe that its disk is full, or has room again. */
  fillDisk(full: boolean): void;
  stop(): Promise<void>;
}

export interface TestAppOptions {
  kind?: 'rehearsal' | 'demo' | 'untouched';
  env?: Record<string, string>;
  /** Hears each line of the log, as it would be printed. */
  log?: (line: string) => void;
  /** Brings the starting content of rooms, as an installation has it. */
  content?: boolean;
  /** Rooms of records that exist in this test alone. */
  recordRooms?: readonly RecordRoom[];
}

const START = new Date('2026-11-21T12:00:00Z');
const dist = join(import.meta.dirname, '..', '..', 'dist');

/** The whole application on a database of its own and free ports. `dist/` must be built before (npm run build). */
export async function startTestApp(options: TestAppOptions = {}): Promise<TestApp> {
  const folder = await mkdtemp(join(tmpdir(), 'rowan-app-'));
  const fresh = await freshDatabase();
  const clock = {
    now: START,
    move: (minutes: number) => {
      clock.now = new Date(clock.now.getTime() + minutes * 60_000);
    },
  };
  const ports = { ROWAN_PORT: '0', ROWAN_HTTPS_PORT: '0', ROWAN_DNS_PORT: '0', ROWAN_DOT_PORT: '0' };
  const config = readConfig({ NODE_ENV: 'test', ROWAN_DATA: folder, ...ports, ...options.env }, folder);
  const { recordRooms = [], content = false, log: hears } = options;
  const log = hears === undefined ? silentLog : createLog('test', hears);
  const disk = { full: false };
  const state: Database['state'] = () => (disk.full ? 'full' : fresh.database.state());
  const begun = { dist, now: () => clock.now, log, recordRooms, content };
  const rowan = await startRowan(config, { ...begun, database: { ...fresh.database, state } });
  const url = rowan.http ?? '';
  const ctx = (): Ctx => ({
    db: fresh.database.db,
    actor: { kind: 'system', name: 'test' },
    now: clock.now,
    log: silentLog,
    t: translator('en'),
    audit: () => {},
    keys: null,
  });
  const kind = options.kind ?? 'rehearsal';
  const staff = kind === 'untouched' ? [] : await prepareInvented(ctx(), kind);
  await rowan.services.installation.refresh();
  return {
    rowan,
    url,
    folder,
    clock,
    staff,
    ctx,
    visitor: (role = 'public') => createClient(url, role),
    signIn: (alias) => signIn({ url, clock, staff }, alias),
    owner: fresh.config('install'),
    fillDisk: (full) => {
      disk.full = full;
    },
    stop: async () => {
      await rowan.stop();
      await fresh.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function signIn(app: Pick<TestApp, 'url' | 'clock' | 'staff'>, alias: string): Promise<Client> {
  const person = app.staff.find((one) => one.alias === alias);
  if (person === undefined) throw new Error(`nobody is called ${alias}`);
  const client = createClient(app.url, alias);
  // A code counts once; somebody who signs in again types the next one.
  app.clock.move(0.5);
  using secret = Secret.copyOf(person.totp);
  const code = totpAt(secret, app.clock.now);
  await client.get('/en/desk/sign-in');
  const reply = await client.post('/en/desk/sign-in', { alias, password: person.password, code });
  if (reply.status !== 303)
    throw new Error(`${alias} could not sign in: ${reply.status} ${reply.text.slice(0, 300)}`);
  return client;
}
