// SPDX-License-Identifier: EUPL-1.2
import { atomically, type Ctx, holds, personOf, type TxCtx } from '#platform/ctx';
import { readInstallation } from '#platform/setup';
import { WORKERS } from '../../access.ts';
import { errors } from '../../errors.ts';
import { readersOf } from '../../queries/readers.ts';
import { dayBegins } from '../../rules/local-day.ts';
import { writing } from '../../tables.ts';
import { lockOwnCase } from '../lock-case.ts';
import { recordEvent } from '../record.ts';

/** To another person, or, with null, back to the queue; `words` say why, and what the next one should know. */
export async function giveCase(
  ctx: Ctx,
  { caseId, to, words }: { caseId: string; to: string | null; words: string },
): Promise<void> {
  await atomically(ctx, async (inner) => {
    const row = await lockOwnCase(inner, caseId);
    if (to !== null) await requireWorker(inner, to);
    if (to !== null && !(await readersOf(inner.db, row)).includes(to)) throw errors('bad-step');
    await assign(inner, caseId, to);
    await recordEvent(inner, { caseId, act: to === null ? 'returned-to-queue' : 'given', words });
  });
}

/** Out of sight until a day (`2026-05-04`) begins where the desk is. Danger and the same hour are never put off. */
export async function putOff(
  ctx: Ctx,
  { caseId, day, words }: { caseId: string; day: string; words: string },
): Promise<void> {
  await atomically(ctx, async (inner) => {
    const { priority } = await lockOwnCase(inner, caseId);
    const until = dayBegins(day, (await readInstallation(inner.db)).timeZone);
    if (priority === 'p0' || priority === 'p1' || until <= inner.now) throw errors('bad-step');
    await writing(inner.db)
      .updateTable('cases.case')
      .set({ later_until: until, news: null, news_at: null })
      .where('id', '=', caseId)
      .execute();
    await recordEvent(inner, { caseId, act: 'put-off', words });
  });
}

/**
 * Hands over every open case of somebody who leaves, to one person or back to the queue. Done by itself when
 * a person leaves, and by a supervisor before; a restricted case goes to its readers only. Answers how many. Throws
 * `cases.not-allowed`.
 */
export async function handOverCases(
  ctx: Ctx,
  { from, to }: { from: string; to: string | null },
): Promise<number> {
  if (ctx.actor.kind !== 'system' && !holds(ctx.actor, 'supervisor')) throw errors('not-allowed');
  return atomically(ctx, async (inner) => {
    if (to !== null) await requireWorker(inner, to);
    const rows = await writing(inner.db)
      .selectFrom('cases.case')
      .select(['id', 'restricted_at'])
      .where('assigned_to', '=', from)
      .where('state', '<>', 'closed')
      .orderBy('id')
      .forUpdate()
      .execute();
    for (const row of rows) {
      const next = to !== null && (await readersOf(inner.db, row)).includes(to) ? to : null;
      await assign(inner, row.id, next);
      await recordEvent(inner, {
        caseId: row.id,
        act: next === null ? 'returned-to-queue' : 'given',
        code: 'leaver',
      });
    }
    return rows.length;
  });
}

async function requireWorker(ctx: TxCtx, person: string): Promise<void> {
  const row = await writing(ctx.db)
    .selectFrom('platform.person')
    .select('roles')
    .where('id', '=', person)
    .where('state', '=', 'active')
    .executeTakeFirst();
  if (!row?.roles.some((role) => WORKERS.some((one) => one === role))) throw errors('bad-step');
}

async function assign(ctx: TxCtx, caseId: string, to: string | null): Promise<void> {
  await writing(ctx.db)
    .updateTable('cases.case')
    .set({ assigned_to: to, assigned_at: to === null ? null : ctx.now, later_until: null })
    .where('id', '=', caseId)
    .execute();
}

/** Says that news was read. */
export async function markRead(ctx: Ctx, caseId: string): Promise<void> {
  await atomically(ctx, async (inner) => {
    const { assigned_to } = await lockOwnCase(inner, caseId);
    if (assigned_to !== personOf(inner.actor)) return;
    await writing(inner.db)
      .updateTable('cases.case')
      .set({ news: null, news_at: null })
      .where('id', '=', caseId)
      .execute();
  });
}
