// SPDX-License-Identifier: EUPL-1.2
import { openActs, type PendingAct } from '#platform/auth';
import type { TxCtx } from '#platform/ctx';
import type { Db } from '#platform/db';
import { isSecondAct, type SecondAct } from '../access.ts';
import { errors } from '../errors.ts';

/** An act of the desk that waits for a second person; `subject` is the assessment, hold, referral or report it is about. */
export interface WaitingAct extends Omit<PendingAct, 'act'> {
  act: SecondAct;
  caseId: string;
  subject: string;
  /** For whom, where that is not who asked. */
  person: string | null;
  /** Who has to agree, where the ratings room asked for somebody in particular. */
  needs: string | null;
}

/** Acts of the desk that wait, the oldest first; of one case, or of all. */
export async function waitingActs(db: Db, now: Date, caseId?: string): Promise<WaitingAct[]> {
  const acts = (await openActs(db, now)).flatMap(readAct);
  return acts.filter((act) => !act.approved && (caseId === undefined || act.caseId === caseId));
}

/** An act of ours, or nothing where it is somebody else's. */
export function readAct(pending: PendingAct): WaitingAct[] {
  const { act, payload } = pending;
  const { caseId, subject, person, needs } = payload;
  if (!isSecondAct(act) || typeof caseId !== 'string' || typeof subject !== 'string') return [];
  const text = (value: unknown) => (typeof value === 'string' ? value : null);
  return [{ ...pending, act, caseId, subject, person: text(person), needs: text(needs) }];
}

/** One act of a kind waits at a time. Throws `cases.act-waits`. */
export async function requireNothingWaits(
  ctx: TxCtx,
  { caseId, act }: { caseId: string; act: SecondAct },
): Promise<void> {
  const waiting = await waitingActs(ctx.db, ctx.now, caseId);
  if (waiting.some((one) => one.act === act)) throw errors('act-waits');
}
