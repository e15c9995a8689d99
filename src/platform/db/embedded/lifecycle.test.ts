// SPDX-License-Identifier: EUPL-1.2
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type DataFolder, dataFolder } from '../../../../tests/harness/data-folder.ts';
import { type Database, type DatabaseState, type Db, read, type Tx, transaction, write } from '../index.ts';
import { isAlive, readPidFile, untilGone } from './processes.ts';

interface Slice {
  'platform.worker_heartbeat': { id: string; at: Date };
}

const DOOR = join(import.meta.dirname, '..', 'index.ts');
let data: DataFolder;
beforeAll(() => {
  data = dataFolder();
});
afterEach(() => data.closeAll());
afterAll(() => data.remove());

function postmaster(): number | null {
  const pid = readPidFile(join(data.path, 'postgres', '18'))?.pid;
  return pid !== undefined && isAlive(pid) ? pid : null;
}

function keep(db: Db, id: string): Promise<unknown> {
  return transaction(db, (tx: Tx) =>
    write<Slice>(tx)
      .insertInto('platform.worker_heartbeat')
      .values({ id, at: new Date(0) })
      .execute(),
  );
}

/** Reads and forgets what was kept, so that the next test starts without it. */
async function kept(db: Db): Promise<string[]> {
  const rows = await transaction(db, (tx) =>
    write<Slice>(tx).deleteFrom('platform.worker_heartbeat').returning('id').execute(),
  );
  return rows.map(({ id }) => id).sort();
}

/** The next time the state becomes `wanted`. */
function stateWatch(): {
  onState: (state: DatabaseState) => void;
  next: (wanted: DatabaseState) => Promise<void>;
} {
  let waiting: { wanted: DatabaseState; resolve: () => void } | null = null;
  return {
    onState: (state) => {
      if (state === waiting?.wanted) waiting.resolve();
    },
    next: (wanted) => {
      const { promise, resolve } = Promise.withResolvers<void>();
      waiting = { wanted, resolve };
      return promise;
    },
  };
}

