// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { verifyChain } from '#platform/audit';
import { type Db, transaction } from '#platform/db';
import { defineJob, enqueue, jobPause } from '#platform/jobs';
import { deleteObjects, holdObjects, loadKeyring } from '#platform/seal';
import { contentsOf } from '../../seal/keyring/keyring.ts';
import { asPerson, NOW, put, words } from '../../seal/testing/installation.ts';
import { readRows } from '../file/read-rows.ts';
import { ledgerPath } from '../ledger/ledger.ts';
import { plainName, TABLES, type Table } from '../shapes.ts';
import { ask } from '../tables.ts';
import { makeSource, type Source } from '../testing/source.ts';
import { LATER, makeTarget, type Target } from '../testing/target.ts';
import type { Restored } from './restore-backup.ts';

let source: Source;
let target: Target;

beforeAll(async () => {
  source = await makeSource();
});
afterAll(() => source.drop());

function aTargetEach(): void {
  beforeEach(() => {
    target = makeTarget(source);
  });
  afterEach(() => target.folder.remove());
}

/** Every row of every table, so that two databases can be compared. */
async function everything(db: Db): Promise<Record<string, string[]>> {
  return transaction(db, async (tx) => {
    const found: Record<string, string[]> = {};
    for (const setting of [`timezone = 'UTC'`, `bytea_output = 'hex'`]) await ask(tx, `set local ${setting}`);
    for (const table of await ask<Table>(tx, TABLES)) {
      const lines: string[] = [];
      for await (const block of readRows(tx, table)) lines.push(...block);
      found[plainName(table)] = lines.sort();
    }
    return found;
  });
}

/** One job, and mail that waits, is too old, and went. */
async function queueSomething(db: Db): Promise<void> {
  const job = defineJob({ name: 'test.refer', payload: z.object({}), run: async () => {} });
  const box = randomUUID();
  await transaction(db, async (tx) => {
    await enqueue(tx, job, { payload: {}, at: NOW });
    await ask(tx, `insert into platform.machine_box values ('${box}', 'mail', '\\x00', '2026-11-23')`);
    await ask(
      tx,
      `insert into platform.mail_outbox (id, machine_box_id, purpose, state, created_at) values
         ('${randomUUID()}', '${box}', 'alarm', 'queued', '2026-11-21 12:00+00'),
         ('${randomUUID()}', null, 'reporter', 'queued', '2026-11-18 12:00+00'),
         ('${randomUUID()}', null, 'invite', 'sent', '2026-11-18 12:00+00')`,
    );
  });
}

const idsOf = async (db: Db, table: string) =>
  transaction(db, async (tx) =>
    (await ask<{ id: string }>(tx, `select id from ${table}`)).map(({ id }) => id),
  );

