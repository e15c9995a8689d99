// SPDX-License-Identifier: EUPL-1.2

import type { Ctx } from '#platform/ctx';
import { ProblemError } from '#platform/http';
import { reportFacts } from '#reports';
import { reading } from '../tables.ts';

/** Ids of the reports of a case, the first one first. */
export async function reportIds(ctx: Ctx, caseId: string): Promise<string[]> {
  const rows = await reading(ctx.db)
    .selectFrom('cases.report')
    .select('report_id')
    .where('case_id', '=', caseId)
    .orderBy('joined_at')
    .orderBy('report_id')
    .execute();
  return rows.map(({ report_id }) => report_id);
}

/** Whether a report was not deleted yet. Ask before the transaction: one in which something threw cannot be kept. */
export async function isThere(ctx: Ctx, reportId: string): Promise<boolean> {
  try {
    await reportFacts(ctx, reportId);
    return true;
  } catch (error) {
    if (error instanceof ProblemError && error.kind === 'not-found') return false;
    throw error;
  }
}
