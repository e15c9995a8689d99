// SPDX-License-Identifier: EUPL-1.2
import { atomically, type Ctx } from '#platform/ctx';
import type { DraftOf, Shown } from '../drafts/draft.ts';
import { type DraftPlace, startDraft, writeDraft } from '../drafts/draft-store.ts';
import { count } from './count.ts';

/** Start: an empty form under a new cookie, whose line this answers. */
export async function beginReport(ctx: Ctx): Promise<string> {
  return atomically(ctx, async (inner) => {
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

/** How the form felt: a number of the day, not of the report. */
export async function countFeeling(ctx: Ctx, feeling: 'good' | 'fine' | 'bad'): Promise<void> {
  await atomically(ctx, (inner) => count(inner, `feeling.${feeling}`));
}
