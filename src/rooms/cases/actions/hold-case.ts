// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import { askSecond } from '#platform/auth';
import { atomically, type Ctx, personOf, type TxCtx } from '#platform/ctx';
import { errors } from '../errors.ts';
import { isHeld, openHold } from '../queries/hold.ts';
import { requireNothingWaits } from '../queries/waiting-acts.ts';
import { holdUntil } from '../rules/police-hold.ts';
import { type HoldRow, writing } from '../tables.ts';
import { lockCase, lockOwnCase } from './lock-case.ts';
import { recordEvent, sealFor } from './record.ts';

interface Why {
  caseId: string;
  words: string;
}

/** Police first: one person sets it at once, and from then on nothing leaves (H2). Throws `cases.bad-step` where one stands. */
export async function setHold(ctx: Ctx, why: Why): Promise<void> {
  await atomically(ctx, async (inner) => {
    await lockOwnCase(inner, why.caseId);
    if (await isHeld(inner.db, why.caseId, inner.now)) throw errors('bad-step');
    await insertHold(inner, why);
  });
}

/** {@link setHold} for a case that is locked already; does nothing where one stands. */
export async function insertHold(ctx: TxCtx, { caseId, words }: Why): Promise<void> {
  if (await isHeld(ctx.db, caseId, ctx.now)) return;
  await endRunOut(ctx, caseId);
  await writing(ctx.db)
    .insertInto('cases.hold')
    .values({
      id: randomUUID(),
      case_id: caseId,
      set_by: personOf(ctx.actor),
      set_at: ctx.now,
      words_id: await sealFor(ctx, { caseId, kind: 'note', content: { v: 1, words } }),
      expires_at: holdUntil(ctx.now),
      ended_at: null,
      lifted_by: null,
    })
    .execute();
  await recordEvent(ctx, { caseId, act: 'hold-set', words });
  ctx.audit({ act: 'hold.set', kind: 'case', id: caseId, code: 'police' });
}

/** A hold whose time ran out is over; noting it makes room for the next. Answers whether it was so. */
export async function endRunOut(ctx: TxCtx, caseId: string): Promise<boolean> {
  const hold = await openHold(ctx.db, caseId);
  if (hold === null || hold.expires_at > ctx.now) return false;
  await writing(ctx.db)
    .updateTable('cases.hold')
    .set({ ended_at: hold.expires_at })
    .where('id', '=', hold.id)
    .execute();
  await recordEvent(ctx, { caseId, act: 'hold-ran-out' });
  return true;
}

/** Keeps a hold for another fortnight, with a reason. Throws `cases.no-hold`. */
export async function renewHold(ctx: Ctx, { caseId, words }: Why): Promise<void> {
  await atomically(ctx, async (inner) => {
    await lockOwnCase(inner, caseId);
    const hold = await standing(inner, caseId);
    await writing(inner.db)
      .updateTable('cases.hold')
      .set({ expires_at: holdUntil(inner.now) })
      .where('id', '=', hold.id)
      .execute();
    await recordEvent(inner, { caseId, act: 'hold-renewed', words });
  });
}

/** Asks a second person to lift a hold. Throws `cases.no-hold`, `cases.act-waits`. */
export async function askToLift(ctx: Ctx, { caseId, words }: Why): Promise<void> {
  await atomically(ctx, async (inner) => {
    await lockOwnCase(inner, caseId);
    const hold = await standing(inner, caseId);
    await requireNothingWaits(inner, { caseId, act: 'case.lift-hold' });
    await askSecond(inner, { act: 'case.lift-hold', payload: { caseId, subject: hold.id } });
    await recordEvent(inner, { caseId, act: 'lift-asked', words });
  });
}

/** The second person's yes. What was kept back stays so until somebody tells it: they may know better by now. */
export async function liftHold(
  ctx: TxCtx,
  { caseId, holdId }: { caseId: string; holdId: string },
): Promise<void> {
  await lockCase(ctx, caseId);
  const hold = await standing(ctx, caseId);
  if (hold.id !== holdId) throw errors('act-changed');
  await writing(ctx.db)
    .updateTable('cases.hold')
    .set({ ended_at: ctx.now, lifted_by: personOf(ctx.actor) })
    .where('id', '=', hold.id)
    .execute();
  await recordEvent(ctx, { caseId, act: 'hold-lifted' });
  ctx.audit({ act: 'hold.lift', kind: 'case', id: caseId, code: 'police' });
}

async function standing(ctx: TxCtx, caseId: string): Promise<HoldRow> {
  const hold = await openHold(ctx.db, caseId);
  if (hold === null || hold.expires_at <= ctx.now) throw errors('no-hold');
  return hold;
}
