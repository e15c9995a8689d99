// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { atomically, type Ctx } from '#platform/ctx';
import { transaction } from '#platform/db';
import { keyringOf, recoveryRecords, sealKeyring } from '#platform/seal';
import { writeSealed } from '../file/sealed-file.ts';
import { BackupRefusal } from '../refusal.ts';
import { writing } from '../tables.ts';
import { requireRecipient } from './backup-key.ts';
import { dropOldBackups, growLedgers } from './kept-backups.ts';
import { type Progress, writeLines } from './write-lines.ts';

const PARTIAL = /\.\d+\.partial$/;
const DAY = 86_400_000;

export interface BackupOrder {
  /** Where to; null picks a name in `<data>/backups`. Nothing that is there is written over. */
  file: string | null;
  /** The age recipient of ROWAN_BACKUP_RECIPIENT. */
  recipient: string | null;
  dataFolder: string;
  /** Version of the program. */
  program: string;
  onProgress?: (progress: Progress) => void;
}

export interface MadeBackup {
  file: string;
  at: Date;
  rows: number;
  bytes: number;
  seconds: number;
  /** Older ones that were removed. */
  dropped: string[];
}

/**
 * Makes one encrypted file of everything, beside whatever runs, and writes the deletion ledger beside it and beside
 * the backups before it. Throws a BackupRefusal without a recipient, without a confirmed recovery key, or where the
 * file exists.
 */
export async function makeBackup(ctx: Ctx, order: BackupOrder): Promise<MadeBackup> {
  const recipient = requireRecipient(order.recipient);
  const keyring = await sealedKeyring(ctx);
  const file = resolve(order.file ?? join(order.dataFolder, 'backups', nameOf(ctx.now)));
  if (existsSync(file))
    throw new BackupRefusal('backup.file-there', `${file} is there already, and no backup is written over.`);
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  await sweepPartials(dirname(file), ctx.now);
  const started = performance.now();
  let rows = 0;
  const tell = (progress: Progress) => {
    rows = progress.rows;
    order.onProgress?.(progress);
  };
  const about = { ...order, instance: keyringOf(ctx.db).instance, at: ctx.now, keyring, tell };
  const partial = `${file}.${process.pid}.partial`;
  try {
    await transaction(ctx.db, (tx) => writeSealed(partial, recipient, writeLines(tx, about)), {
      isolation: 'repeatable read',
    });
    await rename(partial, file);
  } finally {
    await rm(partial, { force: true });
  }
  const { size: bytes } = await stat(file);
  const made = { file, at: ctx.now, rows, bytes, seconds: (performance.now() - started) / 1000 };
  await remember(ctx, made);
  await growLedgers(ctx, 'all');
  return { ...made, dropped: await dropOldBackups(ctx) };
}

async function sealedKeyring(ctx: Ctx): Promise<{ n: number; sealed: Buffer }> {
  const keyring = keyringOf(ctx.db);
  const active = (await recoveryRecords(ctx.db, keyring)).find(({ state }) => state === 'active');
  if (active === undefined) {
    throw new BackupRefusal(
      'backup.no-recovery',
      'There is no confirmed recovery key yet, and without it nobody could ever open the backup: type both halves into the set-up page first.',
    );
  }
  return { n: active.n, sealed: await sealKeyring(keyring, active) };
}

/** A backup that was killed leaves a part of itself, which nobody remembers and which must not stay for ever. */
async function sweepPartials(folder: string, now: Date): Promise<void> {
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    if (!PARTIAL.test(name)) continue;
    const { mtimeMs } = await stat(path);
    if (now.getTime() - mtimeMs > DAY) await rm(path, { force: true });
  }
}

const nameOf = (now: Date): string =>
  `rowan-${now.toISOString().replace(/\.\d+/, '').replaceAll(':', '')}.age`;

async function remember(ctx: Ctx, made: Omit<MadeBackup, 'dropped'>): Promise<void> {
  const id = randomUUID();
  await atomically(ctx, async (inner) => {
    await writing(inner.db)
      .insertInto('platform.backup')
      .values({ id, ...made })
      .execute();
    inner.audit({ act: 'backup.make', kind: 'backup', id });
  });
}