/** Another process that opens the same folder, writes one row and says the postmaster's number. */
async function otherProcess(role: 'server' | 'command'): Promise<{ pid: number; kill(): Promise<void> }> {
  const program = `
    const { openDatabase, transaction, write } = await import(${JSON.stringify(DOOR)});
    const database = await openDatabase({ dataFolder: ${JSON.stringify(data.path)}, databaseUrl: null, role: '${role}', fsync: false });
    await transaction(database.db, (tx) => write(tx).insertInto('platform.worker_heartbeat').values({ id: 'other', at: new Date(0) }).execute());
    process.stdout.write('ready');
    setInterval(() => undefined, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await Promise.race([
    once(child.stdout, 'data'),
    once(child, 'exit').then(() => expect.unreachable('it ended')),
  ]);
  return {
    pid: child.pid ?? 0,
    kill: async () => {
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
    },
  };
}

describe('the embedded PostgreSQL', () => {
  it('starts by itself, keeps what was committed over a stop, and leaves no process behind', async () => {
    const first = await data.open();
    expect(first.facts).toMatchObject({ embedded: true, auditOwnerSeparated: true, appRole: 'login' });
    expect(first.facts.migrated).toContain('01-platform-base');
    await keep(first.db, 'a');
    const pid = postmaster();
    await first.close();
    expect([typeof pid, postmaster()]).toEqual(['number', null]);
    const second = await data.open();
    expect(second.facts.migrated).toEqual([]);
    expect(await kept(second.db)).toEqual(['a']);
  });

  it('comes back after a kill -9, says so, and loses nothing that was committed', async () => {
    const states = stateWatch();
    const faults: unknown[] = [];
    const database = await data.open({ onState: states.onState, onFault: (fault) => faults.push(fault) });
    const gaps: (string | null)[] = [];
    database.listen('test.topic', (id) => gaps.push(id));
    await keep(database.db, 'before');
    const pid = postmaster() ?? 0;
    const restarting = states.next('restarting');
    process.kill(pid, 'SIGKILL');
    await restarting;
    expect(database.state()).toBe('restarting');
    await states.next('ready');
    expect(await kept(database.db)).toEqual(['before']);
    expect(postmaster()).not.toBe(pid);
    expect(gaps).toEqual([null]);
  });

  it('is back after PostgreSQL itself restarts because one of its processes was killed', async () => {
    const states = stateWatch();
    const database = await data.open({ onState: states.onState });
    const pid = postmaster() ?? 0;
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(read(database.db));
    const restarting = states.next('restarting');
    process.kill(rows[0]?.pid ?? Number.NaN, 'SIGKILL');
    await restarting;
    await states.next('ready');
    await keep(database.db, 'after');
    expect([await kept(database.db), postmaster()]).toEqual([['after'], pid]);
  });

  it('says full, and still answers, when the disk has less room than it should', async () => {
    const states: DatabaseState[] = [];
    const database = await data.open({
      onState: (state) => states.push(state),
      lowDiskBytes: Number.MAX_SAFE_INTEGER,
    });
    expect([states.at(-1), database.state()]).toEqual(['full', 'full']);
    await keep(database.db, 'a');
    expect(await kept(database.db)).toEqual(['a']);
  });
});

describe('a second server on the same folder', () => {
  it('is refused with one line and exit code 3', async () => {
    const first = await data.open();
    await expect(data.open()).rejects.toMatchObject({
      code: 'db.running',
      exitCode: 3,
      message: `Rowan runs here already (data folder ${data.path}).`,
    });
    await keep(first.db, 'undisturbed');
    expect(await kept(first.db)).toEqual(['undisturbed']);
  });

  it('is refused also when both start in the same moment', async () => {
    const results = await Promise.allSettled([data.open(), data.open(), data.open()]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected', 'rejected']);
    for (const result of results) {
      if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 'db.running' });
    }
  });

  it('takes over from one that was killed -9: the orphan stops, a new PostgreSQL starts, the rows are there', async () => {
    const other = await otherProcess('server');
    const orphan = postmaster() ?? 0;
    await other.kill();
    expect(isAlive(orphan)).toBe(true);
    const database = await data.open();
    expect(await kept(database.db)).toEqual(['other']);
    expect([await untilGone(orphan, 5000), postmaster() === orphan]).toEqual([true, false]);
  });
});

describe('a server', () => {
  it('starts on what was left when PostgreSQL and Rowan were killed in the same moment', async () => {
    const other = await otherProcess('server');
    process.kill(postmaster() ?? Number.NaN, 'SIGKILL');
    await other.kill();
    const database = await data.open();
    expect(await kept(database.db)).toEqual(['other']);
  });
});

describe('a command', () => {
  it('starts PostgreSQL, works and stops it when nothing runs', async () => {
    const command = await data.open({ role: 'command' });
    await keep(command.db, 'a');
    expect([await kept(command.db), postmaster()]).toEqual([['a'], expect.any(Number)]);
    await command.close();
    expect(postmaster()).toBeNull();
  });

  it('works beside a server and leaves it running', async () => {
    const server = await data.open();
    const pid = postmaster();
    const command = await data.open({ role: 'command' });
    await keep(command.db, 'by the command');
    await command.close();
    expect([await kept(server.db), postmaster()]).toEqual([['by the command'], pid]);
  });

  it('keeps PostgreSQL when the server stops first, and stops it at its own end', async () => {
    const server = await data.open();
    const command = await data.open({ role: 'command' });
    await server.close();
    await keep(command.db, 'still');
    expect(await kept(command.db)).toEqual(['still']);
    await command.close();
    expect(postmaster()).toBeNull();
  });

  it('is not disturbed by a server that starts meanwhile and takes its PostgreSQL over', async () => {
    const command = await data.open({ role: 'command' });
    const pid = postmaster();
    const server: Database = await data.open();
    await keep(command.db, 'undisturbed');
    await command.close();
    expect([await kept(server.db), postmaster()]).toEqual([['undisturbed'], pid]);
  });

  it('that was killed -9 leaves nothing a later command cannot clear away', async () => {
    const other = await otherProcess('command');
    await other.kill();
    expect(postmaster()).not.toBeNull();
    const command = await data.open({ role: 'command' });
    expect(await kept(command.db)).toEqual(['other']);
    await command.close();
    expect(postmaster()).toBeNull();
  });
});
