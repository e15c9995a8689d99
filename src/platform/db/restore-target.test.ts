// SPDX-License-Identifier: EUPL-1.2
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type DataFolder, dataFolder } from '../../../tests/harness/data-folder.ts';
import { openRestoreTarget, type RestoreTarget } from './restore-target.ts';
import { findMigrationsFolder, readMigrations } from './schema/migrations.ts';

const known = readMigrations(findMigrationsFolder());
let folder: DataFolder;
let targets: RestoreTarget[] = [];

beforeEach(() => {
  folder = dataFolder();
  targets = [];
});
afterEach(async () => {
  for (const target of targets) await target.close();
  await folder.remove();
});

async function target(ran: readonly { name: string; sha256: string }[] = known): Promise<RestoreTarget> {
  const made = await openRestoreTarget({ dataFolder: folder.path, databaseUrl: null, fsync: false }, ran);
  targets.push(made);
  return made;
}

async function close(made: RestoreTarget): Promise<void> {
  targets = targets.filter((one) => one !== made);
  await made.close();
}

const names = (made: RestoreTarget) =>
  made.load(async ({ query }) =>
    (await query<{ name: string }>('select name from platform.migration order by name')).map(
      ({ name }) => name,
    ),
  );

describe('a database into which a backup goes', () => {
  it('refuses to serve until the restore has ended, and then serves', async () => {
    const first = await target();
    await expect(folder.open()).rejects.toMatchObject({ code: 'db.running' });
    await close(first);
    await expect(folder.open()).rejects.toMatchObject({ code: 'db.restoring' });
    await expect(folder.open({ role: 'command' })).rejects.toMatchObject({ code: 'db.restoring' });
    const second = await target();
    await second.open();
    await second.finish();
    await close(second);
    expect((await folder.open()).state()).toBe('ready');
  });

  it('starts over where a restore was killed', async () => {
    const first = await target();
    await first.load(async ({ query, become }) => {
      await become('platform');
      await query(`insert into platform.installation (doc, kind, updated_at) values ('{}', 'real', now())`);
    });
    await close(first);
    const second = await target();
    const left = await second.load(({ query }) => query('select 1 as there from platform.installation'));
    expect(left).toEqual([]);
  });

  it('is never one that somebody uses', async () => {
    await folder.open();
    await folder.closeAll();
    await expect(target()).rejects.toMatchObject({ code: 'db.not-empty' });
  });

  it('begins with the migrations of the backup and ends with all', async () => {
    const older = known.filter(({ name }) => !name.startsWith('05'));
    const made = await target(older);
    expect(await names(made)).toEqual(older.map(({ name }) => name).sort());
    const { facts } = await made.open();
    expect(facts.migrated).toEqual(['05-platform-subscription']);
  });

  it('refuses a backup of a newer release', async () => {
    const newer = [...known, { name: '99-platform-later', sha256: 'x' }];
    await expect(target(newer)).rejects.toMatchObject({ code: 'db.newer-backup' });
    const edited = known.map(({ name }) => ({ name, sha256: 'x' }));
    await expect(target(edited)).rejects.toMatchObject({ code: 'db.newer-backup' });
  });

  it('keeps nothing of a load that failed', async () => {
    const made = await target();
    const failing = made.load(async ({ query, become }) => {
      await become('audit');
      await query(`insert into audit.entry (seq, at, body, d, h)
        values (1, now(), '{}', sha256('a'), sha256('b'))`);
      throw new Error('the file ends here');
    });
    await expect(failing).rejects.toThrow('the file ends here');
    expect(await made.load(({ query }) => query('select seq from audit.entry'))).toEqual([]);
  });
});
