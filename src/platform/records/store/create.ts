// SPDX-License-Identifier: EUPL-1.2
import { atomically, type Ctx, type TxCtx } from '#platform/ctx';
import { may } from '../access.ts';
import { saidUnits, sourceUnits } from '../change/units.ts';
import { errors } from '../errors.ts';
import { project } from '../project/project.ts';
import type { UnitMaker, Via } from '../record.ts';
import { kindOf } from '../registry.ts';
import { writing } from '../tables.ts';
import { type Held, holdRecord, partIn, storePart } from './held.ts';
import { markTranslations } from './marks.ts';
import { publishOnSave } from './publish.ts';
import { authorOf, writePart } from './write-part.ts';

export interface NewRecord {
  kind: string;
  /** Language of the original. */
  tongue: string;
  facts: Readonly<Record<string, unknown>>;
  /** Of the original. */
  words: Readonly<Record<string, unknown>>;
  /** Words of other languages that come with it, and who stands behind them. */
  translations?: Readonly<Record<string, Translation>>;
  via?: Via;
  /** The organisation's record that it belongs to. */
  org?: number | null;
  note?: string;
}

export interface Translation {
  words: Readonly<Record<string, unknown>>;
  maker: Exclude<UnitMaker, 'checked'>;
}

/**
 * Begins a record. Throws `records.no-kind`, `records.not-allowed`, `records.bad-body`, `records.no-target`. Where the
 * course of the kind is not `reviewed` and nothing is missing, it is published at once.
 */
export async function createRecord(ctx: Ctx, input: NewRecord): Promise<{ id: number }> {
  const kind = kindOf(input.kind);
  return atomically(ctx, async (inner) => {
    if (!may(inner.actor, kind, 'propose')) throw errors('not-allowed');
    if (!/^[a-z]{2,3}$/.test(input.tongue)) throw errors('bad-body');
    const held = await insertRecord(inner, input);
    const { via = 'form', note = null } = input;
    await writePart(inner, held, { lang: '', base: 0, body: input.facts, via, note });
    await writePart(inner, held, { lang: input.tongue, base: 0, body: input.words, via, note });
    await addTranslations(inner, held, input);
    for (const part of held.parts.values()) await storePart(inner.db, held, part);
    inner.audit({ act: 'records.create', kind: `records.${kind.name}`, id: String(held.id), code: via });
    if (!(await publishOnSave(inner, held, input.tongue))) await project(inner.db, held, [1]);
    return { id: held.id };
  });
}

/** One projection for all of them: as saves of their own, each language would be made anew for each other. */
async function addTranslations(ctx: TxCtx, held: Held, input: NewRecord): Promise<void> {
  const { translations = {}, via = 'form', note = null } = input;
  const source = sourceUnits(held.kind, partIn(held, '').body, partIn(held, held.tongue).body);
  for (const [lang, { words, maker }] of Object.entries(translations)) {
    if (!may(ctx.actor, held.kind, 'translate')) throw errors('not-allowed');
    if (!/^[a-z]{2,3}$/.test(lang) || lang === held.tongue) throw errors('bad-body');
    const { part, before } = await writePart(ctx, held, { lang, base: 0, body: words, via, note });
    const said = { states: {}, source, by: authorOf(ctx.actor), now: ctx.now, otherwise: maker };
    held.parts.set(lang, { ...part, units: saidUnits(before, part.body, said) });
  }
  markTranslations(held, ctx.now);
}

async function insertRecord(ctx: TxCtx, { kind, tongue, org = null }: NewRecord): Promise<Held> {
  const { id } = await writing(ctx.db)
    .insertInto('records.record')
    .values({ kind, tongue, org, made_by: authorOf(ctx.actor), made_at: ctx.now })
    .returning('id')
    .executeTakeFirstOrThrow();
  return holdRecord(ctx.db, id);
}
