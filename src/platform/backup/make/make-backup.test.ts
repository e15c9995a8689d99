// SPDX-License-Identifier: EUPL-1.2
import { existsSync } from 'node:fs';
import { readFile, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { Decrypter } from 'age-encryption';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { transaction } from '#platform/db';
import { deleteObjects } from '#platform/seal';
import { contentsOf } from '../../seal/keyring/keyring.ts';
import { NOW, put } from '../../seal/testing/installation.ts';
import { ledgerPath, readLedger } from '../ledger/ledger.ts';
import { openBackup } from '../restore/open-backup.ts';
import { makeSource, type Source } from '../testing/source.ts';
import { makeBackupKey, readIdentity } from './backup-key.ts';
import { lastBackup, ledgerJob } from './kept-backups.ts';
import { makeBackup } from './make-backup.ts';

const DAY = 86_400_000;
const WORDS = 'Somebody asks me for pictures.';
let source: Source;

function aSource(): void {
  beforeAll(async () => {
    source = await makeSource();
  });
  afterAll(() => source.drop());
}

async function insideOf(file: string): Promise<Buffer> {
  const decrypter = new Decrypter();
  decrypter.addIdentity(source.key.identity);
  return gunzipSync(await decrypter.decrypt(await readFile(file)));
}

describe('a backup', () => {
  aSource();

  it('says what it holds before its first row', async () => {
    const { file, rows } = await source.backup('first.age');
    const { manifest, reader } = await openBackup(file, source.key.identity);
    await reader.close();
    expect(manifest).toMatchObject({ instance: 'rowan.example', program: '0.0.0', at: NOW.toISOString() });
    expect(manifest.audit.seq).toBe(5);
    expect(manifest.migrations.map(({ name }) => name)).toContain('08-platform-backup');
    const counts = Object.fromEntries(manifest.tables.map((one) => [`${one.schema}.${one.name}`, one.rows]));
    expect(counts).toMatchObject({
      'ratings.claim': 3000,
      'trial.odd': 3,
      'audit.entry': 5,
      'platform.object': 3,
    });
    expect(counts).toHaveProperty('graphile_worker._private_jobs');
    expect(rows).toBe(Object.values(counts).reduce((sum, n) => sum + n, 0));
    expect((await stat(file)).mode & 0o777).toBe(0o600);
  });

  it('leaves out what a crash would empty', async () => {
    const { file } = await source.backup('unlogged.age');
    const text = (await insideOf(file)).toString();
    expect(text).not.toContain('"passing"');
    expect(text).not.toContain('"session"');
    expect(text).not.toContain('"draft"');
  });

  it('holds no word that was sealed and no key, for whoever can decrypt it [N01] [N51]', async () => {
    const { file } = await source.backup('canary.age');
    const inside = await insideOf(file);
    const { pepper, mac, machine, guard, field, sign } = contentsOf(source.at.keyring);
    const secrets = [...Object.values(pepper), mac, machine, guard, field, ...Object.values(sign)].map(
      (text) => Buffer.from(text, 'base64url'),
    );
    for (const secret of [...secrets, Buffer.from(WORDS)]) {
      for (const spelling of ['hex', 'base64', 'base64url', 'latin1', 'utf16le'] as const) {
        const text =
          spelling === 'utf16le'
            ? Buffer.from(secret.toString('latin1'), 'utf16le')
            : secret.toString(spelling);
        expect(inside.includes(text, spelling === 'latin1' ? 'latin1' : 'utf8')).toBe(false);
      }
    }
  });

  it('is refused where nobody typed the recovery halves back, or nobody named a recipient', async () => {
    const { folder, ctx, key } = source;
    const order = { file: join(folder, 'never.age'), dataFolder: folder, program: '0.0.0' };
    await expect(makeBackup(ctx(), { ...order, recipient: null })).rejects.toMatchObject({
      code: 'backup.no-recipient',
    });
    await expect(makeBackup(ctx(), { ...order, recipient: 'age1x' })).rejects.toMatchObject({
      code: 'backup.recipient',
    });
    const unconfirmed = await makeSource({ confirmed: false });
    const refused = makeBackup(unconfirmed.ctx(), { ...order, recipient: key.recipient });
    await expect(refused).rejects.toMatchObject({ code: 'backup.no-recovery' });
    await unconfirmed.drop();
    expect(existsSync(order.file)).toBe(false);
  });

  it('writes over no other and leaves no half one behind', async () => {
    await source.backup('once.age');
    await expect(source.backup('once.age')).rejects.toMatchObject({ code: 'backup.file-there' });
    await source.sql(
      'create table trial.closed (id int); alter table trial.closed owner to rowan_owner; revoke all on trial.closed from rowan_app',
    );
    await expect(source.backup('denied.age')).rejects.toThrow();
    await source.sql('drop table trial.closed');
    expect(existsSync(join(source.folder, 'denied.age'))).toBe(false);
  });

  it('removes what a killed one left the day before', async () => {
    const [old, fresh] = [join(source.folder, 'a.age.7.partial'), join(source.folder, 'b.age.8.partial')];
    for (const path of [old, fresh]) await writeFile(path, 'half');
    await utimes(old, NOW, new Date(NOW.getTime() - DAY - 1));
    await utimes(fresh, NOW, NOW);
    await source.backup('after.age');
    expect([existsSync(old), existsSync(fresh)]).toEqual([false, true]);
  });

  it('is remembered with its age, and goes after 35 days', async () => {
    const { file } = await source.backup('old.age', new Date('2027-01-01T00:00:00Z'));
    expect(await lastBackup(source.db)).toMatchObject({ at: new Date('2027-01-01T00:00:00Z') });
    const { dropped } = await source.backup('new.age', new Date('2027-02-05T00:00:01Z'));
    expect(dropped).toContain(file);
    expect(existsSync(file)).toBe(false);
    expect(existsSync(ledgerPath(file))).toBe(false);
    expect(existsSync(join(source.folder, 'new.age'))).toBe(true);
  });

  it('opens with its own identity only', async () => {
    const { file } = await source.backup('mine.age');
    const other = await makeBackupKey();
    await expect(openBackup(file, other.identity)).rejects.toMatchObject({ code: 'backup.identity' });
    await expect(openBackup(file, 'nonsense')).rejects.toMatchObject({ code: 'backup.identity' });
    await expect(openBackup(`${file}.no`, other.identity)).rejects.toMatchObject({ code: 'backup.file' });
    await writeFile(join(source.folder, 'key.txt'), `# kept on paper\n\n${source.key.identity}\n`);
    expect(await readIdentity(join(source.folder, 'key.txt'))).toBe(source.key.identity);
  });
});

describe('the deletion ledger', () => {
  aSource();

  it('lies beside each backup and grows with later ones, and between them by the job', async () => {
    const first = await source.backup('l1.age', new Date(NOW.getTime() + DAY));
    const [one, two, three] = [
      await put(source.at, 'note'),
      await put(source.at, 'note'),
      await put(source.at, 'note'),
    ];
    const remove = (id: string) => transaction(source.db, (tx) => deleteObjects(tx, [id]));
    const ids = async (file: string) =>
      (await readLedger(ledgerPath(file), source.at.keyring))?.deleted.map(({ id }) => id) ?? [];
    await remove(one);
    expect(await ids(first.file)).not.toContain(one);
    await ledgerJob.run(source.ctx(new Date(NOW.getTime() + DAY)), {});
    expect(await ids(first.file)).toContain(one);
    await remove(two);
    const second = await source.backup('l2.age', new Date(NOW.getTime() + 2 * DAY));
    expect(await ids(first.file)).toEqual(expect.arrayContaining([one, two]));
    expect(await ids(second.file)).toEqual(expect.arrayContaining([one, two]));
    await remove(three);
    await ledgerJob.run(source.ctx(new Date(NOW.getTime() + 3 * DAY)), {});
    expect(await ids(first.file)).not.toContain(three);
    expect(await ids(second.file)).toContain(three);
    expect((await readLedger(ledgerPath(second.file), source.at.keyring))?.until).toEqual(
      new Date(NOW.getTime() + 3 * DAY),
    );
  });

  it('shows when a line was taken out or put in', async () => {
    const { file } = await source.backup('l3.age');
    const path = ledgerPath(file);
    const text = await readFile(path, 'utf8');
    for (const changed of [
      text.split('\n').slice(0, -2).join('\n'),
      `${text}{}\n`,
      text.replace('deleted', 'removed'),
      '',
    ]) {
      await writeFile(path, changed);
      await expect(readLedger(path, source.at.keyring)).rejects.toMatchObject({ code: 'backup.ledger-mark' });
    }
    expect(await readLedger(`${path}.no`, source.at.keyring)).toBeNull();
  });
});
