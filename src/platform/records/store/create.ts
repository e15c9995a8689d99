// SPDX-License-Identifier: EUPL-1.2
import { atomically, type Ctx, type TxCtx } from '#platform/ctx';
import { may } from '../access.ts';
import { errors } from '../errors.ts';
import { project } from '../project/project.ts';
import type { Via } from '../record.ts';
import { kindOf } from '../registry.ts';
import { writing } from '../tables.ts';
import { type Held, holdRecord, storePart } from './held.ts';
import { publishOnSave } from './publish.ts';
import { authorOf, writePart } from './write-part.ts';

export interface NewRecord {
  kind: string;
  /** Language of the original. */
  tongue: string;
  facts: Readonly<Record<string, unknown>>;
  /** Of the original. */
  words: Readonly<Record<string, unknown>>;
  via?: Via;
  /** The organisation's record that it belongs to. */
  org?: number | null;
  note?: string;
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
    for (const { lang, body } of [
      { lang: '', body: input.facts },
      { lang: input.tongue, body: input.words },
    ]) {
      const { part } = await writePart(inner, held, { lang, base: 0, body, via, note });
      await storePart(inner.db, held, part);
    }
    inner.audit({ act: 'records.create', kind: `records.${kind.name}`, id: String(held.id), code: via });
    if (!(await publishOnSave(inner, held, input.tongue))) await project(inner.db, held, [1]);
    return { id: held.id };
  });
}

async function insertRecord(ctx: TxCtx, { kind, tongue, org = null }: NewRecord): Promise<Held> {
  const { id } = await writing(ctx.db)
    .insertInto('records.record')
    .values({ kind, tongue, org, made_by: authorOf(ctx.actor), made_at: ctx.now })
    .returning('id')
    .executeTakeFirstOrThrow();
  return holdRecord(ctx.db, id);
}
