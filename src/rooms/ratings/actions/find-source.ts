// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import type { TxCtx } from '#platform/ctx';
import { errors } from '../errors.ts';
import { type ListFormat, writing } from '../tables.ts';

export interface SourceRow {
  id: string;
  number: number;
}

interface Wanted {
  source: string;
  licence: string;
  group?: string;
  format: ListFormat;
  category: number | null;
}

/**
 * The source of this name, made if it is new, and locked until the transaction ends so that two readings of one list
 * come one after the other. Licence and group are what the last import said. Throws `ratings.other-format`: the format
 * says what a line means, so it stays.
 */
export async function findSource(ctx: TxCtx, wanted: Wanted): Promise<SourceRow> {
  const name = wanted.source.trim();
  const licence = wanted.licence.trim();
  const group = wanted.group?.trim();
  await writing(ctx.db)
    .insertInto('ratings.source')
    .values({
      id: randomUUID(),
      name,
      licence,
      independence_group: group ?? name.slice(0, 80),
      format: wanted.format,
      category: wanted.category,
      added_at: ctx.now,
      read_at: null,
    })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute();
  const row = await writing(ctx.db)
    .selectFrom('ratings.source')
    .select(['id', 'number', 'format', 'category'])
    .where('name', '=', name)
    .forUpdate()
    .executeTakeFirstOrThrow();
  if (row.format !== wanted.format) throw errors('other-format');
  await writing(ctx.db)
    .updateTable('ratings.source')
    .set({
      licence,
      category: row.category === wanted.category ? row.category : null,
      ...(group ? { independence_group: group } : {}),
    })
    .where('id', '=', row.id)
    .execute();
  return { id: row.id, number: row.number };
}
