// SPDX-License-Identifier: EUPL-1.2
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createIdentity } from '#platform/auth';
import type { Ctx } from '#platform/ctx';
import type { Db } from '#platform/db';
import { type AnyRoute, createLimiter, createServer, defineRoute, json } from '#platform/http';
import { translator } from '#platform/i18n';
import { silentLog } from '#platform/log';
import { attachKeyring, createKeyring, Secret } from '#platform/seal';
import { readInstallation, siteView } from '#platform/setup';
import { createClient } from '../../../../tests/harness/client.ts';
import { freshDatabase } from '../../../../tests/harness/database.ts';
import { prepareInvented, type Staff } from '../../../app/rehearsal/prepare.ts';
import { plugin as auth } from '../../../platform/auth/plugin.tsx';
import { totpAt } from '../../../platform/auth/totp.ts';
import { plugin } from '../plugin.ts';

export type Work = (ctx: Ctx) => Promise<unknown>;

interface Parts {
  db: Db;
  clock: { now: Date };
  services: { intakeOpen: () => boolean; wrongCodeTakes: number };
  desk: { work: Work };
}

/** This room alone on a real database: its routes, sign-in, and a desk that runs what a test hands it. */
export async function startRoom(kind: 'rehearsal' | 'demo' = 'rehearsal') {
  const folder = await mkdtemp(join(tmpdir(), 'rowan-reports-'));
  const { database, drop } = await freshDatabase();
  const { db } = database;
  const clock = { now: new Date('2026-05-04T09:40:30Z') };
  const made = { instance: 'rowan.example', now: clock.now };
  attachKeyring(db, await createKeyring({ data: folder, keyFile: null }, made));
  const ctx = () => systemCtx(db, clock.now);
  const staff = await prepareInvented(ctx(), kind);
  const parts: Parts = {
    db,
    clock,
    services: { intakeOpen: () => true, wrongCodeTakes: 0 },
    desk: { work: async () => null },
  };
  const { url, close } = await serve(parts);
  return {
    db,
    clock,
    ctx,
    services: parts.services,
    visitor: () => createClient(url, 'public'),
    asDesk: <T>(work: (inner: Ctx) => Promise<T>) => asDesk(parts, { url, staff, work }),
    stop: async () => {
      await close();
      await drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

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

async function serve({ db, clock, services, desk }: Parts) {
  const site = await readInstallation(db);
  const server = createServer({
    db,
    log: silentLog,
    identity: createIdentity(db),
    limiter: createLimiter(() => clock.now),
    assets: { names: { css: 'site.css', icons: 'icons.svg', islands: {} }, register: () => {} },
    routes: [...auth({ setupToken: null }).routes, ...plugin(services).routes, deskRoute(desk)],
    site: (lang) => siteView(site, site.languages, { lang, now: clock.now }),
    origins: () => ['http://localhost'],
    trustProxy: [],
    now: () => clock.now,
    development: true,
  });
  await server.listen({ host: '127.0.0.1', port: 0 });
  const { port } = server.server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, close: () => server.close() };
}

interface DeskRun<T> {
  url: string;
  staff: readonly Staff[];
  work: (inner: Ctx) => Promise<T>;
}

/** Runs `work` in the request of somebody who signed in and holds the desk's keys. */
async function asDesk<T>({ clock, desk }: Parts, { url, staff, work }: DeskRun<T>): Promise<T> {
  const person = staff[0];
  if (person === undefined) throw new Error('nobody works here');
  const client = createClient(url, 'operator');
  // A code of the authenticator counts once.
  clock.now = new Date(clock.now.getTime() + 30_000);
  using secret = Secret.copyOf(person.totp);
  const code = totpAt(secret, clock.now);
  await client.get('/en/desk/sign-in');
  await client.post('/en/desk/sign-in', { alias: person.alias, password: person.password, code });
  const results: T[] = [];
  desk.work = async (inner) => {
    results.push(await work(inner));
  };
  const reply = await client.get('/desk/test');
  const [result] = results;
  if (reply.status !== 200 || result === undefined) throw new Error(`the desk answered ${reply.status}`);
  return result;
}

function deskRoute(desk: { work: Work }): AnyRoute {
  return defineRoute({
    name: 'test-desk',
    verb: 'GET',
    path: '/desk/test',
    localized: false,
    access: ['operator'],
    area: 'desk',
    keys: true,
    handle: async ({ ctx }) => {
      await desk.work(ctx);
      return json({ done: true });
    },
  });
}
