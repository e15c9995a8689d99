// SPDX-License-Identifier: EUPL-1.2

import { atomically, type Ctx, type TxCtx } from '#platform/ctx';
import { joinCase } from '#reports';
import { mayRead } from '../../access.ts';
import { errors } from '../../errors.ts';
import { reportIds } from '../../queries/reports.ts';
import { waitingActs } from '../../queries/waiting-acts.ts';
import { moreUrgent } from '../../rules/priority.ts';
import { type CaseRow, writing } from '../../tables.ts';
import { lockCase, requireOwn } from '../lock-case.ts';
import { tellSame } from '../outgoing.ts';
import { recordEvent } from '../record.ts';

interface Join {
  /** The newer case, which ends; nothing was decided about it yet. */
  from: string;
  into: string;
  how: 'same-address' | 'by-hand';
}

/** Joins a case of one's own to another. Throws what {@link mergeCases} and {@link requireOwn} throw. */
export async function joinByHand(ctx: Ctx, { from, into }: Omit<Join, 'how'>): Promise<void> {
  await atomically(ctx, async (inner) => {
    const { old } = await mergeCases(inner, { from, into, how: 'by-hand' });
    requireOwn(inner.actor, old);
  });
}

/**
 * Moves the reports of one case to another. Its reporters read from now on the same steps as the others, and never
 * learn of them. Throws `cases.bad-step` where the desk acted on the first already, `cases.closed`.
 */
export async function mergeCases(ctx: TxCtx, { from, into, how }: Join): Promise<{ old: CaseRow }> {
  if (!mayRead(ctx.actor)) throw errors('not-allowed');
  if (from === into) throw errors('bad-step');
  // In one order always, so that two joins that cross do not wait for each other for ever.
  const locked = new Map<string, CaseRow>();
  for (const id of [from, into].toSorted()) locked.set(id, await lockCase(ctx, id));
  const [old, stays] = [locked.get(from), locked.get(into)];
  if (old === undefined || stays === undefined) throw errors('not-found');
  if (stays.state === 'closed') throw errors('closed');
  // What is locked for a few stays by itself, and nothing else is drawn into it.
  if (old.restricted_at !== null || stays.restricted_at !== null) throw errors('bad-step');
  if (old.state === 'acting' || old.state === 'waiting' || old.state === 'closed') throw errors('bad-step');
  const moved = await reportIds(ctx, from);
  const [first] = await reportIds(ctx, into);
  await moveRows(ctx, { from, into, how });
  await writing(ctx.db)
    .updateTable('cases.case')
    .set({
      priority: moreUrgent(old.priority, stays.priority),
      needs: [...new Set([...stays.needs, ...old.needs])],
      due_at: new Date(Math.min(old.due_at.getTime(), stays.due_at.getTime())),
      news: 'report',
      news_at: ctx.now,
      later_until: null,
    })
    .where('id', '=', into)
    .execute();
  for (const reportId of moved) {
    await joinCase(ctx, { reportId, caseId: into });
    if (first !== undefined) await tellSame(ctx, { caseId: into, as: first, reportId });
  }
  await recordEvent(ctx, { caseId: into, act: 'joined', code: how });
  return { old };
}

async function moveRows(ctx: TxCtx, { from, into, how }: Join): Promise<void> {
  const db = writing(ctx.db);
  const acted = await db
    .selectFrom('cases.assessment')
    .select('id')
    .where('case_id', '=', from)
    .executeTakeFirst();
  const sent = await db
    .selectFrom('cases.referral')
    .select('id')
    .where('case_id', '=', from)
    .executeTakeFirst();
  const held = await db.selectFrom('cases.hold').select('id').where('case_id', '=', from).executeTakeFirst();
  const helped = await db
    .selectFrom('cases.support')
    .select('case_id')
    .where('case_id', '=', from)
    .executeTakeFirst();
  const asked = (await waitingActs(ctx.db, ctx.now, from)).length > 0;
  if (asked || (acted ?? sent ?? held ?? helped) !== undefined) throw errors('bad-step');
  await db.updateTable('cases.report').set({ case_id: into, how }).where('case_id', '=', from).execute();
  await db.updateTable('cases.sealed').set({ case_id: into }).where('case_id', '=', from).execute();
  await db.updateTable('cases.event').set({ case_id: into }).where('case_id', '=', from).execute();
  await db.deleteFrom('cases.case').where('id', '=', from).execute();
}
