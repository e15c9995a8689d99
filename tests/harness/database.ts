// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { inject } from 'vitest';
import type { Database } from '../../src/platform/db/index.ts';
import { serve } from '../../src/platform/db/open.ts';
import type { Part, Place } from '../../src/platform/db/place.ts';
import { Watch } from '../../src/platform/db/watch.ts';
import { runAs, type TestPostgres } from './postgres-setup.ts';

export interface FreshDatabase {
  database: Database;
  /** Signs in to this database as another part, for tests of the roles. */
  config(part: Part): pg.ClientConfig;
  drop(): Promise<void>;
}

/**
 * A migrated, empty database of the test file's own. Needs `tests/harness/postgres-setup.ts` as vitest's globalSetup.
 * Errors that nobody waits for are handed to `onFault`, by default thrown away with the database.
 */
export async function freshDatabase(
  onFault: (fault: unknown) => void = () => undefined,
): Promise<FreshDatabase> {
  const postgres = inject('postgres');
  if (postgres === undefined)
    throw new Error('vitest runs without globalSetup tests/harness/postgres-setup.ts');
  const name = `rowan_test_${randomUUID().replaceAll('-', '').slice(0, 16)}`;
  const admin = { ...postgres.install, database: 'postgres' };
  await runAs(admin, `create database ${name} template ${postgres.install.database} strategy wal_log`);
  const place = new CopyPlace(postgres, name);
  const watch = new Watch(place, { role: 'server', onState: () => undefined, onFault, lowDiskBytes: 0 });
  await watch.start();
  const database = serve(place, { watch, facts: postgres.facts, onFault, poolSize: 5 });
  return {
    database,
    config: (part) => place.config(part),
    drop: async () => {
      await database.close();
      await runAs(admin, `drop database ${name} with (force)`);
    },
  };
}

class CopyPlace implements Place {
  readonly embedded = false;
  readonly locks = null;
  readonly #postgres: TestPostgres;
  readonly #database: string;

  constructor(postgres: TestPostgres, database: string) {
    this.#postgres = postgres;
    this.#database = database;
  }

  ensure(hold: () => Promise<void>): Promise<void> {
    return hold();
  }

  config(part: Part): pg.ClientConfig {
    return { ...this.#postgres[part], database: this.#database };
  }

  freeBytes(): Promise<null> {
    return Promise.resolve(null);
  }

  leave(_ownBackend: number | null, release: () => Promise<void>): Promise<void> {
    return release();
  }
}
