// SPDX-License-Identifier: EUPL-1.2
import { createHash, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { stat, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { transaction } from '#platform/db';
import { createKeyring, loadKeyring } from '#platform/seal';
import { contentsOf } from '../../seal/keyring/keyring.ts';
import { NOW } from '../../seal/testing/installation.ts';
import { openSealed, writeSealed } from '../file/sealed-file.ts';
import { ask } from '../tables.ts';
import { makeSource, type Source } from '../testing/source.ts';
import { makeTarget, type Target } from '../testing/target.ts';

let source: Source;
let target: Target;

beforeAll(async () => {
  source = await makeSource();
});
afterAll(() => source.drop());
beforeEach(() => {
  target = makeTarget(source);
});
afterEach(() => target.folder.remove());

/** Changes the text inside a backup, with the sum it had or with the one it then has. */
async function rewrite(
  file: string,
  change: (text: string) => string,
  { sum }: { sum: 'old' | 'new' },
): Promise<void> {
  const blocks: Buffer[] = [];
  for await (const block of await openSealed(file, source.key.identity)) blocks.push(block);
  const text = Buffer.concat(blocks).toString();
  const end = text.lastIndexOf('\n', text.length - 2) + 1;
  const changed = change(text.slice(0, end));
  expect(changed).not.toBe(text.slice(0, end));
  const sha256 = createHash('sha256').update(changed).digest('hex');
  const last = sum === 'old' ? text.slice(end) : `${JSON.stringify({ end: { sha256 } })}\n`;
  async function* all() {
    yield changed + last;
  }
  await writeSealed(file, source.key.recipient, all());
}

describe('a restore that does not end', () => {
  it('leaves a database that refuses to serve, and starts over when it is tried again', async () => {
    const { file } = await source.backup(`${randomUUID()}.age`);
    const killed = target.restore(file, {
      onProgress: ({ table }) => {
        if (table === 'ratings.claim') throw new Error('killed');
      },
    });
    await expect(killed).rejects.toThrow('killed');
    await expect(target.serve()).rejects.toMatchObject({ code: 'db.restoring' });
    await target.restore(file);
    const { db } = await target.serve();
    expect(await transaction(db, (tx) => ask(tx, 'select id from platform.person'))).toHaveLength(2);
    await target.folder.closeAll();
    await expect(target.restore(file)).rejects.toMatchObject({ code: 'db.not-empty' });
  });

  it('is what a file gets that was cut off', async () => {
    const { file } = await source.backup(`${randomUUID()}.age`);
    await truncate(file, (await stat(file)).size - 1000);
    await expect(target.restore(file)).rejects.toMatchObject({ code: 'backup.damaged' });
    await expect(target.folder.open()).rejects.toMatchObject({ code: 'db.restoring' });
    expect(existsSync(join(target.folder.path, 'snapshots', '11.rix'))).toBe(false);
  });

  it('is what a file gets whose rows were changed by somebody who may write backups', async () => {
    const { file } = await source.backup(`${randomUUID()}.age`);
    await rewrite(file, (text) => text.replace('org example n77', 'org example n78'), { sum: 'old' });
    await expect(target.restore(file)).rejects.toMatchObject({ code: 'backup.damaged' });
  });

  it('is what a file gets whose audit was changed', async () => {
    const { file } = await source.backup(`${randomUUID()}.age`);
    await rewrite(file, (text) => text.replace('\\"act\\":\\"test\\"', '\\"act\\":\\"rest\\"'), {
      sum: 'new',
    });
    await expect(target.restore(file)).rejects.toMatchObject({ code: 'backup.audit' });
    await expect(target.serve()).rejects.toMatchObject({
      code: 'db.restoring',
    });
  });

  it('replaces no other keyring', async () => {
    const { file } = await source.backup(`${randomUUID()}.age`);
    const place = { data: target.folder.path, keyFile: null };
    const other = await createKeyring(place, { instance: 'other.example', now: NOW });
    await expect(target.restore(file)).rejects.toMatchObject({ code: 'seal.keyring-there' });
    expect(contentsOf(await loadKeyring(place))).toEqual(contentsOf(other));
  });
});
