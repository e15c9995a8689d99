// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import { atomically, type Ctx, personOf } from '#platform/ctx';
import { type Db, notify } from '#platform/db';
import { LANGS, type Lang, type MessageKey, safetyKeys, sourceText } from '#platform/i18n';
import { tellHere } from './changed-here.ts';
import { reading, writing } from './tables.ts';

export interface SafetyText {
  key: MessageKey;
  english: string;
  text: string | null;
  state: 'open' | 'passed' | 'returned';
  reviewer: string | null;
  at: Date | null;
}

/**
 * Every safety text of a language beside its English, with what a native reviewer said of this very
 * wording; a text that changed since is open again (H10).
 */
export async function safetyTexts(db: Db, lang: Lang): Promise<SafetyText[]> {
  const rows = await reading(db)
    .selectFrom('platform.text_review')
    .selectAll()
    .where('lang', '=', lang)
    .execute();
  const byKey = new Map(rows.map((row) => [row.key, row]));
  return safetyKeys.map((key) => {
    const text = sourceText(key, lang);
    const row = byKey.get(key);
    const current = row !== undefined && text !== null && row.text_hash.equals(hashOf(text));
    return {
      key: key as MessageKey,
      english: sourceText(key, 'en') ?? '',
      text,
      state: current ? row.state : 'open',
      reviewer: current ? row.reviewer : null,
      at: current ? row.at : null,
    };
  });
}

/** The languages whose every safety text a named native reviewer passed. */
export async function reviewedLanguages(db: Db): Promise<Lang[]> {
  const rows = await reading(db)
    .selectFrom('platform.text_review')
    .select(['lang', 'key', 'text_hash'])
    .where('state', '=', 'passed')
    .execute();
  const passed = new Set(rows.map((row) => `${row.lang} ${row.key} ${row.text_hash.toString('hex')}`));
  return LANGS.filter((lang) =>
    safetyKeys.every((key) => {
      const text = sourceText(key, lang);
      return text !== null && passed.has(`${lang} ${key} ${hashOf(text).toString('hex')}`);
    }),
  );
}

export interface Verdict {
  lang: Lang;
  keys: readonly string[];
  state: 'passed' | 'returned';
}

/** Passes or returns texts under the reviewer's name. The hash binds the verdict to the wording they saw. */
export async function judgeTexts(ctx: Ctx, verdict: Verdict): Promise<void> {
  const reviewer = personOf(ctx.actor);
  await atomically(ctx, async (inner) => {
    for (const key of verdict.keys) {
      const text = sourceText(key, verdict.lang);
      if (text === null || !safetyKeys.includes(key)) continue;
      const values = { text_hash: hashOf(text), state: verdict.state, reviewer, at: inner.now };
      await writing(inner.db)
        .insertInto('platform.text_review')
        .values({ lang: verdict.lang, key, ...values })
        .onConflict((conflict) => conflict.columns(['lang', 'key']).doUpdateSet(values))
        .execute();
    }
    inner.audit({
      act: 'text.review',
      kind: 'language',
      id: null,
      code: `${verdict.lang}:${verdict.state}:${verdict.keys.length}`,
    });
    await notify(inner.db, 'installation', 'words');
    tellHere(inner.db);
  });
}

function hashOf(text: string): Buffer {
  return createHash('sha256').update(text, 'utf8').digest();
}