describe('a restored installation', () => {
  let before: Record<string, string[]>;
  let after: Record<string, string[]>;
  let restored: Restored;
  let db: Db;

  beforeAll(async () => {
    target = makeTarget(source);
    await queueSomething(source.db);
    before = await everything(source.db);
    const { file } = await source.backup(`${randomUUID()}.age`);
    restored = await target.restore(file);
    db = (await target.serve()).db;
    after = await everything(db);
  });
  afterAll(() => target.folder.remove());

  it('has every row as it was, and an audit that goes on', async () => {
    // What the restore itself writes: one audit entry, and the pause.
    const own = ['audit.entry', 'audit.head', 'platform.job_pause'];
    const rest = (all: Record<string, string[]>) =>
      Object.fromEntries(Object.entries(all).filter(([name]) => !own.includes(name)));
    expect(rest(after)).toEqual(rest(before));
    expect(after['audit.entry']).toEqual(expect.arrayContaining(before['audit.entry'] ?? ['']));
    expect(restored).toMatchObject({
      entries: before['audit.entry']?.length,
      wrongMarks: 0,
      deletedAgain: 0,
    });
    expect(await verifyChain(db)).toMatchObject({ ok: true, entries: restored.entries + 1 });
  });

  it('lets a person open what was sealed', async () => {
    const read = await asPerson(db, source.at.operator, (keys) =>
      words({ ...source.at, db }, keys, source.story),
    );
    expect(read).toBe('Somebody asks me for pictures.');
  });

  it('has its keys, its newest snapshots and nothing of sessions', async () => {
    const keyring = await loadKeyring({ data: target.folder.path, keyFile: null });
    expect(contentsOf(keyring)).toEqual(contentsOf(source.at.keyring));
    expect((await readdir(join(target.folder.path, 'snapshots'))).sort()).toEqual(['10.rix', '11.rix']);
    for (const n of [10, 11]) {
      const [then, now] = await Promise.all(
        [source.folder, target.folder.path].map((place) => readFile(join(place, 'snapshots', `${n}.rix`))),
      );
      expect(then?.equals(now ?? Buffer.alloc(0))).toBe(true);
    }
    expect(await transaction(db, (tx) => ask(tx, 'select id from platform.session'))).toEqual([]);
  });

  it('goes on counting where the other stopped, and is tied together as before', async () => {
    const inserting = transaction(db, async (tx) => {
      const [row] = await ask<{ seq: number }>(
        tx,
        'insert into trial.odd (id) values (gen_random_uuid()) returning seq',
      );
      expect(row?.seq).toBe(4);
      // The trigger is awake again.
      expect(await ask(tx, 'select id from trial.noticed')).toHaveLength(4);
      await ask(tx, 'insert into trial.odd (id, next) values (gen_random_uuid(), gen_random_uuid())');
    });
    await expect(inserting).rejects.toMatchObject({ fields: { pgcode: '23503' } });
  });

  it('holds its jobs back and says what would go again', async () => {
    expect(restored.again.jobs).toEqual([{ job: 'test.refer', n: 1, first: NOW }]);
    expect(restored.again.mails).toEqual([
      { purpose: 'reporter', queued: new Date('2026-11-18T12:00:00Z'), expired: true },
      { purpose: 'alarm', queued: NOW, expired: false },
    ]);
    expect(await jobPause(db)).toEqual({ since: LATER, why: 'restore' });
  });
});

describe('what was deleted', () => {
  aTargetEach();

  it('stays deleted when an older backup is restored, also what was under hold then', async () => {
    const [gone, held, kept] = [
      await put(source.at, 'note'),
      await put(source.at, 'note'),
      await put(source.at, 'note'),
    ];
    await transaction(source.db, (tx) => holdObjects(tx, [held], true));
    const { file } = await source.backup(`${randomUUID()}.age`);
    await transaction(source.db, (tx) => holdObjects(tx, [held], false));
    await transaction(source.db, (tx) => deleteObjects(tx, [gone, held]));
    await source.backup(`${randomUUID()}.age`, LATER);
    const { deletedAgain } = await target.restore(file);
    expect(deletedAgain).toBe(2);
    const { db } = await target.serve();
    const objects = await idsOf(db, 'platform.object');
    expect(objects).toContain(kept);
    expect(objects).not.toContain(gone);
    expect(objects).not.toContain(held);
    const noted = await transaction(db, (tx) =>
      ask<{ id: string }>(tx, 'select row_id as id from platform.deletion_ledger'),
    );
    expect(noted.map(({ id }) => id)).toEqual(expect.arrayContaining([gone, held]));
  });

  it('keeps a backup without its ledger from being restored, unless a person accepts it [N50]', async () => {
    const { file } = await source.backup(`${randomUUID()}.age`);
    await rm(ledgerPath(file));
    await expect(target.restore(file)).rejects.toMatchObject({ code: 'backup.no-ledger' });
    expect(existsSync(join(target.folder.path, 'postgres'))).toBe(false);
    await target.restore(file, { acceptReturnedReports: true });
    const { db } = await target.serve();
    const [last] = await transaction(db, (tx) =>
      ask<{ body: string }>(tx, 'select body from audit.entry order by seq desc limit 1'),
    );
    expect(JSON.parse(last?.body ?? '')).toMatchObject({
      act: 'backup.restore',
      role: 'restore',
      code: 'returned-reports-accepted',
    });
  });
});
