// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import type { Db, Tx } from '#platform/db';
import { today, todayUnits } from '../change/today.ts';
import { errors } from '../errors.ts';
import type { Kind } from '../kind/kind.ts';
import type { RecordState, UnitState } from '../record.ts';
import { kindOf } from '../registry.ts';
import { type PartRow, reading, writing } from '../tables.ts';

export type Body = Record<string, unknown>;
export type Units = Record<string, UnitState>;

/** One part with both its faces, in today's shape. */
export interface Part {
  lang: string;
  rev: number;
  body: Body;
  units: Units;
  liveRev: number | null;
  /** What is published; null with `liveRev`. */
  live: Body | null;
  liveUnits: Units | null;
  todo: number;
  stale: number;
  machine: number;
}

/** A record with all its parts, as they were read in one moment. */
export interface Held {
  id: number;
  kind: Kind;
  tongue: string;
  state: RecordState;
  org: number | null;
  successor: number | null;
  reason: string | null;
  edition: number;
  madeBy: string | null;
  madeAt: Date;
  parts: Map<string, Part>;
}

const RECORD = [
  'id',
  'kind',
  'tongue',
  'state',
  'org',
  'successor',
  'reason',
  'edition',
  'made_by as madeBy',
  'made_at as madeAt',
] as const;

/**
 * Whoever changes what readers find shares this; making everything anew has it alone. Taken before any row is held, so
 * that the two wait for each other in one order.
 */
export async function shareProjections(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock_shared(hashtext('records.shown'))`.execute(writing(tx));
}

/**
 * The record, locked until the transaction ends: those who change it come one after the other, those who link to it
 * are not held up. Throws `records.no-record`.
 */
export async function holdRecord(tx: Tx, id: number): Promise<Held> {
  await shareProjections(tx);
  const row = await writing(tx)
    .selectFrom('records.record')
    .select(RECORD)
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (row === undefined) throw errors('no-record');
  const [held] = await withParts(tx, [row]);
  if (held === undefined) throw errors('no-record');
  return held;
}

/** These records with their parts, in the order of their numbers; unknown ones are left out. */
export async function loadRecords(db: Db, ids: readonly number[]): Promise<Held[]> {
  if (ids.length === 0) return [];
  const rows = await reading(db)
    .selectFrom('records.record')
    .select(RECORD)
    .where('id', 'in', ids)
    .orderBy('id')
    .execute();
  return withParts(db, rows);
}

type RecordRow = Omit<Held, 'kind' | 'parts'> & { kind: string };

async function withParts(db: Db, rows: readonly RecordRow[]): Promise<Held[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const parts = await reading(db)
    .selectFrom('records.part')
    .selectAll()
    .where('record', 'in', ids)
    .orderBy('lang')
    .execute();
  return rows.map((row) => {
    const kind = kindOf(row.kind);
    const own = parts.filter(({ record }) => record === row.id);
    return { ...row, kind, parts: new Map(own.map((part) => [part.lang, partOf(kind, part)])) };
  });
}

/** A stored part as today's shape reads it. Each of its faces may have been written under another shape. */
export function partOf(kind: Kind, row: PartRow): Part {
  const body = today(kind, row.shape, row.body).body;
  const live = row.live === null ? body : today(kind, row.live_shape ?? row.shape, row.live).body;
  const liveShape = row.live === null ? row.shape : (row.live_shape ?? row.shape);
  return {
    lang: row.lang,
    rev: row.rev,
    body,
    units: todayUnits(kind, row.shape, row.units),
    liveRev: row.live_rev,
    live: row.live_rev === null ? null : live,
    liveUnits: row.live_units === null ? null : todayUnits(kind, liveShape, row.live_units),
    todo: row.todo,
    stale: row.stale,
    machine: row.machine,
  };
}

/** Writes a part as it is held, in today's shape. */
export async function storePart(tx: Tx, { id, kind }: Held, part: Part): Promise<void> {
  const differs = part.liveRev !== null && part.liveRev !== part.rev;
  const values = {
    rev: part.rev,
    shape: kind.shape,
    body: JSON.stringify(part.body),
    live_rev: part.liveRev,
    live: differs ? JSON.stringify(part.live) : null,
    live_shape: differs ? kind.shape : null,
    units: JSON.stringify(part.units),
    live_units: part.liveUnits === null ? null : JSON.stringify(part.liveUnits),
    todo: part.todo,
    stale: part.stale,
    machine: part.machine,
  };
  await writing(tx)
    .insertInto('records.part')
    .values({ record: id, lang: part.lang, ...values })
    .onConflict((conflict) => conflict.columns(['record', 'lang']).doUpdateSet(values))
    .execute();
}

/** A part of words or facts that was never saved. */
export function emptyPart(lang: string): Part {
  const counts = { todo: 0, stale: 0, machine: 0 };
  return { lang, rev: 0, body: {}, units: {}, liveRev: null, live: null, liveUnits: null, ...counts };
}

/** Facts (lang '') or words of one language; an empty part where there are none. */
export function partIn(held: Held, lang: string): Part {
  return held.parts.get(lang) ?? emptyPart(lang);
}

/** Readers see the record: its facts are published. */
export function isShown(held: Held): boolean {
  return partIn(held, '').liveRev !== null;
}
