// SPDX-License-Identifier: EUPL-1.2
import { atomically, type Ctx } from '#platform/ctx';
import type { DraftOf, Shown } from '../drafts/draft.ts';
import {
  type DraftPlace,
  dropDraft,
  letShow,
  startDraft,
  takeShow,
  writeDraft,
} from '../drafts/draft-store.ts';
import { count } from './count.ts';

/** Start: an empty form under a new cookie, whose line this answers. What was begun here before is deleted. */
export async function beginReport(ctx: Ctx, before: Pick<DraftPlace, 'id'> | null): Promise<string> {
  return atomically(ctx, async (inner) => {
    if (before !== null) await dropDraft(inner.db, before);
    const draft = { kind: 'form', step: 'who', answers: {}, changing: false } as const;
    return (await startDraft(inner.db, inner.now, draft)).cookie;
  });
}

export async function writeAnswers(ctx: Ctx, place: DraftPlace, draft: DraftOf<'form'>): Promise<void> {
  await atomically(ctx, (inner) => writeDraft(inner.db, place, { now: inner.now, draft }));
}

/** Remembers what was done on the page of the code. It does not stay there any longer for that. */
export async function markShown(ctx: Ctx, place: DraftPlace, draft: Shown): Promise<void> {
  await atomically(ctx, (inner) => writeDraft(inner.db, place, { now: inner.now, draft }));
}

/** Lets the visit after this press show what stands here. */
export async function goOn(ctx: Ctx, place: DraftPlace): Promise<void> {
  await atomically(ctx, (inner) => letShow(inner.db, place, inner.now));
}

/** Whether this visit comes from a press of its own and may show what stands here. True once. */
export async function isAnswer(ctx: Ctx, place: DraftPlace): Promise<boolean> {
  return atomically(ctx, (inner) => takeShow(inner.db, place, inner.now));
}

/** How the form felt: a number of the day, not of the report. */
export async function countFeeling(ctx: Ctx, feeling: 'good' | 'fine' | 'bad'): Promise<void> {
  await atomically(ctx, (inner) => count(inner, `feeling.${feeling}`));
}
