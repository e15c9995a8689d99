// SPDX-License-Identifier: EUPL-1.2

import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createIdentity } from '#platform/auth';
import type { Ctx } from '#platform/ctx';
import { type AnyRoute, createLimiter, createServer, defineRoute, json } from '#platform/http';
import { translator } from '#platform/i18n';
import { silentLog } from '#platform/log';
import { attachKeyring, createKeyring, Secret } from '#platform/seal';
import { readInstallation, siteView } from '#platform/setup';
import { createClient } from '../../../../tests/harness/client.ts';
import { freshDatabase } from '../../../../tests/harness/database.ts';
import { prepareInvented } from '../../../app/rehearsal/prepare.ts';
import { plugin as auth } from '../../../platform/auth/plugin.tsx';
import { totpAt } from '../../../platform/auth/totp.ts';
import { plugin } from '../plugin.ts';

export type Work = (ctx: Ctx) => Promise<unknown>;

/** This room alone on a real database: its routes, sign-in, and a desk that runs what a test hands it. */
export async function startRoom(kind: 'rehearsal' | 'demo' = 'rehearsal') {
  const folder = await mkdtemp(join(tmpdir(), 'rowan-reports-'));
  const { database, drop } = await freshDatabase();
  const { db } = database;
  const clock = { now: new Date('2026-05-04T09:40:30Z') };
  const ctx = (): Ctx => ({
    db,
    actor: { kind: 'system', name: 'test' },
    now: clock.now,
    log: silentLog,
    t: translator('en'),
    audit: () => {},
    keys: null,
  });
  attachKeyring(
    db,
    await createKeyring({ data: folder, keyFile: null }, { instance: 'rowan.example', now: clock.now }),
  );
  const staff = await prepareInvented(ctx(), kind);
  const services = { intakeOpen: () => true, wrongCodeTakes: 0 };
  const desk: { work: Work } = { work: async () => null };
  const site = { current: await readInstallation(db) };
  const server = createServer({
    db,
    log: silentLog,
    identity: createIdentity(db),
    limiter: createLimiter(() => clock.now),
    assets: { names: { css: 'site.css', icons: 'icons.svg', islands: {} }, register: () => {} },
    routes: [...auth({ setupToken: null }).routes, ...plugin(services).routes, deskRoute(desk)],
    site: (lang) => siteView(site.current, site.current.languages, { lang, now: clock.now }),
    origins: () => ['http://localhost'],
    trustProxy: [],
    now: () => clock.now,
    development: true,
  });
  await server.listen({ host: '127.0.0.1', port: 0 });
  const url = `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
  return {
    db,
    clock,
    ctx,
    services,
    site,
    visitor: () => createClient(url, 'public'),
    /** Runs `work` in the request of an operator who holds the desk's keys. */
    asDesk: async <T>(work: (inner: Ctx) => Promise<T>): Promise<T> => {
      const linden = staff[0];
      if (linden === undefined) throw new Error('nobody works here');
      const client = createClient(url, 'operator');
      clock.now = new Date(clock.now.getTime() + 30_000);
      using secret = Secret.copyOf(linden.totp);
      await client.get('/en/desk/sign-in');
      const code = totpAt(secret, clock.now);
      await client.post('/en/desk/sign-in', { alias: linden.alias, password: linden.password, code });
      const held: { value?: T } = {};
      desk.work = async (inner) => {
        held.value = await work(inner);
      };
      const reply = await client.get('/desk/test');
      if (reply.status !== 200 || !('value' in held)) throw new Error(`the desk answered ${reply.status}`);
      return held.value as T;
    },
    stop: async () => {
      await server.close();
      await drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
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
