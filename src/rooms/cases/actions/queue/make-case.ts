// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import { atomically, type Ctx } from '#platform/ctx';
import { joinCase, reportFacts } from '#reports';
import { isThere } from '../../queries/reports.ts';
import { writing } from '../../tables.ts';
import { recordEvent } from '../record.ts';

/**
 * Makes the case of a new report from its clear columns; nothing is opened. Run twice, it makes one case. The
 * unopened report stays as it is: what it says reaches the desk when somebody takes the case.
 */
export async function makeCase(ctx: Ctx, reportId: string): Promise<void> {
  if (!(await isThere(ctx, reportId))) return;
  await atomically(ctx, async (inner) => {
    const facts = await reportFacts(inner, reportId);
    if (facts.caseId !== null) return;
    const caseId = randomUUID();
    await writing(inner.db)
      .insertInto('cases.case')
      .values({
        id: caseId,
        received_at: facts.receivedAt,
        channel: facts.channel,
        lang: facts.lang,
        kind: facts.kind,
        intent: facts.intent,
        priority: facts.priority,
        needs: facts.needs,
        due_at: facts.dueAt,
      })
      .execute();
    await writing(inner.db)
      .insertInto('cases.report')
      .values({ report_id: reportId, case_id: caseId, joined_at: inner.now, how: 'made', looked_at: null })
      .execute();
    await joinCase(inner, { reportId, caseId });
    await recordEvent(inner, { caseId, act: 'made' });
  });
}
