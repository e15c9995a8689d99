// SPDX-License-Identifier: EUPL-1.2
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type DataFolder, dataFolder } from '../../../tests/harness/data-folder.ts';
import { EmbeddedPlace } from './embedded/embedded-place.ts';
import { type Database, type OpenOptions, openDatabase, read } from './index.ts';
import { requireNews } from './schema/checks.ts';

/** One cluster plays the server of somebody else: it asks everybody but its superuser for a password. */
let data: DataFolder;
let place: EmbeddedPlace;
let admin: pg.Client;
let socket: string;
const opened: Database[] = [];

beforeAll(async () => {
  data = dataFolder();
  place = new EmbeddedPlace({ dataFolder: data.path, role: 'server', fsync: false });
  await place.ensure(() => Promise.resolve());
  socket = encodeURIComponent(String(place.config('install').host));
  admin = new pg.Client({ ...place.config('install'), database: 'postgres' });
  await admin.connect();
  const hba = join(place.home.folder, '18', 'pg_hba.conf');
  writeFileSync(hba, 'local all rowan_super trust\nlocal all all scram-sha-256\n');
  await admin.query('select pg_reload_conf()');
});
afterEach(async () => {
  for (const database of opened.splice(0)) await database.close();
});
afterAll(async () => {
  await admin.end();
  await place.leave(null, () => Promise.resolve());
  await data.remove();
});

async function makeDatabase(
  name: string,
  owner: string,
  locale = `lc_collate 'C.UTF-8' lc_ctype 'C.UTF-8'`,
): Promise<void> {
  await admin.query(
    `create database ${name} owner ${owner} template template0 encoding 'UTF8' locale_provider libc ${locale}`,
  );
}

async function open(user: string, name: string, options: Partial<OpenOptions> = {}): Promise<Database> {
  const databaseUrl = `postgres://${user}@${socket}/${name}`;
  const database = await openDatabase({ dataFolder: data.path, databaseUrl, role: 'server', ...options });
  opened.push(database);
  return database;
}

async function whoWorks(database: Database): Promise<unknown> {
  const { rows } =
    await sql`select current_user as who, session_user as session, audit.append('{"act":"t"}') as seq`.execute(
      read(database.db),
    );
  return rows[0];
}

describe('a PostgreSQL of somebody else', () => {
  it('gets no roles from a plain user: everything works, and it says that the audit is not set apart', async () => {
    await admin.query(`create role plain login password 'p'`);
    await makeDatabase('plain', 'plain');
    const database = await open('plain:p', 'plain');
    expect(database.facts).toMatchObject({
      embedded: false,
      auditOwnerSeparated: false,
      appRole: 'shared',
      folder: null,
    });
    expect(await whoWorks(database)).toEqual({ who: 'plain', session: 'plain', seq: 1 });
    await database.close();
    expect((await open('plain:p', 'plain')).facts.migrated).toEqual([]);
  });

  it('gets the roles from a user who may make them; the application signs in as its own', async () => {
    await admin.query(`create role maker login createrole password 'p1'`);
    await makeDatabase('made', 'maker');
    const database = await open('maker:p1', 'made');
    expect(database.facts).toMatchObject({ auditOwnerSeparated: true, appRole: 'login' });
    expect(await whoWorks(database)).toEqual({ who: 'rowan_app', session: 'rowan_app', seq: 1 });
    await expect(sql`set role rowan_audit_owner`.execute(read(database.db))).rejects.toThrow('42501');
    await database.close();

    // A new password of the given user: the application's follows.
    await admin.query(`alter role maker password 'p2'`);
    expect((await open('maker:p2', 'made')).facts).toMatchObject({ appRole: 'login', migrated: [] });

    // A second installation on the same server leaves that password alone and takes the role on instead.
    await admin.query(
      `create role second login createrole password 's'; grant rowan_owner, rowan_audit_owner, rowan_app to second with admin option`,
    );
    await makeDatabase('second', 'second');
    const other = await open('second:s', 'second');
    expect(other.facts).toMatchObject({ auditOwnerSeparated: true, appRole: 'assumed' });
    expect(await whoWorks(other)).toEqual({ who: 'rowan_app', session: 'second', seq: 1 });
    expect((await open('maker:p2', 'made')).facts.appRole).toBe('login');
  });

  it('is refused in one line when it does not know letters outside ASCII', async () => {
    await makeDatabase('ascii', 'rowan_super', `lc_collate 'C' lc_ctype 'C'`);
    await expect(open('rowan_super', 'ascii')).rejects.toMatchObject({
      code: 'db.locale',
      message: expect.stringMatching(
        /does not know letters outside ASCII\. Make one with: create database .*C\.UTF-8/,
      ),
    });
    await admin.query(
      `create database bytes template template0 encoding 'SQL_ASCII' locale_provider libc lc_collate 'C' lc_ctype 'C'`,
    );
    await expect(open('rowan_super', 'bytes')).rejects.toMatchObject({ code: 'db.locale' });
  });

  it('is refused in one line, without its password, when it cannot be reached', async () => {
    await expect(open('plain:wrong-secret', 'plain')).rejects.toMatchObject({
      code: 'db.unreachable',
      message: expect.not.stringContaining('wrong-secret'),
    });
    await expect(
      openDatabase({
        dataFolder: data.path,
        databaseUrl: 'postgres://a:s3cret@127.0.0.1:1/x',
        role: 'server',
      }),
    ).rejects.toMatchObject({ code: 'db.unreachable', message: expect.stringContaining('ECONNREFUSED') });
    await expect(
      openDatabase({ dataFolder: data.path, databaseUrl: 'not an address', role: 'server' }),
    ).rejects.toMatchObject({ code: expect.stringMatching(/^db\./) });
  });

  it('is refused behind a transaction pooler, where nothing is ever heard', async () => {
    const deaf = requireNews(admin, () => () => undefined, 10);
    await expect(deaf).rejects.toMatchObject({ code: 'db.pooler' });
  });

  it('may be served by several processes at once, which hear each other', async () => {
    const url = { databaseUrl: `postgres://rowan_super@${socket}/rowan` };
    const one = await open('rowan_super', 'rowan', url);
    const two = await open('rowan_super', 'rowan', url);
    const heard = Promise.withResolvers<string | null>();
    two.listen('test.hello', heard.resolve);
    await sql`select pg_notify('rowan', 'test.hello 7')`.execute(read(one.db));
    expect(await heard.promise).toBe('7');
  });
});
