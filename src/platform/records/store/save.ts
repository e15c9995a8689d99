// SPDX-License-Identifier: EUPL-1.2
import { atomically, type Ctx, type TxCtx } from '#platform/ctx';
import { may, type Step } from '../access.ts';
import { canonical } from '../change/same.ts';
import { saidUnits, sourceUnits } from '../change/units.ts';
import { errors } from '../errors.ts';
import { project } from '../project/project.ts';
import type { SaveResult, UnitMaker, Via } from '../record.ts';
import { reasonsAgainst } from './guards.ts';
import { type Held, holdRecord, type Part, partIn, storePart } from './held.ts';
import { markTranslations } from './marks.ts';
import { publishOnSave, raiseVersion } from './publish.ts';
import { authorOf, bodyOfRevision, type PartResult, writePart } from './write-part.ts';

export interface FactsSave {
  record: number;
  /** The revision that the form was opened on; 0 for a part that was not there. */
  base: number;
  /** All of them: a fact that is left out is taken away. */
  facts: Readonly<Record<string, unknown>>;
  note?: string;
  via?: Via;
}

export interface WordsSave {
  record: number;
  lang: string;
  base: number;
  /** The original's revision that stood beside the form; the newest where it is left out. */
  source?: number;
  /** All of them: a unit that is left out is taken away. */
  words: Readonly<Record<string, unknown>>;
  /**
   * Who stands behind a unit. Said of a text that stays as it was, it is a person's word that the text is still right.
   * Left out: `person` where the text is new (`machine` when it came that way), else as before.
   */
  states?: Readonly<Record<string, UnitMaker>>;
  /** Units of which it is known that they were made from another text than the original's. */
  stale?: readonly string[];
  note?: string;
  via?: Via;
}

/**
 * Saves all facts. Throws `records.not-allowed`, `records.no-record`, `records.bad-body`, `records.no-revision`,
 * `records.no-target`, and `records.wrong-step` where a guard refuses.
 */
export async function saveFacts(ctx: Ctx, input: FactsSave): Promise<SaveResult> {
  return atomically(ctx, async (inner) => {
    const held = await holdRecord(inner.db, input.record);
    await demand(inner, held, 'edit');
    const { base, facts: body, via = 'form', note = null } = input;
    const result = await writePart(inner, held, { lang: '', base, body, via, note });
    if (result.changed) await keep(inner, held, result.part);
    return outcome(result);
  });
}

/** Saves the words of one language; throws as {@link saveFacts}. Without a change of text, states alone may change. */
export async function saveWords(ctx: Ctx, input: WordsSave): Promise<SaveResult> {
  return atomically(ctx, async (inner) => {
    const held = await holdRecord(inner.db, input.record);
    return writeWords(inner, held, input);
  });
}

async function writeWords(ctx: TxCtx, held: Held, input: WordsSave): Promise<SaveResult> {
  const { lang, base, words: body, via = 'form', note = null, states = {} } = input;
  if (!/^[a-z]{2,3}$/.test(lang)) throw errors('bad-body');
  const step = lang === held.tongue ? 'edit' : 'translate';
  // Who checks translations and does not write them says of texts that they are right, and changes none.
  const onlyChecks = step === 'translate' && !may(ctx.actor, held.kind, step);
  await demand(ctx, held, onlyChecks ? 'check' : step);
  if (Object.values(states).includes('checked') && !may(ctx.actor, held.kind, 'check'))
    throw errors('not-allowed');
  const result = await writePart(ctx, held, { lang, base, body, via, note });
  if (result.clashes.length > 0) return outcome(result);
  if (onlyChecks && result.changed) throw errors('not-allowed');
  const units = lang === held.tongue ? {} : await unitsAfter(ctx, held, { input, result, states });
  if (result.changed) await keep(ctx, held, { ...result.part, units });
  else if (canonical(units) !== canonical(result.before.units))
    await keepStates(ctx, held, { ...result.part, units });
  return outcome(result);
}

interface Saying {
  input: WordsSave;
  result: PartResult;
  states: Readonly<Record<string, UnitMaker>>;
}

async function unitsAfter(ctx: TxCtx, held: Held, { input, result, states }: Saying): Promise<Part['units']> {
  const original = partIn(held, held.tongue);
  const { source: sourceRev = original.rev, via, stale = [] } = input;
  if (sourceRev > original.rev) throw errors('no-revision');
  const beside =
    sourceRev === original.rev
      ? original.body
      : await bodyOfRevision(ctx, held, { lang: held.tongue, rev: sourceRev });
  const source = sourceUnits(held.kind, partIn(held, '').body, beside);
  for (const unit of stale) source.delete(unit);
  return saidUnits(result.before, result.part.body, {
    states,
    // What an old text was made from is not known, so somebody has to look at it.
    source: via === 'restore' ? new Map() : source,
    by: authorOf(ctx.actor),
    now: ctx.now,
    otherwise: via === 'machine' ? 'machine' : 'person',
  });
}

/** Saves an old body as a new revision; history stays. A translation restored this way counts as out of date. */
export async function restore(
  ctx: Ctx,
  { record, lang, rev }: { record: number; lang: string; rev: number },
): Promise<SaveResult> {
  return atomically(ctx, async (inner) => {
    const held = await holdRecord(inner.db, record);
    const body = await bodyOfRevision(inner, held, { lang, rev });
    const base = partIn(held, lang).rev;
    if (lang === '') return saveFacts(inner, { record, base, facts: body, via: 'restore' });
    return saveWords(inner, { record, lang, base, words: body, via: 'restore' });
  });
}

async function demand(ctx: TxCtx, held: Held, step: Step): Promise<void> {
  if (!may(ctx.actor, held.kind, step)) throw errors('not-allowed');
  if ((await reasonsAgainst(ctx, held, { step })).length > 0) throw errors('wrong-step');
}

/** Stores a changed part and what follows from it: states of translations, what staff find, publication. */
async function keep(ctx: TxCtx, held: Held, part: Part): Promise<void> {
  held.parts.set(part.lang, part);
  const marked = markTranslations(held, ctx.now);
  const others = marked.filter(({ lang }) => lang !== part.lang);
  for (const one of [partIn(held, part.lang), ...others]) await storePart(ctx.db, held, one);
  ctx.audit({
    act: 'records.save',
    kind: `records.${held.kind.name}`,
    id: String(held.id),
    code: part.lang || 'facts',
  });
  if (!(await publishOnSave(ctx, held, part.lang))) await project(ctx.db, held, [1]);
}

/** Somebody said something of texts that stay. Where readers see these very texts, they hear of it at once. */
async function keepStates(ctx: TxCtx, held: Held, part: Part): Promise<void> {
  const isSeen = [part, partIn(held, held.tongue)].every(({ rev, liveRev }) => rev === liveRev);
  await keep(ctx, held, isSeen ? { ...part, liveUnits: part.units } : part);
  if (!isSeen) return;
  await project(ctx.db, held, [0]);
  await raiseVersion(ctx.db);
}

function outcome({ part, clashes, merged }: PartResult): SaveResult {
  return clashes.length > 0 ? { ok: false, rev: part.rev, clashes } : { ok: true, rev: part.rev, merged };
}
