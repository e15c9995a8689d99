// SPDX-License-Identifier: EUPL-1.2
import { atomically, type Ctx, type TxCtx } from '#platform/ctx';
import { publish as announce } from '#platform/jobs';
import { isOpen, levelOf, may, type Step } from '../access.ts';
import { errors } from '../errors.ts';
import { recordWithdrawn } from '../events.ts';
import { project } from '../project/project.ts';
import { reading } from '../tables.ts';
import { reasonsAgainst } from './guards.ts';
import { type Held, holdRecord, partIn, storePart } from './held.ts';
import { lacksOf } from './lacks.ts';
import { publishParts, raiseVersion, storeState } from './publish.ts';
import { authorOf } from './write-part.ts';

export interface Publication {
  record: number;
  /** What the reviewer looked at: part ('' the facts) -> revision. Parts left out stay as readers know them. */
  revs: Readonly<Record<string, number>>;
  note?: string;
}

/** Asks for a review. Every step throws `records.not-allowed` and `records.wrong-step`. */
export function submit(ctx: Ctx, { record }: { record: number }): Promise<void> {
  return step(ctx, { record, step: 'submit' }, async (inner, held) => {
    await stand(inner, held, { state: 'review', reason: null });
  });
}

/** Gives a review back with what should change. Throws also `records.no-reason`. */
export function sendBack(ctx: Ctx, { record, note }: { record: number; note: string }): Promise<void> {
  return step(ctx, { record, step: 'return' }, async (inner, held) => {
    const reason = reasonFrom(note);
    await stand(inner, held, { state: held.edition > 0 ? 'live' : 'draft', reason });
  });
}

/**
 * Lets readers see what the reviewer looked at. Throws also `records.moved`, `records.not-ready`, `records.own-work`.
 * The first publication names the facts ('') and the original.
 */
export async function publish(ctx: Ctx, { record, revs, note }: Publication): Promise<{ edition: number }> {
  let edition = 0;
  await step(ctx, { record, step: 'publish' }, async (inner, held) => {
    const langs = Object.keys(revs);
    const moved = langs.some((lang) => partIn(held, lang).rev !== revs[lang]);
    if (moved || langs.some((lang) => partIn(held, lang).rev === 0)) throw errors('moved');
    const never = ['', held.tongue].filter((lang) => partIn(held, lang).liveRev === null);
    if (langs.length === 0 || never.some((lang) => !langs.includes(lang))) throw errors('not-ready');
    if ((await lacksOf(inner, held, langs)).length > 0) throw errors('not-ready');
    await demandOtherEyes(inner, held, langs);
    edition = await publishParts(inner, held, { langs, note: note ?? null });
  });
  return { edition };
}

/** Who publishes is not the last author of any part that readers will see anew. */
async function demandOtherEyes(ctx: TxCtx, held: Held, langs: readonly string[]): Promise<void> {
  const actor = authorOf(ctx.actor);
  if (!held.kind.rights.fourEyes || actor === null) return;
  const fresh = langs.map((lang) => partIn(held, lang)).filter(({ rev, liveRev }) => rev !== liveRev);
  for (const { lang, rev } of fresh) {
    const { by } = await reading(ctx.db)
      .selectFrom('records.revision')
      .select('by')
      .where('record', '=', held.id)
      .where('lang', '=', lang)
      .where('rev', '=', rev)
      .executeTakeFirstOrThrow();
    if (by === actor) throw errors('own-work');
  }
}

/** Takes one translation from readers; it can be worked on and published again. */
export function unpublishLanguage(
  ctx: Ctx,
  { record, lang }: { record: number; lang: string },
): Promise<void> {
  return step(ctx, { record, step: 'unpublish' }, async (inner, held) => {
    const part = partIn(held, lang);
    if (lang === '' || lang === held.tongue || part.liveRev === null) throw errors('wrong-step');
    Object.assign(part, { liveRev: null, live: null, liveUnits: null });
    await storePart(inner.db, held, part);
    await project(inner.db, held, [0, 1]);
    await raiseVersion(inner.db);
  });
}

/** Takes the record from readers for good or until it is published again; its address says why. Throws `records.no-reason`, `records.bad-body`. */
export function withdraw(ctx: Ctx, { record, reason }: { record: number; reason: string }): Promise<void> {
  return step(ctx, { record, step: 'withdraw' }, async (inner, held) => {
    const said = reasonFrom(reason);
    for (const part of held.parts.values()) {
      Object.assign(part, { liveRev: null, live: null, liveUnits: null });
      await storePart(inner.db, held, part);
    }
    held.successor = null;
    await stand(inner, held, { state: 'withdrawn', reason: said });
    const { id, kind, edition } = held;
    await announce(inner.db, recordWithdrawn, { record: id, kind: kind.name, edition });
    await raiseVersion(inner.db);
  });
}

/** Says which record took the place of this one; null takes that back. Throws also `records.no-target`. */
export function supersede(ctx: Ctx, { record, by }: { record: number; by: number | null }): Promise<void> {
  return step(ctx, { record, step: 'supersede' }, async (inner, held) => {
    if (by !== null) await demandSuccessor(inner, held, by);
    held.successor = by;
    await stand(inner, held, { state: by === null ? 'live' : 'superseded', reason: null });
    await raiseVersion(inner.db);
  });
}

/** The successor is published, and no chain of successors leads back here. */
async function demandSuccessor(ctx: TxCtx, held: Held, by: number): Promise<void> {
  const shown = await reading(ctx.db)
    .selectFrom('records.shown')
    .select('record')
    .where('record', '=', by)
    .where('face', '=', 0)
    .where('seen', '<=', levelOf(ctx.actor))
    .executeTakeFirst();
  if (shown === undefined) throw errors('no-target');
  const seen = new Set<number>();
  for (let next: number | null = by; next !== null && !seen.has(next); ) {
    if (next === held.id) throw errors('no-target');
    seen.add(next);
    const row: { successor: number | null } | undefined = await reading(ctx.db)
      .selectFrom('records.record')
      .select('successor')
      .where('id', '=', next)
      .executeTakeFirst();
    next = row?.successor ?? null;
  }
}

interface Taken {
  record: number;
  step: Step;
}

/** Locks the record, asks who and when, takes the step, and notes it. Publishing notes itself, as saving may lead to it too. */
function step(ctx: Ctx, taken: Taken, take: (inner: TxCtx, held: Held) => Promise<void>): Promise<void> {
  return atomically(ctx, async (inner) => {
    const held = await holdRecord(inner.db, taken.record);
    if (!may(inner.actor, held.kind, taken.step)) throw errors('not-allowed');
    if (!isOpen(held.kind, held, taken.step)) throw errors('wrong-step');
    const reasons = taken.step === 'publish' ? [] : await reasonsAgainst(inner, held, taken);
    if (reasons.length > 0) throw errors('wrong-step');
    await take(inner, held);
    if (taken.step === 'publish') return;
    inner.audit({ act: `records.${taken.step}`, kind: `records.${held.kind.name}`, id: String(held.id) });
  });
}

async function stand(ctx: TxCtx, held: Held, to: Pick<Held, 'state' | 'reason'>): Promise<void> {
  Object.assign(held, to);
  await storeState(ctx.db, held);
  await project(ctx.db, held, [0, 1]);
}

function reasonFrom(text: string): string {
  const reason = text.trim();
  if (reason === '') throw errors('no-reason');
  if (reason.length > 2000) throw errors('bad-body');
  return reason;
}
