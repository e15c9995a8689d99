// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import { atomically, type Ctx } from '#platform/ctx';
import type { Db } from '#platform/db';
import { reading, writing } from '../tables.ts';

/** What a reader said is wrong with a text. */
export interface Hint {
  id: string;
  words: string;
  at: Date;
}

export const HINT_LENGTH = 1000;

/** Hints about one language of a record that nobody has dealt with. */
export async function openHints(db: Db, record: number, lang: string): Promise<Hint[]> {
  return reading(db)
    .selectFrom('records.hint')
    .select(['id', 'words', 'at'])
    .where('record', '=', record)
    .where('lang', '=', lang)
    .where('done_at', 'is', null)
    .orderBy('at')
    .limit(50)
    .execute();
}

/** Keeps what a reader noticed, without a word about the reader. */
export async function keepHint(
  ctx: Ctx,
  hint: { record: number; lang: string; words: string },
): Promise<void> {
  await atomically(ctx, async (inner) => {
    await writing(inner.db)
      .insertInto('records.hint')
      .values({ id: randomUUID(), ...hint, at: inner.now, done_at: null })
      .execute();
    inner.audit({ act: 'record.hint', kind: 'record', id: String(hint.record), code: hint.lang });
  });
}

/** A hint was dealt with: its words are taken away. */
export async function closeHint(ctx: Ctx, hint: { record: number; id: string }): Promise<void> {
  await atomically(ctx, async (inner) => {
    await writing(inner.db)
      .updateTable('records.hint')
      .set({ done_at: inner.now, words: '' })
      .where('id', '=', hint.id)
      .where('record', '=', hint.record)
      .execute();
    inner.audit({ act: 'record.hint-done', kind: 'record', id: String(hint.record) });
  });
}
