// SPDX-License-Identifier: EUPL-1.2
import type pg from 'pg';
import type { EmbeddedPlace } from './embedded/embedded-place.ts';
import { cleanError, DatabaseRefusal } from './failure.ts';
import type { ForeignPlace } from './foreign-place.ts';
import { connect, type Database, describe, type OpenOptions, placeOf, serve, update } from './open.ts';
import { checkDatabase, requireNews } from './schema/checks.ts';
import { findMigrationsFolder, type Migration, readMigrations } from './schema/migrations.ts';
import { isRestoring, markRestore, requireEmpty, startOver, unmarkRestore } from './schema/restore-mark.ts';
import { installRoles, type Roles } from './schema/roles.ts';
import { Watch } from './watch.ts';

/** Statements of one loading transaction. */
export interface Loader {
  query<R extends pg.QueryResultRow>(text: string, values?: readonly unknown[]): Promise<R[]>;
  /** Works from here on as the owner of this schema's tables. */
  become(schema: string): Promise<void>;
}

/** An empty database into which a backup goes. Until `finish` it refuses everybody else, also after a crash. */
export interface RestoreTarget {
  /** One transaction; before `open` without the migrations that the backup did not have. */
  load<T>(work: (loader: Loader) => Promise<T>): Promise<T>;
  /** Runs the migrations that came since the backup, and answers the handle; it is closed with the target. */
  open(): Promise<Database>;
  /** The backup is whole: from now on the database may be served. */
  finish(): Promise<void>;
  close(): Promise<void>;
}

export type RestoreOptions = Pick<OpenOptions, 'dataFolder' | 'databaseUrl' | 'fsync' | 'migrationsFolder'>;

const ignore = (): void => undefined;
const POOL_SIZE = 5;

/**
 * Prepares an empty database, or starts over in one where a restore was killed, with exactly the migrations that had
 * run where the backup was made. Throws DatabaseRefusal when it is not empty, is served, or the backup is newer.
 */
export async function openRestoreTarget(
  options: RestoreOptions,
  ran: readonly { name: string; sha256: string }[],
): Promise<RestoreTarget> {
  const known = readMigrations(options.migrationsFolder ?? findMigrationsFolder());
  const then = migrationsOf(known, ran);
  const place = placeOf({ ...options, role: 'server' });
  const watch = new Watch(place, { role: 'server', onState: ignore, onFault: ignore, lowDiskBytes: 0 });
  await watch.start();
  let install: pg.Client | undefined;
  try {
    install = await connect(place.config('install'));
    const version = await checkDatabase(install);
    if (!place.embedded) await requireNews(install, (topic, handler) => watch.listen(topic, handler));
    if (await isRestoring(install)) await startOver(install);
    else await requireEmpty(install);
    const roles = await installRoles(install);
    await markRestore(install, roles);
    await update(place, { known: then, install, roles });
    return new EmptyDatabase({ place, watch, install, roles, known, version });
  } catch (error) {
    await install?.end();
    await watch.close();
    throw error;
  }
}

function migrationsOf(
  known: readonly Migration[],
  ran: readonly { name: string; sha256: string }[],
): Migration[] {
  return ran.map(({ name, sha256 }) => {
    const own = known.find((one) => one.name === name);
    if (own?.sha256 === sha256) return own;
    throw new DatabaseRefusal(
      'db.newer-backup',
      `The backup has a migration ${name} that this release does not know: restore it with the release that made it.`,
    );
  });
}

interface Prepared {
  place: EmbeddedPlace | ForeignPlace;
  watch: Watch;
  install: pg.Client;
  roles: Roles;
  known: Migration[];
  version: number;
}

class EmptyDatabase implements RestoreTarget {
  readonly #at: Prepared;
  #database: Database | null = null;

  constructor(at: Prepared) {
    this.#at = at;
  }

  async load<T>(work: (loader: Loader) => Promise<T>): Promise<T> {
    const { install, roles } = this.#at;
    const query: Loader['query'] = async (text, values = []) => {
      try {
        return (await install.query(text, [...values])).rows;
      } catch (error) {
        throw cleanError(error);
      }
    };
    const become = async (schema: string): Promise<void> => {
      await query(`set local role ${schema === 'audit' ? roles.auditOwner : roles.owner}`);
    };
    await install.query('begin');
    try {
      const result = await work({ query, become });
      await install.query('commit');
      return result;
    } catch (error) {
      await install.query('rollback').catch(ignore);
      throw error;
    }
  }

  async open(): Promise<Database> {
    const { place, watch, install, roles, known, version } = this.#at;
    const migrated = await update(place, { known, install, roles });
    const facts = await describe(place, { install, roles, version, migrated });
    this.#database = serve(place, { watch, facts, onFault: ignore, poolSize: POOL_SIZE });
    return this.#database;
  }

  finish(): Promise<void> {
    return unmarkRestore(this.#at.install, this.#at.roles);
  }

  async close(): Promise<void> {
    await this.#at.install.end();
    await (this.#database?.close() ?? this.#at.watch.close());
  }
}
