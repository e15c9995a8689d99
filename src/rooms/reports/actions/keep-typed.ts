// SPDX-License-Identifier: EUPL-1.2
import { atomically, type Ctx } from '#platform/ctx';
import type { Reply } from '../drafts/draft.ts';
import { type DraftPlace, keepReply, takeReply } from '../drafts/draft-store.ts';

/** Keeps what somebody typed behind a code while the page changes its language. */
export async function keepTyped(ctx: Ctx, place: DraftPlace, reply: Reply): Promise<void> {
  await atomically(ctx, (inner) => keepReply(inner.db, place, { now: inner.now, reply }));
}

/** Gives it back, once; null where nothing was kept. */
export async function giveBack(ctx: Ctx, place: DraftPlace): Promise<Reply | null> {
  return atomically(ctx, (inner) => takeReply(inner.db, place, inner.now));
}
