// SPDX-License-Identifier: EUPL-1.2
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { z } from 'zod';
import { atomically, type Ctx } from '#platform/ctx';
import type { Db } from '#platform/db';
import { defineJob } from '#platform/jobs';
import { ledgerPath, ledgerText, writeLedger } from '../ledger/ledger.ts';
import { reading, writing } from '../tables.ts';

/** What is said to a child who asks to delete: "gone from safety copies within 35 days" (security 2.10). */
export const KEPT_DAYS = 35;
const DAY = 86_400_000;

export interface LastBackup {
  /** When its picture of the database was taken. */
  at: Date;
  rows: number;
  bytes: number;
  seconds: number;
}

/** The newest backup that was made here, for the health page; null where there never was one. */
export async function lastBackup(db: Db): Promise<LastBackup | null> {
  const row = await reading(db)
    .selectFrom('platform.backup')
    .select(['at', 'rows', 'bytes', 'seconds'])
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

/** Writes what was deleted until now beside every backup that still lies where it was made, or the newest only. */
export async function growLedgers(ctx: Pick<Ctx, 'db' | 'now'>, which: 'all' | 'newest'): Promise<void> {
  const rows = await reading(ctx.db)
    .selectFrom('platform.backup')
    .select('file')
    .orderBy('at', 'desc')
    .execute();
  const there = rows.map(({ file }) => file).filter((file) => existsSync(file));
  const wanted = which === 'all' ? there : there.slice(0, 1);
  if (wanted.length === 0) return;
  const text = await ledgerText(ctx.db, ctx.now);
  for (const file of wanted) await writeLedger(ledgerPath(file), text);
}

/** Removes backups made here that are too old to be kept, with their ledgers. Answers their paths. */
export async function dropOldBackups(ctx: Ctx): Promise<string[]> {
  const before = new Date(ctx.now.getTime() - KEPT_DAYS * DAY);
  const old = await reading(ctx.db)
    .selectFrom('platform.backup')
    .select(['id', 'file'])
    .where('at', '<', before)
    .execute();
  for (const { id, file } of old) {
    await rm(file, { force: true });
    await rm(ledgerPath(file), { force: true });
    await atomically(ctx, async (inner) => {
      await writing(inner.db).deleteFrom('platform.backup').where('id', '=', id).execute();
      inner.audit({ act: 'backup.drop', kind: 'backup', id, code: 'age' });
    });
  }
  return old.map(({ file }) => file);
}

/** Between two backups the newest one learns what is deleted meanwhile. */
export const ledgerJob = defineJob({
  name: 'backup.ledger',
  payload: z.object({}),
  cron: '*/10 * * * *',
  run: (ctx) => growLedgers(ctx, 'newest'),
});
