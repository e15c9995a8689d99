// SPDX-License-Identifier: EUPL-1.2
import type { AddressInfo } from 'node:net';
import { createIdentity } from '#platform/auth';
import { createLimiter, createServer } from '#platform/http';
import type { Log } from '#platform/log';
import { readInstallation, siteView } from '#platform/setup';
import { type Client, createClient } from '../../../../tests/harness/client.ts';
import { prepareInvented } from '../../../app/rehearsal/prepare.ts';
import { plugin } from '../plugin.ts';
import { type Base, openBase } from './base.ts';

/** This room behind its own server, with its resolver running. */
export interface Room extends Base {
  url: string;
  dnsPort: number;
  /** Every line of the log: code and fields. */
  logged: string[];
  visitor(role: string): Client;
}

export async function openRoom(): Promise<Room> {
  const base = await openBase();
  const { db } = base.fresh.database;
  await prepareInvented({ ...base.ctx({ kind: 'system', name: 'test' }), audit: () => {} }, 'rehearsal');
  const logged: string[] = [];
  const log = logInto(logged);
  const room = await plugin({
    config: {
      roles: new Set(['web', 'guard']),
      data: base.folder,
      host: '127.0.0.1',
      dnsPort: 0,
      dnsUpstream: [`127.0.0.1:${base.stub.port}`],
      url: 'https://rowan.example',
    },
    database: base.fresh.database,
    log,
    installation: { open: () => ['en', 'fr'] },
    workerUrl: new URL('../resolver/resolver.worker.ts', import.meta.url),
  });
  const site = await readInstallation(db);
  const server = createServer({
    ...{ db, log, routes: room.routes, trustProxy: [], development: true },
    identity: createIdentity(db),
    limiter: createLimiter(() => base.now),
    assets: { names: { css: 'site.css', icons: 'icons.svg', islands: {} }, register: () => {} },
    site: (lang) => siteView(site, ['en', 'fr'], { lang, now: base.now }),
    origins: () => ['https://rowan.example'],
    now: () => base.now,
  });
  await server.listen({ host: '127.0.0.1', port: 0 });
  const { port } = server.server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  const closeBase = base.close;
  return Object.assign(base, {
    ...{ url, logged },
    dnsPort: Number(room.dns?.split(':')[1]),
    visitor: (role: string) => createClient(url, role),
    close: async () => {
      await server.close();
      await room.stop();
      await closeBase();
    },
  });
}

function logInto(lines: string[]): Log {
  const line = (code: string, fields?: object) => void lines.push(`${code} ${JSON.stringify(fields ?? {})}`);
  return { info: line, warn: line, error: line };
}
