// SPDX-License-Identifier: EUPL-1.2
import type { Ctx } from '#platform/ctx';
import type { Db } from '#platform/db';
import { errors } from '../errors.ts';
import type { Field, Row } from '../kind/fields.ts';
import type { Lack } from '../record.ts';
import { reading } from '../tables.ts';
import { reasonsAgainst } from './guards.ts';
import { type Held, loadRecords, partIn } from './held.ts';
import { linksIn } from './targets.ts';

/** Why the newest of everything cannot be published yet; empty when it can. Throws `records.no-record`. */
export async function readiness(ctx: Ctx, record: number): Promise<Lack[]> {
  const [held] = await loadRecords(ctx.db, [record]);
  if (held === undefined) throw errors('no-record');
  return lacksOf(ctx, held);
}

export async function lacksOf(ctx: Ctx, held: Held): Promise<Lack[]> {
  const reasons = await reasonsAgainst(ctx, held, 'publish');
  return [
    ...missing(held),
    ...(await endedTerms(ctx, held)),
    ...(await withdrawnTargets(ctx.db, held)),
    ...reasons.map((message) => ({ field: '', message })),
  ];
}

/** Needed fields, and needed cells of the rows there are, without a value. Translations may come later. */
function missing(held: Held): Lack[] {
  const facts = partIn(held, '').body;
  const words = partIn(held, held.tongue).body;
  const units = Object.entries(held.kind.fields).flatMap(([name, field]) => {
    const rows = field.as === 'rows' ? ((facts[name] ?? []) as Row[]) : [];
    const cells = Object.entries(field.cells).filter(([, { need }]) => need);
    const lacking = rows.flatMap((row) =>
      cells
        .filter(
          ([cell, inner]) => (inner.words ? words[`${name}/${row.k}/${cell}`] : row[cell]) === undefined,
        )
        .map(([cell]) => `${name}/${row.k}/${cell}`),
    );
    const own = field.need && (field.words ? words : facts)[name] === undefined ? [name] : [];
    return [...own, ...lacking];
  });
  return units.map((field) => ({ field, message: 'records.need.missing' }));
}

/** What readers know already may stay; what is new must be a term of today. */
async function endedTerms({ db, now }: Ctx, held: Held): Promise<Lack[]> {
  const { body, live } = partIn(held, '');
  const chosen = Object.entries(held.kind.fields).flatMap(([name, field]) =>
    codesOf(name, field, { body, live }),
  );
  if (chosen.length === 0) return [];
  const terms = await reading(db)
    .selectFrom('records.term')
    .select(['scheme', 'code', 'until', 'becomes'])
    .where('scheme', 'in', [...new Set(chosen.map(({ scheme }) => scheme))])
    .execute();
  const day = now.toISOString().slice(0, 10);
  const current = terms.filter(({ until, becomes }) => becomes === null && (until === null || until > day));
  const isCurrent = (one: { scheme: string; code: string }) =>
    current.some(({ scheme, code }) => scheme === one.scheme && code === one.code);
  const ended = chosen.filter((one) => !isCurrent(one)).map(({ name }) => name);
  return [...new Set(ended)].map((field) => ({ field, message: 'records.need.term' }));
}

interface Faces {
  body: Record<string, unknown>;
  live: Record<string, unknown> | null;
}

function codesOf(name: string, { scheme }: Field, { body, live }: Faces) {
  if (scheme === null) return [];
  const known: unknown[] = [live?.[name]].flat();
  const codes: unknown[] = [body[name]].flat();
  return codes
    .filter((code) => typeof code === 'string')
    .filter((code) => !known.includes(code))
    .map((code) => ({ name, scheme, code }));
}

async function withdrawnTargets(db: Db, held: Held): Promise<Lack[]> {
  const named = linksIn(held.kind.name, partIn(held, '').body);
  if (named.length === 0) return [];
  const gone = await reading(db)
    .selectFrom('records.record')
    .select('id')
    .where(
      'id',
      'in',
      named.map(({ id }) => id),
    )
    .where('state', '=', 'withdrawn')
    .execute();
  const fields = named.filter(({ id }) => gone.some((one) => one.id === id)).map(({ field }) => field);
  return [...new Set(fields)].map((field) => ({ field, message: 'records.need.link' }));
}
