// SPDX-License-Identifier: EUPL-1.2
import { atomically, type Ctx } from '#platform/ctx';
import type { Lang } from '#platform/i18n';
import { dueAt, type Installation } from '#platform/setup';
import type { Answers } from '../form/answers.ts';
import { priorityOf } from '../form/priority.ts';
import { toMinute } from '../progress/clock.ts';
import { prepareReceipt } from './prepare-receipt.ts';
import { storeReport } from './store-report.ts';

export interface InventedReport {
  answers: Answers;
  site: Installation;
  lang: Lang;
}

/**
 * Puts a report that nobody made into the queue of a demonstration, whose public form keeps nothing (H12). Answers
 * its code. Throws a TypeError in a real installation.
 */
export async function inventReport(ctx: Ctx, { answers, site, lang }: InventedReport): Promise<string> {
  if (site.kind === 'real') throw new TypeError('nothing is invented in a real installation');
  const receipt = await prepareReceipt(ctx.db);
  const receivedAt = toMinute(ctx.now);
  const due = dueAt(site, priorityOf(answers), receivedAt);
  await atomically(ctx, (inner) => storeReport(inner, { answers, receipt, site, lang, receivedAt, due }));
  return receipt.code;
}
