// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import { personOf, type TxCtx } from '#platform/ctx';
import type { Db, Tx } from '#platform/db';
import { canonicalJson, equalBytes, sha256 } from '#platform/seal';
import { errors } from '../errors.ts';
import { reading, writing } from '../tables.ts';

const LIFE = 24 * 3_600_000;

/** Ids and codes only: it lies in a plain row, and the second person confirms exactly this. */
export type ActPayload = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

/** Something one person asked for and another must confirm within 24 hours (security.md 4.2). */
export interface PendingAct {
  id: string;
  act: string;
  payload: ActPayload;
  askedBy: string;
  askedAt: Date;
  expiresAt: Date;
  /** Approved but not done: the second person could not do it themselves, so whoever can does. */
  approved: boolean;
}

const hashOf = (payload: ActPayload): Buffer => sha256(Buffer.from(canonicalJson(payload)));

/** Asks for a second person. Asking for the very same again answers the act that waits already. */
export async function askSecond(ctx: TxCtx, asked: { act: string; payload: ActPayload }): Promise<string> {
  const hash = hashOf(asked.payload);
  const same = (await openActs(ctx.db, ctx.now, asked.act)).find((one) =>
    equalBytes(hashOf(one.payload), hash),
  );
  if (same !== undefined) return same.id;
  const id = randomUUID();
  await writing(ctx.db)
    .insertInto('platform.pending_act')
    .values({
      id,
      act: asked.act,
      payload: JSON.stringify(asked.payload),
      payload_hash: hash,
      asked_by: personOf(ctx.actor),
      asked_at: ctx.now,
      expires_at: new Date(ctx.now.getTime() + LIFE),
    })
    .execute();
  ctx.audit({ act: 'second.ask', kind: 'pending-act', id, code: asked.act });
  return id;
}

/** What waits for a second person, or was approved and is not done yet; the oldest first. */
export async function openActs(db: Db, now: Date, act?: string): Promise<PendingAct[]> {
  let query = reading(db)
    .selectFrom('platform.pending_act')
    .selectAll()
    .where('expires_at', '>', now)
    .where('done_at', 'is', null)
    .where((is) => is.or([is('decision', 'is', null), is('decision', '=', 'approved')]))
    .orderBy('asked_at');
  if (act !== undefined) query = query.where('act', '=', act);
  return (await query.execute()).map((row) => ({
    id: row.id,
    act: row.act,
    payload: checked(row.payload, row.payload_hash),
    askedBy: row.asked_by,
    askedAt: row.asked_at,
    expiresAt: row.expires_at,
    approved: row.decision === 'approved',
  }));
}

/** One open act. Throws `auth.act-ended` when it was decided, done, or waited too long. */
export async function findAct(db: Db, now: Date, id: string): Promise<PendingAct> {
  const act = (await openActs(db, now)).find((one) => one.id === id);
  if (act === undefined) throw errors('act-ended');
  return act;
}

/**
 * Approves or refuses what another person asked; who asked may only withdraw. Throws `auth.act-second` when
 * both would be the same person, `auth.act-ended` when somebody was faster.
 */
export async function decideAct(
  ctx: TxCtx,
  choice: { id: string; decision: 'approved' | 'refused' | 'withdrawn' },
): Promise<PendingAct> {
  const act = await findAct(ctx.db, ctx.now, choice.id);
  const own = act.askedBy === personOf(ctx.actor);
  if (own !== (choice.decision === 'withdrawn')) throw errors('act-second');
  const row = await writing(ctx.db)
    .updateTable('platform.pending_act')
    .set({ decision: choice.decision, decided_by: personOf(ctx.actor), decided_at: ctx.now })
    .where('id', '=', choice.id)
    .where('decision', 'is', null)
    .returning('id')
    .executeTakeFirst();
  if (row === undefined) throw errors('act-ended');
  ctx.audit({ act: `second.${choice.decision}`, kind: 'pending-act', id: act.id, code: act.act });
  return { ...act, approved: choice.decision === 'approved' };
}

/** Marks an approved act as done, so that it is done once. Throws `auth.act-ended` when it was already. */
export async function finishAct(tx: Tx, now: Date, id: string): Promise<void> {
  const row = await writing(tx)
    .updateTable('platform.pending_act')
    .set({ done_at: now })
    .where('id', '=', id)
    .where('decision', '=', 'approved')
    .where('done_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  if (row === undefined) throw errors('act-ended');
}

// Someone who can write rows cannot change what is being confirmed without its hash, and neither unseen.
function checked(payload: unknown, hash: Buffer): ActPayload {
  const act = payload as ActPayload;
  if (!equalBytes(hashOf(act), hash)) throw errors('changed');
  return act;
}
