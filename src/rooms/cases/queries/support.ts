// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Ctx } from '#platform/ctx';
import { openObject } from '#platform/seal';
import { type EnoughBy, type FollowUpKind, isOverdue } from '../rules/support.ts';
import { reading } from '../tables.ts';
import { keysOf, wiped } from './addresses.ts';

const sealedPlan = z.object({ v: z.literal(1), who: z.string(), services: z.string() });

/** The support of a harmed child. */
export interface SupportView {
  who: string;
  services: string;
  nextOn: string;
  endedAt: Date | null;
  endedBy: EnoughBy | null;
  overdue: boolean;
  followUps: { id: string; on: string; kind: FollowUpKind; doneAt: Date | null }[];
}

/** The support plan of a case, or null. Needs the desk's keys. */
export async function supportOf(ctx: Ctx, caseId: string): Promise<SupportView | null> {
  const row = await reading(ctx.db)
    .selectFrom('cases.support')
    .selectAll()
    .where('case_id', '=', caseId)
    .executeTakeFirst();
  if (row === undefined) return null;
  const found = await reading(ctx.db)
    .selectFrom('cases.follow_up')
    .select(['id', 'on_day as on', 'kind', 'done_at as doneAt'])
    .where('case_id', '=', caseId)
    .orderBy('on_day')
    .orderBy('id')
    .execute();
  const { plain } = await openObject(ctx.db, keysOf(ctx), row.words_id);
  const { who, services } = wiped(plain, sealedPlan);
  const plan = { nextOn: row.next_on, endedAt: row.ended_at, followUps: found };
  return {
    ...plan,
    who,
    services,
    endedBy: row.ended_by,
    overdue: isOverdue(plan, ctx.now.toISOString().slice(0, 10)),
  };
}
