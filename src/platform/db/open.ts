// SPDX-License-Identifier: EUPL-1.2
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { EmbeddedPlace } from './embedded/embedded-place.ts';
import { type AppRole, ForeignPlace } from './foreign-place.ts';
import { type Db, makeDb } from './handle.ts';
import type { Place } from './place.ts';
import { guardedPool } from './pool.ts';
import { checkDatabase, requireNews } from './schema/checks.ts';
import { installJobs } from './schema/jobs-schema.ts';
import {
  findMigrationsFolder,
  type Migration,
  readMigrations,
  requireMigrated,
  runMigrations,
} from './schema/migrations.ts';
import { requireNoRestore } from './schema/restore-mark.ts';
import { installRoles, type Roles } from './schema/roles.ts';
import { valueTypes } from './values.ts';
import { type DatabaseState, type NewsHandler, Watch } from './watch.ts';

export interface OpenOptions {
  /** Holds the keys and, with the embedded database, its data. */
  dataFolder: string;
  /** Null: run our own PostgreSQL in the data folder. */
  databaseUrl: string | null;
  /** `server` serves and is alone; `command` attaches to what runs, or starts, works and stops. */
  role: 'server' | 'command';
  /** Called when the state changes, first with `ready` or `full` during the opening. */
  onState?: (state: DatabaseState) => void;
  /** Called with errors nobody waits for: a lost connection, a failed restart, a failed `afterCommit`. */
  onFault?: (fault: unknown) => void;
  /** False only in tests: the embedded database then survives no power cut. */
  fsync?: boolean;
  migrationsFolder?: string;
  /** Below this the state is `full`; embedded only. */
  lowDiskBytes?: number;
  poolSize?: number;
}

/** What the health page may say of the database. */
export interface DatabaseFacts {
  embedded: boolean;
  /** As PostgreSQL numbers itself: 180004 is 18.4. */
  version: number;
  /** False: the application could change the audit; health is yellow. */
  auditOwnerSeparated: boolean;
  appRole: AppRole;
  /** Where the embedded database keeps its data: not always in the data folder. */
  folder: string | null;
  /** Names of the migrations that ran during this opening. */
  migrated: string[];
}

export interface Database {
  readonly db: Db;
  readonly facts: DatabaseFacts;
  /** Hears `notify` of every process. The handler gets null when news may have been missed: then look again. */
  listen(topic: string, handler: NewsHandler): () => void;
  state(): DatabaseState;
  /** For graphile-worker's own pool: signs in as the application. */
  readonly appConnection: pg.ClientConfig;
  /** Ends the connections; the embedded PostgreSQL stops unless somebody else needs it. */
  close(): Promise<void>;
}

const LOW_DISK_BYTES = 1024 ** 3;
const POOL_SIZE = 20;
const CONNECT_TIMEOUT_MS = 10_000;

/** Opens the database: starts or finds it, checks it, brings it up to date, and keeps watch over it. */
export async function openDatabase(options: OpenOptions): Promise<Database> {
  const place = placeOf(options);
  const onFault = options.onFault ?? (() => undefined);
  const watch = new Watch(place, {
    role: options.role,
    onState: options.onState ?? (() => undefined),
    onFault,
    lowDiskBytes: options.lowDiskBytes ?? LOW_DISK_BYTES,
  });
  await watch.start();
  try {
    const facts = await prepare(place, options, watch);
    return serve(place, { watch, facts, onFault, poolSize: options.poolSize ?? POOL_SIZE });
  } catch (error) {
    await watch.close();
    throw error;
  }
}

/** Our own PostgreSQL or the one named, not yet running. */
export function placeOf({
  databaseUrl,
  dataFolder,
  role,
  fsync,
}: Pick<OpenOptions, 'databaseUrl' | 'dataFolder' | 'role' | 'fsync'>): EmbeddedPlace | ForeignPlace {
  if (databaseUrl !== null) return new ForeignPlace(databaseUrl);
  return new EmbeddedPlace({ dataFolder, role, fsync: fsync ?? true });
}

/** Checks the database and brings it up to date. */
export async function prepare(
  place: EmbeddedPlace | ForeignPlace,
  options: Pick<OpenOptions, 'role' | 'migrationsFolder'>,
  watch: Watch | null = null,
): Promise<DatabaseFacts> {
  const known = readMigrations(options.migrationsFolder ?? findMigrationsFolder());
  const install = await connect(place.config('install'));
  try {
    const version = await checkDatabase(install);
    await requireNoRestore(install);
    if (!place.embedded && watch !== null)
      await requireNews(install, (topic, handler) => watch.listen(topic, handler));
    const roles = await installRoles(install);
    const migrated: string[] = [];
    if (options.role === 'command' && place.embedded && (await place.isServed()))
      await requireMigrated(known, install);
    else migrated.push(...(await update(place, { known, install, roles })));
    return await describe(place, { install, roles, version, migrated });
  } finally {
    await install.end();
  }
}

interface Prepared {
  install: pg.Client;
  roles: Roles;
  version: number;
  migrated: string[];
}

/** What the health page may say of a database that is up to date; finds the application's way in. */
export async function describe(
  place: EmbeddedPlace | ForeignPlace,
  { install, roles, version, migrated }: Prepared,
): Promise<DatabaseFacts> {
  return {
    embedded: place.embedded,
    folder: place.embedded ? place.home.folder : null,
    version,
    auditOwnerSeparated: roles.separated,
    appRole: place.embedded ? 'login' : await place.chooseAppRole(install, roles.separated),
    migrated,
  };
}

/** Runs the migrations of `known` that have not run, and makes the tables of the jobs. Returns their names. */
export async function update(
  place: Place,
  { known, install, roles }: { known: Migration[]; install: pg.Client; roles: Roles },
): Promise<string[]> {
  const migrate = await connect(place.config('migrate'));
  try {
    const ran = await runMigrations(known, { install, migrate, roles });
    await installJobs(place.config('migrate'), roles);
    return ran;
  } finally {
    await migrate.end();
  }
}

/** A connection of its own, whose loss is not an unheard error. */
export async function connect(config: pg.ClientConfig): Promise<pg.Client> {
  const client = new pg.Client({ ...config, connectionTimeoutMillis: CONNECT_TIMEOUT_MS });
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

interface Serving {
  watch: Watch | null;
  facts: DatabaseFacts;
  onFault: (fault: unknown) => void;
  poolSize: number;
}

/** The handle over a database that is ready. Without a watch (tests) nothing is heard and nothing is restarted. */
export function serve(place: Place, { watch, facts, onFault, poolSize }: Serving): Database {
  const appConnection = { ...place.config('app'), types: valueTypes, application_name: 'rowan' };
  const pool = guardedPool(
    { ...appConnection, max: poolSize, connectionTimeoutMillis: CONNECT_TIMEOUT_MS },
    onFault,
  );
  let closing: Promise<void> | undefined;
  const kysely = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  return {
    db: makeDb(kysely, onFault),
    facts,
    listen: (topic, handler) => watch?.listen(topic, handler) ?? (() => undefined),
    state: () => watch?.state() ?? 'ready',
    appConnection,
    close: () => {
      closing ??= pool.end().then(() => watch?.close());
      return closing;
    },
  };
}
