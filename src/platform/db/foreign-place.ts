// SPDX-License-Identifier: EUPL-1.2
import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';
import pg from 'pg';
import { cleanError, DatabaseRefusal } from './failure.ts';
import type { Part, Place } from './place.ts';

/**
 * How the application works in a database that is not ours: `login` as its own role; `assumed`, it takes the role on
 * after signing in as the given user, and could put it down again; `shared`, there is only the given user.
 */
export type AppRole = 'login' | 'assumed' | 'shared';

const SCRAM_ROUNDS = 4096;

/** A PostgreSQL that somebody else runs, named by DATABASE_URL. */
export class ForeignPlace implements Place {
  readonly embedded = false;
  readonly locks = null;
  readonly #base: pg.ClientConfig;
  #appRole: AppRole = 'shared';

  /** `database` replaces the one named in the address. */
  constructor(databaseUrl: string, database?: string) {
    this.#base = { ...parseUrl(databaseUrl), ...(database === undefined ? {} : { database }) };
  }

  get appRole(): AppRole {
    return this.#appRole;
  }

  async ensure(hold: () => Promise<void>): Promise<void> {
    try {
      await hold();
    } catch (error) {
      const clean = cleanError(error);
      const reason = clean instanceof Error ? clean.message : 'unknown';
      throw new DatabaseRefusal('db.unreachable', `The database of DATABASE_URL cannot be opened: ${reason}`);
    }
  }

  config(part: Part): pg.ClientConfig {
    if (part !== 'app' || this.#appRole === 'shared') return { ...this.#base };
    if (this.#appRole === 'login') return this.#asApp();
    return { ...this.#base, options: `${this.#base.options ?? ''} -c role=rowan_app`.trim() };
  }

  freeBytes(): Promise<null> {
    return Promise.resolve(null);
  }

  async leave(_ownBackend: number | null, release: () => Promise<void>): Promise<void> {
    await release();
  }

  /** Finds the best way for the application to sign in; call once the roles are made. */
  async chooseAppRole(installer: pg.Client, separated: boolean): Promise<AppRole> {
    this.#appRole = separated ? await this.#bestOf(installer) : 'shared';
    return this.#appRole;
  }

  async #bestOf(installer: pg.Client): Promise<AppRole> {
    if (await opens(this.#asApp())) return 'login';
    if (await this.#setPassword(installer)) return 'login';
    if (await opens({ ...this.#base, options: '-c role=rowan_app' })) return 'assumed';
    throw new DatabaseRefusal(
      'db.app-role',
      'The user of DATABASE_URL may not become rowan_app: run "grant rowan_app to" that user.',
    );
  }

  /**
   * Roles belong to the whole server, so two installations on one server see the same rowan_app. Its comment says
   * whose database set the password; another installation leaves it alone and assumes the role instead.
   */
  async #setPassword(installer: pg.Client): Promise<boolean> {
    const { rows } = await installer.query<{ mine: boolean; database: string }>(
      `select coalesce(shobj_description(oid, 'pg_authid'), current_database()) = current_database() as mine,
         current_database() as database from pg_roles where rolname = 'rowan_app'`,
    );
    if (!rows[0]?.mine || typeof this.#base.password !== 'string') return false;
    try {
      const verifier = scramVerifier(appPassword(this.#base.password));
      await installer.query(`alter role rowan_app password ${pg.escapeLiteral(verifier)}`);
      await installer.query(`comment on role rowan_app is ${pg.escapeLiteral(rows[0].database)}`);
    } catch {
      return false;
    }
    return opens(this.#asApp());
  }

  #asApp(): pg.ClientConfig {
    const { password } = this.#base;
    return {
      ...this.#base,
      user: 'rowan_app',
      ...(typeof password === 'string' ? { password: appPassword(password) } : {}),
    };
  }
}

/** Every replica knows DATABASE_URL, so every replica comes to the same password without storing one. */
function appPassword(ownerPassword: string): string {
  return createHmac('sha256', ownerPassword).update('rowan/v1/database/rowan_app').digest('base64url');
}

/** The form PostgreSQL stores (RFC 5803), made here so that the password itself reaches no statement and no log. */
function scramVerifier(password: string): string {
  const salt = randomBytes(16);
  const salted = pbkdf2Sync(password, salt, SCRAM_ROUNDS, 32, 'sha256');
  const mac = (text: string) => createHmac('sha256', salted).update(text).digest();
  const stored = createHash('sha256').update(mac('Client Key')).digest('base64');
  return `SCRAM-SHA-256$${SCRAM_ROUNDS}:${salt.toString('base64')}$${stored}:${mac('Server Key').toString('base64')}`;
}

async function opens(config: pg.ClientConfig): Promise<boolean> {
  const client = new pg.Client({ ...config, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ app: boolean }>(`select current_user = 'rowan_app' as app`);
    return rows[0]?.app ?? false;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** The driver's own reading of the address, taken apart so that the user can be exchanged. */
function parseUrl(databaseUrl: string): pg.ClientConfig {
  try {
    const { host, port, user, password, database, ssl } = new pg.Client({ connectionString: databaseUrl });
    return { host, port, user, database, ssl, ...(password ? { password } : {}), keepAlive: true };
  } catch {
    throw new DatabaseRefusal(
      'db.url',
      'DATABASE_URL is not an address of the form postgres://user:password@host:5432/name.',
    );
  }
}
