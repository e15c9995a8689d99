// SPDX-License-Identifier: EUPL-1.2
import { findAct } from '#platform/auth';
import { type Ctx, personOf } from '#platform/ctx';
import { maySecond } from '../access.ts';
import { errors } from '../errors.ts';
import { labelOf } from '../rules/label.ts';
import { aliasesOf } from './people.ts';
import { keptFrom } from './readers.ts';
import { readAct, type WaitingAct, waitingActs } from './waiting-acts.ts';

/** An act that waits for a second person, as one person sees it. */
export interface SecondView extends WaitingAct {
  label: string;
  /** Who asked, by the name used at the desk. */
  byWhom: string | null;
  own: boolean;
}

/** What waits for a second person, the oldest first: what this one may decide, and their own. */
export async function secondInbox(ctx: Ctx): Promise<SecondView[]> {
  return seenBy(ctx, await waitingActs(ctx.db, ctx.now));
}

/** One of them. Throws `auth.act-ended` once it was decided or is over, `cases.not-found` for whoever may not see it. */
export async function secondAct(ctx: Ctx, id: string): Promise<SecondView> {
  const [act] = await seenBy(ctx, readAct(await findAct(ctx.db, ctx.now, id)));
  if (act === undefined) throw errors('not-found');
  return act;
}

async function seenBy(ctx: Ctx, acts: readonly WaitingAct[]): Promise<SecondView[]> {
  const me = personOf(ctx.actor);
  const kept = await keptFrom(
    ctx,
    acts.map(({ caseId }) => caseId),
  );
  const mine = acts.filter(
    (act) => !kept.has(act.caseId) && (act.askedBy === me || maySecond(ctx.actor, act)),
  );
  const aliases = await aliasesOf(
    ctx.db,
    mine.map(({ askedBy }) => askedBy),
  );
  return mine.map((act) => ({
    ...act,
    label: labelOf(act.caseId),
    byWhom: aliases.get(act.askedBy) ?? null,
    own: act.askedBy === me,
  }));
}
