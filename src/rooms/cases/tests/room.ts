// SPDX-License-Identifier: EUPL-1.2
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { Logger, runOnce, type TaskList } from 'graphile-worker';
import pg from 'pg';
import { createIdentity } from '#platform/auth';
import type { Ctx } from '#platform/ctx';
import type { Database, Db } from '#platform/db';
import { createLimiter, createServer } from '#platform/http';
import { translator } from '#platform/i18n';
import { storeSubscriptions } from '#platform/jobs';
import { silentLog } from '#platform/log';
import { attachKeyring, createKeyring, Secret } from '#platform/seal';
import { readInstallation, siteView } from '#platform/setup';
import { importList } from '#ratings';
import { type Client, createClient, type Fields } from '../../../../tests/harness/client.ts';
import { freshDatabase } from '../../../../tests/harness/database.ts';
import { prepareInvented, type Staff } from '../../../app/rehearsal/prepare.ts';
import { plugin as auth } from '../../../platform/auth/plugin.tsx';
import { totpAt } from '../../../platform/auth/totp.ts';
import { plugin as mail } from '../../../platform/mail/plugin.tsx';
import { plugin as ratings } from '../../ratings/plugin.ts';
import { plugin as reports } from '../../reports/plugin.ts';
import { codeOn, fill, newestReport, start } from '../../reports/tests/filling.ts';
import { clocks } from '../jobs/clocks.ts';
import { plugin as cases } from '../plugin.ts';
import { reading } from '../tables.ts';

const START = new Date('2026-05-04T09:40:30Z');

export type Room = Awaited<ReturnType<typeof startRoom>>;
export type Answers = Record<string, Fields>;

/** What a child says who is in no danger and saw something. */
export const saw: Answers = {
  who: { who: 'teen' },
  what: { what: 'saw' },
  where: { where: 'https://bad.example/room/7' },
  more: { more: 'They show it to everybody in my class' },
  wishes: { wishes: ['remove'] },
  answer: { answer: 'code' },
};

/** What a child says who is threatened. */
export const danger: Answers = {
  who: { who: 'teen' },
  what: { what: 'unsafe' },
  asks: { asks: ['pictures', 'meet'] },
  where: { where: 'ShareApp' },
  safe: { safe: 'someone' },
  numbers: {},
  more: { more: 'He wants to meet at the station after school' },
  wishes: { wishes: ['stop', 'talk'] },
  answer: { answer: 'code' },
};

/** No built files are needed to read words. */
const FILES = { css: 'site.css', icons: 'icons.svg', islands: {} };

function systemCtx(db: Db, now: Date): Ctx {
  return {
    db,
    actor: { kind: 'system', name: 'test' },
    now,
    log: silentLog,
    t: translator('en'),
    audit: () => {},
    keys: null,
  };
}

