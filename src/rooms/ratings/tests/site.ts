// SPDX-License-Identifier: EUPL-1.2
import type { AddressInfo } from 'node:net';
import { createIdentity } from '#platform/auth';
import { createLimiter, createServer } from '#platform/http';
import { silentLog } from '#platform/log';
import { Secret } from '#platform/seal';
import { readInstallation, siteView } from '#platform/setup';
import { type Client, createClient } from '../../../../tests/harness/client.ts';
import { prepareInvented } from '../../../app/rehearsal/prepare.ts';
import { plugin as auth } from '../../../platform/auth/plugin.tsx';
import { totpAt } from '../../../platform/auth/totp.ts';
import { plugin } from '../plugin.ts';
import type { World } from './world.ts';

/** The room's pages on a world's database, with invented staff who can sign in. */
export interface Site {
  visitor(): Client;
  signIn(alias: string): Promise<Client>;
  close(): Promise<unknown>;
}

export async function openSite(world: World): Promise<Site> {
  const { db } = world.fresh.database;
  const staff = await prepareInvented(world.system(), 'rehearsal');
  const installation = await readInstallation(db);
  const server = createServer({
    db,
    log: silentLog,
    identity: createIdentity(db),
    limiter: createLimiter(() => world.now),
    assets: { names: { css: 'site.css', icons: 'icons.svg', islands: {} }, register: () => {} },
    routes: [
      ...auth({ setupToken: null }).routes,
      ...plugin({ db, dataFolder: world.folder, listen: world.fresh.database.listen }).routes,
    ],
    site: (lang) => siteView(installation, installation.languages, { lang, now: world.now }),
    origins: () => ['http://localhost'],
    trustProxy: [],
    now: () => world.now,
    development: true,
  });
  await server.listen({ host: '127.0.0.1', port: 0 });
  const { port } = server.server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  return {
    visitor: () => createClient(url, 'public'),
    signIn: async (alias) => {
      const person = staff.find((one) => one.alias === alias);
      if (person === undefined) throw new Error(`nobody is called ${alias}`);
      const client = createClient(url, alias);
      // A code of the authenticator counts once.
      world.now = new Date(world.now.getTime() + 30_000);
      using secret = Secret.copyOf(person.totp);
      await client.get('/en/desk/sign-in');
      const code = totpAt(secret, world.now);
      const reply = await client.post('/en/desk/sign-in', { alias, password: person.password, code });
      if (reply.status !== 303) throw new Error(`${alias} could not sign in: ${reply.status}`);
      return client;
    },
    close: () => server.close(),
  };
}
