// SPDX-License-Identifier: EUPL-1.2

import { atomically, type Ctx, type TxCtx } from '#platform/ctx';
import { isLang, translator } from '#platform/i18n';
import { notifyAddress, reportFacts } from '#reports';
import { errors } from '../errors.ts';
import { reportIds } from '../queries/reports.ts';
import { checkLetter } from '../queries/told-words.ts';
import { writing } from '../tables.ts';
import { lockOwnCase } from './lock-case.ts';
import { askReporter, mailAbout, writeToReporter } from './outgoing.ts';
import { recordEvent } from './record.ts';
import { voiceIn } from './voice.ts';

export interface Letter {
  caseId: string;
  reportId: string;
  role: 'main' | 'child' | 'company';
  words: string;
  /** We wait for an answer. */
  question: boolean;
}

/**
 * Writes to one reader of a report under a name from nature, and tells by a neutral mail that there is something to
 * read, where they chose that. Answers the pieces that say again what was told; while there are any, nothing is sent.
 * Needs the desk's keys. Throws `cases.on-hold`, `reports.quiet`, `reports.no-receipt`.
 */
export async function writeLetter(ctx: Ctx, letter: Letter): Promise<{ quotes: string[] }> {
  return atomically(ctx, async (inner) => {
    const { caseId, reportId, role, words } = letter;
    await lockOwnCase(inner, caseId);
    if (!(await reportIds(inner, caseId)).includes(reportId)) throw errors('not-found');
    const facts = await reportFacts(inner, reportId);
    const { quotes } = await checkLetter(inner, { caseId, words, lang: facts.lang });
    if (quotes.length > 0) return { quotes };
    const t = translator(isLang(facts.lang) ? facts.lang : 'en');
    const alias = await voiceIn(inner, caseId, t);
    await writeToReporter(inner, { caseId, reportId, receiptRole: role, words, alias });
    await writing(inner.db)
      .updateTable('cases.case')
      .set({
        told_at: inner.now,
        news: null,
        news_at: null,
        ...(letter.question ? { state: 'question' } : {}),
      })
      .where('id', '=', caseId)
      .execute();
    if (letter.question) await askReporter(inner, { caseId, reportId });
    if (role !== 'child')
      await sayThereIsALetter(inner, letter, {
        subject: t('cases.mail.subject'),
        text: t('cases.mail.text'),
      });
    await recordEvent(inner, { caseId, act: 'wrote', code: letter.question ? 'question' : role });
    return { quotes: [] };
  });
}

// The mail is for whoever sent the report. A child who came by a slip chose no address of their own.
async function sayThereIsALetter(
  ctx: TxCtx,
  { caseId, reportId }: Letter,
  mail: { subject: string; text: string },
): Promise<void> {
  const to = await notifyAddress(ctx, reportId);
  if (to !== null) await mailAbout(ctx, caseId, { ...mail, to, purpose: 'reporter' });
}
