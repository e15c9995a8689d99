// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import { type FreshDatabase, freshDatabase } from '../../../../tests/harness/database.ts';
import type { Actor, Ctx, Role } from '../../ctx/index.ts';
import { read, transaction } from '../../db/index.ts';
import { translator } from '../../i18n/index.ts';
import { silentLog } from '../../log/index.ts';
import { mountKinds } from '../registry.ts';
import { createRecord, type NewRecord } from '../store/create.ts';
import { readRecord } from '../store/read.ts';
import { publish, submit } from '../store/steps.ts';
import { seedTerms } from '../store/terms.ts';
import { attic } from './sample.ts';

export const JUNIPER = '00000000-0000-4000-8000-000000000001';
export const MAPLE = '00000000-0000-4000-8000-000000000002';
export const SORREL = '00000000-0000-4000-8000-000000000003';

/** A database of the test's own, with the invented room's kinds and vocabularies, and people to act. */
export interface World {
  fresh: FreshDatabase;
  db: Ctx['db'];
  /** What the clock says; tests set it. */
  clock: { now: Date };
  /** The librarian, who may do everything with deeds but publish her own. */
  juniper(): Ctx;
  /** Clerk and translator. */
  maple(): Ctx;
  /** The reviewer. */
  sorrel(): Ctx;
  system(): Ctx;
  as(actor: Actor): Ctx;
  /** A deed as Maple begins it, with what it needs. */
  deed(over?: Partial<NewRecord>): Promise<number>;
  /** Publishes the newest of everything, as the reviewer would. */
  publishAll(record: number): Promise<void>;
  /** The projections as they lie in the database, without their order. */
  projected(): Promise<unknown>;
  audits(): Promise<{ act: string; code: string | null; id: string; whole: string }[]>;
}

export async function startWorld(): Promise<World> {
  const fresh = await freshDatabase();
  const { db } = fresh.database;
  const clock = { now: new Date('2026-11-21T12:00:00Z') };
  mountKinds(attic);
  await transaction(db, (tx) => seedTerms(tx, TERMS));
  const as = (actor: Actor): Ctx => ctxOf(db, actor, clock.now);
  const person = (id: string, ...roles: Role[]) => as({ kind: 'person', id, alias: 'somebody', roles });
  const system = () => as({ kind: 'system', name: 'test' });
  return {
    ...{ fresh, db, clock, as, system },
    juniper: () => person(JUNIPER, 'librarian'),
    maple: () => person(MAPLE, 'clerk', 'translator'),
    sorrel: () => person(SORREL, 'reviewer'),
    deed: async (over = {}) => {
      const given = {
        kind: 'deed',
        tongue: 'en',
        facts: { reference: 'A 1' },
        words: { name: 'The old oak' },
      };
      return (await createRecord(person(MAPLE, 'clerk'), { ...given, ...over })).id;
    },
    publishAll: async (record) => {
      const now = await readRecord(db, record, { face: 1, level: 2 });
      if (now?.state === 'draft' || now?.state === 'live') await submit(system(), { record });
      const words = Object.entries(now?.words ?? {}).map(([lang, { rev }]) => [lang, rev]);
      const revs = { '': now?.factsRev ?? 0, ...Object.fromEntries(words) };
      await publish(person(SORREL, 'reviewer', 'librarian'), { record, revs });
    },
    projected: () => projectedOf(db),
    audits: async () => {
      const { rows } = await sql<{ body: string }>`select body from audit.entry order by seq`.execute(
        read(db),
      );
      return rows.map(({ body }) => ({ ...JSON.parse(body), whole: body }));
    },
  };
}

const TERMS = [
  { scheme: 'attic-country', code: 'up' },
  { scheme: 'attic-country', code: 'down' },
  { scheme: 'attic-topic', code: 'oak' },
  { scheme: 'attic-topic', code: 'elm' },
];

function ctxOf(db: Ctx['db'], actor: Actor, now: Date): Ctx {
  return { db, actor, now, log: silentLog, t: translator('en'), audit: () => undefined, keys: null };
}

/** What readers find, as it lies in the database. */
export async function projectedOf(db: Ctx['db']): Promise<unknown> {
  const lines = async (table: string) => {
    const { rows } = await sql<{
      line: string;
    }>`select t::text as line from ${sql.table(table)} t order by 1`.execute(read(db));
    return rows.map(({ line }) => line);
  };
  return {
    shown: await lines('records.shown'),
    words: await lines('records.shown_words'),
    links: await lines('records.link'),
  };
}
