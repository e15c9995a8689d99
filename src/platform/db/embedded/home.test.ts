// SPDX-License-Identifier: EUPL-1.2
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type DataFolder, dataFolder } from '../../../../tests/harness/data-folder.ts';
import { read } from '../index.ts';
import { readPidFile } from './processes.ts';

const asRoot = process.getuid?.() === 0;
const NOBODY = 65_534;
let data: DataFolder;
/** Making a cluster takes longest, so most tests share one. */
let common: DataFolder;
beforeAll(() => {
  common = dataFolder();
});
beforeEach(() => {
  data = common;
});
afterEach(() => (data === common ? data.closeAll() : data.remove()));
afterAll(() => common.remove());

function cluster(): string {
  return join(data.path, 'postgres', '18');
}

describe('the home of the database', () => {
  it('is in the data folder, closed to everybody but the user PostgreSQL runs as', async () => {
    const database = await data.open();
    expect(database.facts.folder).toBe(join(data.path, 'postgres'));
    const { uid, mode } = statSync(cluster());
    const owner = asRoot ? expect.not.toBeOneOf([0]) : process.getuid?.();
    expect({ uid, mode: mode & 0o777 }).toEqual({ uid: owner, mode: 0o700 });
    expect(statSync(join(data.path, 'postgres', 'run')).mode & 0o777).toBe(0o700);
  });

  it('may be deep: the socket then lies in a private folder, and a command finds it', async () => {
    data = dataFolder(`${'d'.repeat(60)}/${'e'.repeat(60)}`);
    const server = await data.open();
    const socket = readPidFile(cluster())?.socketFolder ?? '';
    expect(socket).not.toContain(data.path);
    expect(statSync(socket).mode & 0o777).toBe(0o700);
    const command = await data.open({ role: 'command' });
    await command.close();
    await server.close();
    await data.open();
    expect(readPidFile(cluster())?.socketFolder).toBe(socket);
    await data.closeAll();
    rmSync(socket, { recursive: true });
  });

  it.runIf(asRoot)(
    'moves to /var/lib when the user cannot reach the data folder, and is found there again',
    async () => {
      data = dataFolder();
      chmodSync(dirname(data.path), 0o700);
      const database = await data.open();
      const { folder } = database.facts;
      expect(folder).toMatch(/^\/var\/lib\/rowan\/[0-9a-f]{16}$/);
      await database.close();
      const again = await data.open();
      expect(again.facts).toMatchObject({ folder, migrated: [] });
      await again.close();
      // The same path with no note in it is another installation: the old data is left alone.
      rmSync(join(data.path, 'postgres.location'));
      const other = await data.open();
      expect(other.facts.folder).toBe(`${folder}-2`);
      await other.close();
      for (const made of [folder, other.facts.folder]) rmSync(made ?? '', { recursive: true });
    },
  );

  it.runIf(asRoot)('of another user is refused with one line', async () => {
    await (await data.open()).close();
    const door = join(import.meta.dirname, '..', 'index.ts');
    const program = `
      const { openDatabase } = await import(${JSON.stringify(door)});
      await openDatabase({ dataFolder: ${JSON.stringify(data.path)}, databaseUrl: null, role: 'server' })
        .catch((error) => process.stdout.write(error.code + ' ' + error.message));`;
    const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
      uid: NOBODY,
      gid: NOBODY,
      cwd: '/',
      encoding: 'utf8',
    });
    expect(stdout).toBe(
      `db.foreign-folder The database folder ${data.path}/postgres belongs to user number 0 and Rowan runs as ${NOBODY}: start Rowan as its owner or as root.`,
    );
  });

  it.runIf(asRoot)('of an ordinary user is served by root as that user', async () => {
    data = dataFolder();
    const first = await data.open();
    await first.close();
    const { status } = spawnSync('chown', [
      '-R',
      '12345:12345',
      cluster(),
      join(data.path, 'postgres', 'run'),
    ]);
    expect(status).toBe(0);
    await data.open();
    const pid = readPidFile(cluster())?.pid;
    expect(statSync(`/proc/${pid}`).uid).toBe(12_345);
  });
});

describe('what a crash leaves behind', () => {
  it('is cleared away when the number in postmaster.pid now belongs to another process of the same user', async () => {
    const first = await data.open();
    const pidFile = join(cluster(), 'postmaster.pid');
    const lines = readFileSync(pidFile, 'utf8').split('\n');
    await first.close();
    const { uid, gid } = statSync(cluster());
    const stranger = spawn('/bin/sleep', ['60'], asRoot ? { uid, gid, cwd: '/' } : {});
    await once(stranger, 'spawn');
    writeFileSync(pidFile, [stranger.pid, ...lines.slice(1)].join('\n'));
    if (asRoot) chownSync(pidFile, uid, gid);
    const database = await data.open();
    expect(database.state()).toBe('ready');
    expect(stranger.exitCode).toBeNull();
    stranger.kill();
  });

  it('is cleared away when making the cluster was interrupted', async () => {
    data = dataFolder();
    mkdirSync(join(data.path, 'postgres', 'new', 'half'), { recursive: true });
    await data.open();
    expect([existsSync(cluster()), existsSync(join(data.path, 'postgres', 'new'))]).toEqual([true, false]);
  });

  it('is cleared away when a process died while it held the start lock', async () => {
    await (await data.open()).close();
    writeFileSync(join(data.path, 'postgres', 'start.lock'), '999999999 1');
    const database = await data.open();
    expect(database.state()).toBe('ready');
  });
});

describe('a cluster of another major version', () => {
  it.each(['17', '19'])('such as %s is refused with what to do', async (major) => {
    data = dataFolder();
    mkdirSync(join(data.path, 'postgres', major), { recursive: true });
    await expect(data.open()).rejects.toMatchObject({
      code: 'db.other-major',
      message: `The data is in the format of PostgreSQL ${major} and this Rowan brings 18: restore a backup made by the release before.`,
    });
  });
});

describe("PostgreSQL's own log", () => {
  it('never holds what somebody typed, whatever goes wrong', async () => {
    const database = await data.open();
    const canary = 'canary-kanārijputniņš-7731';
    const reader = read(database.db);
    for (const query of [
      sql`select ${canary}::uuid`,
      sql`select ${canary}::json`,
      sql`select 1 / (length(${canary}) - length(${canary}))`,
      sql`insert into platform.worker_heartbeat values (${canary}, now()), (${canary}, now())`,
      sql`insert into platform.object (id, kind, box) values (null, ${canary}, '')`,
      sql.raw(`select '${canary}'::int`),
      sql.raw(`select '${canary}' from nowhere`),
    ]) {
      await expect(query.execute(reader)).rejects.toThrow();
    }
    await database.close();
    const log = readFileSync(join(data.path, 'postgres', 'postgres.log'), 'utf8');
    expect(log).toContain('database system is ready');
    expect(log).not.toContain('canary');
  });
});
