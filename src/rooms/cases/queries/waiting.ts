// SPDX-License-Identifier: EUPL-1.2
import type { Ctx } from '#platform/ctx';
import type { Need, Priority } from '../rules/priority.ts';
import { orderQueue } from '../rules/queue-order.ts';
import { type CaseRow, reading } from '../tables.ts';
import { mayKnow } from './readers.ts';

/** So many by urgency and so many by age are looked at: the order's first places come from these two ends. */
const LOOKED_AT = 500;

const HEAD = [
  'id',
  'received_at',
  'channel',
  'lang',
  'kind',
  'intent',
  'priority',
  'needs',
  'state',
  'due_at',
  'assigned_to',
  'assigned_at',
  'not_by',
  'later_until',
  'news',
  'news_at',
  'severity',
  'harm',
  'closed_at',
] as const satisfies readonly (keyof CaseRow)[];

/** The clear side of a case, for lists. */
export type CaseHead = Pick<CaseRow, (typeof HEAD)[number]>;

/** Of all cases that the caller may know of. */
export async function heads(ctx: Ctx) {
  return reading(ctx.db)
    .selectFrom('cases.case')
    .select(HEAD)
    .where(await mayKnow(ctx));
}

export interface WaitingCase extends CaseHead {
  dueAt: Date;
  receivedAt: Date;
  priority: Priority;
  needs: Need[];
}

/** Cases that nobody has, in the order they are given out from this turn on. */
export async function waitingCases(ctx: Ctx): Promise<WaitingCase[]> {
  const { db, now } = ctx;
  const free = (await heads(ctx))
    .where('assigned_to', 'is', null)
    .where('state', '<>', 'closed')
    .where((is) => is.or([is('later_until', 'is', null), is('later_until', '<=', now)]))
    .limit(LOOKED_AT);
  const urgent = await free.orderBy('priority').orderBy('due_at').orderBy('received_at').execute();
  const old = urgent.length < LOOKED_AT ? [] : await free.orderBy('received_at').execute();
  const all = new Map([...urgent, ...old].map((row) => [row.id, row]));
  const turn = await reading(db).selectFrom('cases.turn').select('n').executeTakeFirstOrThrow();
  const waiting = [...all.values()].map((row) => ({
    ...row,
    dueAt: row.due_at,
    receivedAt: row.received_at,
  }));
  return orderQueue(waiting, turn.n);
}