/** The desk with the rooms it works with, on a database and a clock of its own. */
export async function startRoom() {
  const folder = await mkdtemp(join(tmpdir(), 'rowan-cases-'));
  const fresh = await freshDatabase();
  const { db } = fresh.database;
  const clock = { now: START };
  const made = { instance: 'rowan.example', now: START };
  attachKeyring(db, await createKeyring({ data: folder, keyFile: null }, made));
  const ctx = () => systemCtx(db, clock.now);
  const staff = await prepareInvented(ctx(), 'rehearsal');
  const { url, subscriptions, close } = await serve(fresh.database, clock, folder);
  const jobs = new Map(subscriptions.map(({ job }) => [job.name, job]));
  return {
    db,
    clock,
    staff,
    ctx,
    move: (minutes: number) => {
      clock.now = new Date(clock.now.getTime() + minutes * 60_000);
    },
    /** Runs what facts have set going, as the worker would. */
    deliver: () => deliver(fresh.config('app'), (name, payload) => jobs.get(name)?.run(ctx(), payload)),
    /** What the clock does every five minutes. */
    clock5: async () => {
      await clocks.find(({ name }) => name === 'cases.end-waiting')?.run(ctx(), {});
    },
    visitor: () => createClient(url, 'public'),
    signIn: (alias: string) => signIn({ url, clock, staff }, alias),
    stop: async () => {
      await close();
      await fresh.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function serve({ db, listen }: Database, clock: { now: Date }, dataFolder: string) {
  const plugins = [
    auth({ setupToken: null }),
    mail({ smtpUrl: null, nav: () => null }),
    reports({ intakeOpen: () => true }),
    ratings({ db, dataFolder, listen }),
    cases,
  ];
  const subscriptions = plugins.flatMap((plugin) => plugin.subscriptions);
  await storeSubscriptions(db, subscriptions);
  const site = await readInstallation(db);
  const server = createServer({
    db,
    log: silentLog,
    identity: createIdentity(db),
    limiter: createLimiter(() => clock.now),
    assets: { names: FILES, register: () => {} },
    routes: plugins.flatMap((plugin) => plugin.routes),
    site: (lang) => siteView(site, site.languages, { lang, now: clock.now }),
    origins: () => ['http://localhost'],
    trustProxy: [],
    now: () => clock.now,
    development: true,
  });
  await server.listen({ host: '127.0.0.1', port: 0 });
  const url = `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
  return { url, subscriptions, close: () => server.close() };
}

async function deliver(
  config: pg.ClientConfig,
  run: (name: string, payload: unknown) => Promise<void> | undefined,
): Promise<void> {
  const pgPool = new pg.Pool({ ...config, max: 2 });
  pgPool.on('error', () => {});
  pgPool.on('connect', (client) => client.on('error', () => {}));
  try {
    const client = await pgPool.connect();
    const { rows } = await client.query<{ task: string }>(
      'select distinct task_identifier as task from graphile_worker.jobs',
    );
    client.release();
    const taskList: TaskList = Object.fromEntries(
      rows.map(({ task }) => [task, async (payload: unknown) => void (await run(task, payload))]),
    );
    await runOnce({
      pgPool,
      taskList,
      noHandleSignals: true,
      concurrency: 1,
      logger: new Logger(() => () => {}),
    });
  } finally {
    await pgPool.end();
  }
}

interface Door {
  url: string;
  clock: { now: Date };
  staff: readonly Staff[];
}

/** What somebody types to show who they are. */
function proofOf({ clock, staff }: Omit<Door, 'url'>, alias: string) {
  const person = staff.find((one) => one.alias === alias);
  if (person === undefined) throw new Error(`nobody is called ${alias}`);
  // A code of the authenticator counts once.
  clock.now = new Date(clock.now.getTime() + 30_000);
  using secret = Secret.copyOf(person.totp);
  return { password: person.password, code: totpAt(secret, clock.now) };
}

/** Shows again who somebody is, on the page that a stale factor led to. */
export async function confirmed(room: Room, alias: string, client: Client): Promise<void> {
  await client.get('/en/desk/confirm?next=/desk/kept');
  await client.post('/en/desk/confirm', { next: '/desk/kept', ...proofOf(room, alias) });
}

async function signIn({ url, ...door }: Door, alias: string): Promise<Client> {
  const client = createClient(url, alias);
  await client.get('/en/desk/sign-in');
  const reply = await client.post('/en/desk/sign-in', { alias, ...proofOf(door, alias) });
  if (reply.status !== 303)
    throw new Error(`${alias} could not sign in: ${reply.status} ${reply.text.slice(0, 300)}`);
  return client;
}

export interface Sent {
  /** The browser of whoever reported, on the page of the code. */
  client: Client;
  code: string;
  reportId: string;
  caseId: string;
}

/** Somebody reports, and the desk gets its case. */
export async function sendReport(room: Room, answers: Answers): Promise<Sent> {
  // After two hours no limit of an earlier report is left.
  room.move(120);
  const client = room.visitor();
  await start(client);
  await fill(client, answers);
  await client.submit('/en/report', { step: 'check', go: 'send' });
  const code = codeOn(client.last?.body ?? '');
  const reportId = await newestReport(room.db);
  await room.deliver();
  return { client, code, reportId, caseId: await caseOf(room, reportId) };
}

export async function caseOf(room: Room, reportId: string): Promise<string> {
  const row = await reading(room.db)
    .selectFrom('cases.report')
    .select('case_id')
    .where('report_id', '=', reportId)
    .executeTakeFirstOrThrow();
  return row.case_id;
}

export async function caseRow(room: Room, caseId: string) {
  return reading(room.db)
    .selectFrom('cases.case')
    .selectAll()
    .where('id', '=', caseId)
    .executeTakeFirstOrThrow();
}

/** What the reporter reads behind the code, in a browser of its own. */
export async function progressOf(room: Room, code: string): Promise<string> {
  const client = room.visitor();
  room.move(1);
  await client.get('/en/code');
  const reply = await client.submit('/en/code', { code });
  if (reply.status !== 200)
    throw new Error(`the code opened nothing: ${reply.status} ${reply.text.slice(0, 300)}`);
  return reply.text;
}

/** Takes a case and stands on its page. */
export async function take(client: Client, caseId: string): Promise<void> {
  await client.get(`/en/desk/case/${caseId}`);
  const reply = await client.submit(`/en/desk/case/${caseId}/take`, {});
  if (reply.status !== 200) throw new Error(`take: ${reply.status} ${reply.text.slice(0, 300)}`);
}

/** A list says that this host is a school's. */
export async function listSchool(room: Room, host: string): Promise<void> {
  await importList(room.ctx(), {
    source: 'Schools',
    licence: 'CC0',
    format: 'domains',
    category: 'education',
    stream: Readable.from([Buffer.from(host)]),
  });
}
