// SPDX-License-Identifier: EUPL-1.2

import { atomically, type Ctx, type TxCtx } from '#platform/ctx';
import { dueAt, readInstallation } from '#platform/setup';
import { reportFacts } from '#reports';
import { isThere } from '../../queries/reports.ts';
import { type CaseRow, type News, writing } from '../../tables.ts';
import { OPEN_AGAIN } from '../close-case.ts';
import { lockCase } from '../lock-case.ts';
import { tellReporters } from '../outgoing.ts';
import { recordEvent } from '../record.ts';

/** Wishes that only the desk can grant. */
const STOPS = ['stop', 'delete'] as const;

/**
 * Something came from a reporter: the case comes back up, out of "later", out of "closed", and to somebody else where
 * the reporter asked for another person.
 */
export async function hearNews(
  ctx: Ctx,
  { reportId, news }: { reportId: string; news: News },
): Promise<void> {
  // Deleted before its news was heard: there is nobody to hear.
  if (!(await isThere(ctx, reportId))) return;
  await atomically(ctx, async (inner) => {
    const facts = await reportFacts(inner, reportId);
    // The desk joins every report to a case before its code is known to anybody; without one the fact is tried again.
    if (facts.caseId === null) throw new Error('a report without a case');
    const found = await lockCase(inner, facts.caseId);
    const site = await readInstallation(inner.db);
    const answerBy = dueAt(site, found.priority === 'p0' ? 'p1' : 'p2', inner.now);
    const stop = STOPS.find((wish) => wish === news);
    await writing(inner.db)
      .updateTable('cases.case')
      .set({
        news,
        news_at: inner.now,
        later_until: null,
        due_at: found.opened_at === null && found.due_at < answerBy ? found.due_at : answerBy,
        ...(news === 'intent' ? { intent: facts.intent } : {}),
        ...(news === 'other-person'
          ? { assigned_to: null, assigned_at: null, not_by: found.assigned_to }
          : {}),
        ...(found.state === 'question' ? { state: 'reading' as const } : {}),
        ...(found.state === 'closed' ? OPEN_AGAIN : {}),
      })
      .where('id', '=', found.id)
      .execute();
    if (stop !== undefined) await askedToStop(inner, reportId, stop);
    await recordEvent(inner, { caseId: found.id, act: 'news', code: news });
    await openAgain(inner, found, news);
  });
}

async function openAgain(ctx: TxCtx, found: CaseRow, news: News): Promise<void> {
  // `again` was told by the reporter's own press of the button.
  if (found.state !== 'closed') return;
  await recordEvent(ctx, { caseId: found.id, act: 'reopened', code: 'reporter' });
  if (news !== 'again') await tellReporters(ctx, found.id, { step: 'reopened' });
}

async function askedToStop(ctx: TxCtx, reportId: string, stop: 'stop' | 'delete'): Promise<void> {
  await writing(ctx.db)
    .updateTable('cases.report')
    .set({ stop_asked: stop })
    .where('report_id', '=', reportId)
    .execute();
}
