// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import { atomically, type Ctx, personOf } from '#platform/ctx';
import { errors } from '../errors.ts';
import type { EnoughBy, FollowUpKind } from '../rules/support.ts';
import { writing } from '../tables.ts';
import { lockOwnCase } from './lock-case.ts';
import { tellReporters } from './outgoing.ts';
import { recordEvent, sealFor } from './record.ts';

interface Plan {
  caseId: string;
  /** Who stands by the child. Sealed, with the services. */
  who: string;
  services: string;
  /** The day of the next contact, YYYY-MM-DD. */
  nextOn: string;
}

/** Begins or changes the support of a harmed child: a person who stands by, services, the next contact. */
export async function supportChild(ctx: Ctx, { caseId, who, services, nextOn }: Plan): Promise<void> {
  await atomically(ctx, async (inner) => {
    await lockOwnCase(inner, caseId);
    const words_id = await sealFor(inner, { caseId, kind: 'note', content: { v: 1, who, services } });
    const before = await writing(inner.db)
      .selectFrom('cases.support')
      .select('ended_at')
      .where('case_id', '=', caseId)
      .executeTakeFirst();
    const plan = { next_on: nextOn, words_id, ended_at: null, ended_by: null };
    await writing(inner.db)
      .insertInto('cases.support')
      .values({ case_id: caseId, begun_by: personOf(inner.actor), begun_at: inner.now, ...plan })
      .onConflict((row) => row.column('case_id').doUpdateSet(plan))
      .execute();
    const begins = before === undefined || before.ended_at !== null;
    await recordEvent(inner, { caseId, act: begins ? 'support-begun' : 'support-changed' });
    if (begins) await tellReporters(inner, caseId, { step: 'acting', code: 'support' });
  });
}

/** A day on which somebody has to do something for this child. Throws `cases.bad-step` without a running plan. */
export async function addFollowUp(
  ctx: Ctx,
  { caseId, on, kind }: { caseId: string; on: string; kind: FollowUpKind },
): Promise<void> {
  await atomically(ctx, async (inner) => {
    await lockOwnCase(inner, caseId);
    const plan = await writing(inner.db)
      .selectFrom('cases.support')
      .select('case_id')
      .where('case_id', '=', caseId)
      .where('ended_at', 'is', null)
      .executeTakeFirst();
    if (plan === undefined) throw errors('bad-step');
    await writing(inner.db)
      .insertInto('cases.follow_up')
      .values({ id: randomUUID(), case_id: caseId, on_day: on, kind, done_at: null, done_by: null })
      .execute();
    await recordEvent(inner, { caseId, act: 'follow-up', code: kind });
  });
}

/** It was done. Throws `cases.not-found`. */
export async function doneFollowUp(ctx: Ctx, { caseId, id }: { caseId: string; id: string }): Promise<void> {
  await atomically(ctx, async (inner) => {
    await lockOwnCase(inner, caseId);
    const row = await writing(inner.db)
      .updateTable('cases.follow_up')
      .set({ done_at: inner.now, done_by: personOf(inner.actor) })
      .where('id', '=', id)
      .where('case_id', '=', caseId)
      .where('done_at', 'is', null)
      .returning('kind')
      .executeTakeFirst();
    if (row === undefined) throw errors('not-found');
    await recordEvent(inner, { caseId, act: 'follow-up-done', code: row.kind });
  });
}

/** The child or carer said enough. Throws `cases.bad-step` without a running plan. */
export async function endSupport(
  ctx: Ctx,
  { caseId, by, words }: { caseId: string; by: EnoughBy; words: string },
): Promise<void> {
  await atomically(ctx, async (inner) => {
    await lockOwnCase(inner, caseId);
    const { numUpdatedRows } = await writing(inner.db)
      .updateTable('cases.support')
      .set({ ended_at: inner.now, ended_by: by })
      .where('case_id', '=', caseId)
      .where('ended_at', 'is', null)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) throw errors('bad-step');
    await recordEvent(inner, { caseId, act: 'support-ended', code: by, words });
  });
}
