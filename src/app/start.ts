// SPDX-License-Identifier: EUPL-1.2

import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import pg from 'pg';
import { createIdentity, hasPeople } from '#platform/auth';
import type { Config } from '#platform/config';
import { type Database, openDatabase } from '#platform/db';
import { type AnyRoute, type Assets, createLimiter, createServer, loadAssets } from '#platform/http';
import { jobPause, startWorker, storeSubscriptions } from '#platform/jobs';
import { createLog, type Log } from '#platform/log';
import type { RecordRoom } from '#platform/records';
import { selfMadeCertificate } from './certificate.ts';
import { minute } from './cli/words.ts';
import { machineRoutes } from './machine-routes.ts';
import { createMetrics } from './metrics.ts';
import { mountRooms, type Rooms } from './mount.ts';
import { keepKeys, openKeyring } from './open-keyring.ts';
import { publicRoutes } from './public/routes.tsx';
import type { Services } from './services.ts';
import { watchInstallation } from './watch-installation.ts';

export interface Rowan {
  services: Services;
  /** For people and machines on this host, e.g. http://127.0.0.1:8080 */
  http: string | null;
  https: string | null;
  /** host:port of the resolver, or null where this process has no guard. */
  dns: string | null;
  server: FastifyInstance | null;
  /** Every route that is served, for tests that walk them all. */
  routes: readonly AnyRoute[];
  /** Lines for the person at the console, e.g. the one-time set-up link. */
  welcome(): Promise<string[]>;
  stop(): Promise<void>;
}

export interface StartOptions {
  now?: () => Date;
  log?: Log;
  /** Where assets.json and the worker bundles lie. */
  dist: string;
  /** Tests open the database themselves. */
  database?: Database;
  /** False: without the starting content of rooms, for tests that need an empty library. */
  content?: boolean;
  /** Rooms of records that a test plants. */
  recordRooms?: readonly RecordRoom[];
}

/** Starts the roles of `config` in this process and answers when they serve. Throws one clear line otherwise. */
export async function startRowan(config: Config, options: StartOptions): Promise<Rowan> {
  const now = options.now ?? (() => new Date());
  const metrics = createMetrics();
  const log = metrics.counting(options.log ?? createLog([...config.roles].join('+')));
  const database = options.database ?? (await openServerDatabase(config, log));
  const closing: (() => Promise<unknown> | unknown)[] =
    options.database === undefined ? [() => database.close()] : [];
  const stop = async () => {
    for (const close of closing.splice(0).reverse()) await close();
  };
  try {
    const keyring = await openKeyring(config, database, now());
    closing.push(await keepKeys({ config, database, keyring, log }));
    const installation = await watchInstallation(database, now);
    closing.push(installation.stop);
    const services: Services = {
      config,
      database,
      log,
      now,
      installation,
      dist: options.dist,
      content: options.content ?? true,
      recordRooms: options.recordRooms ?? [],
      setupToken: (await hasPeople(database.db)) ? null : randomBytes(24).toString('base64url'),
      intakeOpen: () => database.state() === 'ready' && keyring.intake.alarm === null,
    };
    const rooms = await mountRooms(services);
    closing.push(rooms.stop);
    await storeSubscriptions(database.db, rooms.subscriptions);
    if (config.roles.has('worker')) closing.push(await startJobs(services, rooms));
    const web = config.roles.has('web')
      ? await startWeb({ services, metrics, dist: options.dist, rooms })
      : null;
    if (web !== null) closing.push(web.stop);
    return {
      services,
      http: web?.http ?? null,
      https: web?.https ?? null,
      dns: rooms.dns,
      server: web?.server ?? null,
      routes: web?.routes ?? [],
      welcome: async () => welcomeLines(services, web?.http ?? null),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function welcomeLines(services: Services, http: string | null): Promise<string[]> {
  return [...(await pauseLines(services)), ...setupLines(services, http)];
}

// After a restore nobody is mailed and no clock runs until a person has read the list: easy to forget, so each start says it.
async function pauseLines({ database }: Services): Promise<string[]> {
  const pause = await jobPause(database.db);
  if (pause === null) return [];
  return [
    '',
    `Jobs are paused since ${minute(pause.since)} UTC (${pause.why}): no mail goes out, no time limit is watched.`,
    'Read "rowan jobs list", then run "rowan jobs resume".',
    '',
  ];
}

function setupLines({ setupToken, config }: Services, http: string | null): string[] {
  if (setupToken === null || http === null) return [];
  const origin = config.url ?? http.replace('127.0.0.1', 'localhost');
  return [
    '',
    'Set up this installation (the link works once, until the first person has an account):',
    `  ${origin}/setup/first/${setupToken}`,
    '',
  ];
}

async function openServerDatabase(config: Config, log: Log): Promise<Database> {
  return openDatabase({
    dataFolder: config.data,
    databaseUrl: config.databaseUrl,
    role: 'server',
    onState: (state) => log.info(`database-${state}`),
    onFault: () => log.error('database-fault'),
  });
}

async function startJobs(services: Services, rooms: { jobs: Parameters<typeof startWorker>[0]['jobs'] }) {
  const pool = new pg.Pool({ ...services.database.appConnection, max: 8 });
  pool.on('error', () => services.log.warn('worker-connection-lost'));
  pool.on('connect', (client) => client.on('error', () => services.log.warn('worker-connection-lost')));
  const worker = await startWorker({
    db: services.database.db,
    pool,
    log: services.log,
    jobs: rooms.jobs,
    now: services.now,
  });
  return async () => {
    await worker.stop();
    await pool.end();
  };
}

interface Web {
  services: Services;
  metrics: ReturnType<typeof createMetrics>;
  dist: string;
  rooms: Pick<Rooms, 'routes' | 'guard'>;
}

async function startWeb({ services, metrics, dist, rooms }: Web) {
  const { config, installation, now } = services;
  const assets: Assets = loadAssets(dist);
  const all: AnyRoute[] = [...rooms.routes, ...publicRoutes(services)];
  all.push(...machineRoutes({ services, metrics, guard: rooms.guard, all: () => all }));
  const origins: string[] = config.url === null ? [] : [config.url];
  const shared = {
    db: services.database.db,
    log: services.log,
    identity: createIdentity(services.database.db),
    limiter: createLimiter(now),
    assets,
    routes: all,
    site: installation.site,
    edition: installation.edition,
    origins: () => origins,
    trustProxy: config.trustProxy,
    now,
    development: config.environment !== 'production',
  };
  const server = createServer(shared);
  await server.listen({ host: config.host, port: config.port });
  const http = urlOf('http', server);
  if (config.url === null) origins.push(http.replace('127.0.0.1', 'localhost'));
  origins.push(http);
  const tls = await selfMadeCertificate(config, join(config.data, 'tls'));
  const secure = createServer({ ...shared, https: tls });
  await secure.listen({ host: config.host, port: config.httpsPort });
  const https = urlOf('https', secure);
  origins.push(https, https.replace('127.0.0.1', 'localhost'));
  return {
    http,
    https,
    server,
    routes: all,
    stop: async () => {
      await Promise.all([server.close(), secure.close()]);
    },
  };
}

function urlOf(scheme: string, server: FastifyInstance): string {
  const { address, port, family } = server.server.address() as AddressInfo;
  return `${scheme}://${family === 'IPv6' ? `[${address}]` : address}:${port}`;
}
