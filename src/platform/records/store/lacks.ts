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

/** Why facts and original cannot be published yet; empty when they can. Throws `records.no-record`. */
export async function readiness(ctx: Ctx, record: number): Promise<Lack[]> {
  const held = await heldOf(ctx, record);
  return lacksOf(ctx, held, ['', held.tongue]);
}

/** The translations that may not go out yet, each with the reasons. Throws `records.no-record`. */
export async function heldBack(ctx: Ctx, record: number): Promise<Record<string, string[]>> {
  const held = await heldOf(ctx, record);
  const reasons: Record<string, string[]> = {};
  for (const lang of changedOf(held, [...held.parts.keys()])) {
    if (lang === '' || lang === held.tongue) continue;
    const against = await reasonsAgainst(ctx, held, { step: 'publish', goesOut: [lang] });
    if (against.length > 0) reasons[lang] = against;
  }
  return reasons;
}

async function heldOf(ctx: Ctx, record: number): Promise<Held> {
  const [held] = await loadRecords(ctx.db, [record]);
  if (held === undefined) throw errors('no-record');
  return held;
}

const changedOf = (held: Held, langs: readonly string[]) =>
  langs.filter((lang) => partIn(held, lang).rev !== partIn(held, lang).liveRev);

export async function lacksOf(ctx: Ctx, held: Held, langs: readonly string[]): Promise<Lack[]> {
  const reasons = await reasonsAgainst(ctx, held, { step: 'publish', goesOut: changedOf(held, langs) });
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

function codesOf(name: string, field: Field, { body, live }: Faces) {
  if (field.as !== 'rows')
    return newCodes({ name, scheme: field.scheme }, [body[name]].flat(), [live?.[name]].flat());
  const rowsOf = (facts: Faces['live']) => (facts?.[name] ?? []) as Row[];
  return Object.entries(field.cells).flatMap(([cell, { scheme }]) => {
    const known = rowsOf(live).flatMap((row) => row[cell]);
    return rowsOf(body).flatMap((row) =>
      newCodes({ name: `${name}/${row.k}/${cell}`, scheme }, [row[cell]].flat(), known),
    );
  });
}

function newCodes(
  { name, scheme }: { name: string; scheme: string | null },
  codes: readonly unknown[],
  known: readonly unknown[],
) {
  if (scheme === null) return [];
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
