// SPDX-License-Identifier: EUPL-1.2
import type { TxCtx } from '#platform/ctx';
import type { Db, Tx } from '#platform/db';
import { levelOf } from '../access.ts';
import { errors } from '../errors.ts';
import { fileUses } from '../files/file-use.ts';
import { missingFiles } from '../files/find-file.ts';
import type { Level } from '../record.ts';
import { kindOf } from '../registry.ts';
import { reading, writing } from '../tables.ts';
import { type Body, type Held, partIn } from './held.ts';

/** Links that name no record, one of another kind, or one that this reader may not see: all look the same. */
export async function missingTargets(
  db: Db,
  kind: string,
  { facts, level }: { facts: Readonly<Body>; level: Level },
): Promise<{ field: string; id: number }[]> {
  const named = linksIn(kind, facts);
  if (named.length === 0) return [];
  const ids = named.map(({ id }) => id);
  const rows = await reading(db)
    .selectFrom('records.record as r')
    .leftJoin('records.shown as s', (join) => join.onRef('s.record', '=', 'r.id').on('s.face', '=', 0))
    .select(['r.id', 'r.kind', 's.seen'])
    .where('r.id', 'in', ids)
    .execute();
  const found = new Map(rows.map((row) => [row.id, row]));
  return named.filter(({ field, id }) => {
    const row = found.get(id);
    const fits = row !== undefined && (kindOf(kind).fields[field]?.to ?? []).includes(row.kind);
    // Staff see what is worked on; others only what is published for them.
    return !fits || (level < 2 && (row.seen === null || row.seen > level));
  });
}

/** Every link among these facts, with the field it stands in. */
export function linksIn(kind: string, facts: Readonly<Body>): { field: string; id: number }[] {
  return Object.entries(kindOf(kind).fields).flatMap(([field, { as }]) => {
    if (as !== 'link' && as !== 'links') return [];
    const list: unknown[] = [facts[field]].flat();
    return list.filter((id) => typeof id === 'number').map((id) => ({ field, id }));
  });
}

/**
 * Links that were there before stay; whoever saves adds only what they may see, and files that were kept. Throws
 * `records.no-target`, `records.no-file`.
 */
export async function checkTargets(ctx: TxCtx, held: Held, body: Body): Promise<void> {
  const before = linksIn(held.kind.name, partIn(held, '').body);
  const missing = await missingTargets(ctx.db, held.kind.name, { facts: body, level: levelOf(ctx.actor) });
  const isOld = ({ field, id }: { field: string; id: number }) =>
    before.some((one) => one.field === field && one.id === id);
  if (missing.some((one) => !isOld(one))) throw errors('no-target');
  const lost = await missingFiles(ctx.db, fileUses(held.kind, body));
  if (lost.length > 0) throw errors('no-file');
}

/** The record is found by its identifiers, under the name of its kind. The first to have a name keeps it. */
export async function syncIdentifiers(tx: Tx, held: Held): Promise<void> {
  const { id, kind } = held;
  const facts = partIn(held, '').body;
  const values = [...new Set(kind.identifiers.map((field) => facts[field]))].filter(
    (one) => typeof one === 'string',
  );
  await writing(tx)
    .deleteFrom('records.alias')
    .where('record', '=', id)
    .where('scheme', '=', kind.name)
    .where('value', 'not in', values.length > 0 ? values : [''])
    .execute();
  if (values.length === 0) return;
  await writing(tx)
    .insertInto('records.alias')
    .values(values.map((value) => ({ scheme: kind.name, value, record: id })))
    .onConflict((conflict) => conflict.columns(['scheme', 'value']).doNothing())
    .execute();
}
