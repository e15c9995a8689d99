// SPDX-License-Identifier: EUPL-1.2

import type { Ctx } from '#platform/ctx';
import { openReport, threadOf } from '#reports';
import { quotesOf, repeatedRuns } from '../rules/quoting.ts';
import { type Level, readingLevel } from '../rules/reading-level.ts';
import { reportIds } from './reports.ts';

/** How a letter reads, and which pieces of it say again what a reporter of the case told. */
export interface LetterCheck {
  level: Level;
  quotes: string[];
}

/** Checks a letter before it goes. Needs the desk's keys: it is compared with every word the reporters of the case wrote. */
export async function checkLetter(
  ctx: Ctx,
  { caseId, words, lang }: { caseId: string; words: string; lang: string },
): Promise<LetterCheck> {
  const deskWords = ctx
    .t('cases.letter.desk-words')
    .split(',')
    .map((word) => word.trim().toLowerCase());
  return {
    level: readingLevel(words, lang, deskWords),
    quotes: quotesOf(words, await toldWords(ctx, caseId), lang),
  };
}

/** Whether a text says something in the reporters' own words. An account it names may well be one that they named too. */
export async function repeatsReporter(
  ctx: Ctx,
  { caseId, words }: { caseId: string; words: string },
): Promise<boolean> {
  return repeatedRuns(words, await toldWords(ctx, caseId), ctx.t.lang).length > 0;
}

async function toldWords(ctx: Ctx, caseId: string): Promise<string[]> {
  const told: string[] = [];
  for (const reportId of await reportIds(ctx, caseId)) {
    const story = await openReport(ctx, reportId);
    const talk = await threadOf(ctx, reportId);
    told.push(
      story.words,
      story.where,
      ...story.links,
      ...(story.company?.rows ?? []).map(({ address }) => address),
    );
    told.push(...talk.filter(({ dir }) => dir === 'in').map(({ words }) => words));
  }
  return told.filter((text) => text !== '');
}
