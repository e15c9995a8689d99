// SPDX-License-Identifier: EUPL-1.2
import { cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type DataFolder, dataFolder } from '../../../../tests/harness/data-folder.ts';
import { type Database, openDatabase, read } from '../index.ts';
import { findMigrationsFolder, readMigrations } from './migrations.ts';

let data: DataFolder;
/** Making a cluster takes longest: tests that leave nothing behind in it share one. */
let common: DataFolder;
let folder: string;
beforeAll(() => {
  common = dataFolder();
});
beforeEach(() => {
  data = common;
  folder = mkdtempSync(join(tmpdir(), 'rowan-migrations-'));
  cpSync(findMigrationsFolder(), folder, { recursive: true });
});
afterEach(async () => {
  await (data === common ? data.closeAll() : data.remove());
  rmSync(folder, { recursive: true });
});
afterAll(() => common.remove());

function own(): void {
  data = dataFolder();
}

function open(options: { role?: 'server' | 'command' } = {}): Promise<Database> {
  return data.open({ ...options, migrationsFolder: folder });
}

function write(name: string, text: string): void {
  writeFileSync(join(folder, name), text);
}

async function rows(database: Database, text: string): Promise<unknown[]> {
  return (await sql.raw<unknown>(text).execute(read(database.db))).rows;
}

describe('migrations', () => {
  it('run by number, then by name, each once, and their tables are usable by the application; unknown ones stop the start', async () => {
    own();
    write('9000-b.sql', `insert into trial.note values ('second');`);
    write(
      '900-a.sql',
      `create schema trial; create table trial.note (id bigint generated always as identity, t text);`,
    );
    write(
      '9000-a.sql',
      `insert into trial.note (t) values ('first'); alter table trial.note drop column id;`,
    );
    write('read-me.txt', 'not a migration');
    const first = await open();
    expect(first.facts.migrated.slice(-3)).toEqual(['900-a', '9000-a', '9000-b']);
    expect(await rows(first, 'insert into trial.note values ($$third$$) returning t')).toEqual([
      { t: 'third' },
    ]);
    expect(await rows(first, 'select t from trial.note')).toEqual([
      { t: 'first' },
      { t: 'second' },
      { t: 'third' },
    ]);
    await first.close();
    expect((await open()).facts.migrated).toEqual([]);
    await data.closeAll();
    rmSync(join(folder, '900-a.sql'));
    await expect(open()).rejects.toMatchObject({
      code: 'db.newer',
      message: 'The database was changed by a newer Rowan (migration 900-a): start that release.',
    });
  });
});

describe('a migration', () => {
  it('that was edited after it ran stops the start', async () => {
    await (await open()).close();
    write('01-platform-base.sql', 'select 1;');
    await expect(open()).rejects.toMatchObject({
      code: 'db.edited',
      message: expect.stringContaining('01-platform-base'),
    });
  });

  it('that fails changes nothing, also not half of itself, and is named', async () => {
    write('900-broken.sql', 'create schema trial; select * from nowhere;');
    await expect(open()).rejects.toMatchObject({
      code: 'db.migration',
      message:
        'Migration 900-broken failed and changed nothing: database 42P01: relation "nowhere" does not exist',
    });
    rmSync(join(folder, '900-broken.sql'));
    const database = await open();
    expect(await rows(database, `select to_regnamespace('trial') as there`)).toEqual([{ there: null }]);
  });

  it('still to run is not run under a serving older Rowan: the command says to restart it', async () => {
    await data.open();
    write('900-later.sql', 'create schema later;');
    await expect(open({ role: 'command' })).rejects.toMatchObject({ code: 'db.older' });
  });

  it('may not touch the audit, unless its name says that it is one of the audit', async () => {
    write('900-sly.sql', 'alter table audit.entry disable trigger all;');
    await expect(open()).rejects.toMatchObject({
      code: 'db.migration',
      message: expect.stringContaining('42501'),
    });
    rmSync(join(folder, '900-sly.sql'));
    own();
    write('900-audit-note.sql', 'create table audit.note (t text); grant select on audit.note to :app;');
    expect(await rows(await open(), 'select * from audit.note')).toEqual([]);
  });
});

describe('the migration files', () => {
  const all = readMigrations(findMigrationsFolder());

  it('are found from the sources', () => {
    expect(existsSync(join(findMigrationsFolder(), '01-platform-base.sql'))).toBe(true);
    expect(all.filter(({ audit }) => audit).map(({ name }) => name)).toContain('02-audit-chain');
  });

  it.each(all)('$name leaves transactions and roles to the runner', ({ text }) => {
    const code = text.replace(/--.*$/gm, '').replace(/\$\$[\s\S]*?\$\$/g, '');
    expect(code).not.toMatch(
      /^\s*(begin|start transaction|commit|rollback|set\s+(local\s+)?role|reset\s+role)\b/im,
    );
    expect(code).not.toMatch(/\b(virtual|uuidv7|without overlaps)\b/i);
  });

  it('are refused when the folder is missing', async () => {
    await expect(
      openDatabase({
        dataFolder: data.path,
        databaseUrl: null,
        role: 'server',
        migrationsFolder: '/nonexistent',
      }),
    ).rejects.toThrow();
  });
});
