// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import { type AnyRoute, type Call, defineRoute, notFound } from '#platform/http';
import type { Kind } from '../kind/kind.ts';
import { langName, words } from '../routes/opened.ts';
import { freshAnswer } from './fresh.ts';
import { packRecords } from './pack.ts';
import type { Parcel } from './parcel.ts';
import { listShape, recordShape } from './parcel-shape.ts';
import { type Cursor, chosenIn, narrowingSchemes, type PublishedRow, publishedRecords } from './published.ts';

const MOST = 100;
const CURSOR = /^(\d{4}-\d{2}-\d{2})_([1-9]\d{0,14})$/;
const JSON_TYPE = 'application/json; charset=utf-8';

export const apiPath = ({ room, name }: Kind) => `/api/v1/${room}/${name}`;

/** The published records of one kind for machines: a list with a cursor, and one record. Public fields only. */
export function apiRoutes(kind: Kind): AnyRoute[] {
  return kind.seen === 'public' ? [list(kind), read(kind)] : [];
}

const machine = { verb: 'GET', access: 'public', localized: false, cache: 'api' } as const;

function listQuery(kind: Kind) {
  const codes = z.union([z.string(), z.array(z.string())]).optional();
  return z.object({
    q: words.describe('Words, in any language'),
    after: z.string().regex(CURSOR).optional().describe('Where the page before ended'),
    limit: z.coerce.number().int().min(1).max(MOST).default(MOST),
    ...Object.fromEntries(narrowingSchemes(kind).map((scheme) => [scheme, codes])),
  });
}

function list(kind: Kind): AnyRoute {
  return defineRoute({
    ...machine,
    name: `api-${kind.room}-${kind.name}`,
    path: apiPath(kind),
    query: listQuery(kind),
    api: { summary: `Published records of the kind ${kind.name}, newest day first`, answer: listShape(kind) },
    handle: (call) =>
      freshAnswer(call, async () => {
        const { q, limit, after } = call.query;
        const chosen = chosenIn(narrowingSchemes(kind), call.query);
        const ask = { kinds: [kind.name], words: q, chosen, lang: call.lang, order: 'day' } as const;
        const cursor = after === undefined ? null : cursorIn(after);
        const rows = await publishedRecords(call.ctx.db, { ...ask, after: cursor, most: limit + 1 });
        const shown = rows.slice(0, limit);
        const items = await itemsOf(call, shown, chosen.lang ?? []);
        const next = rows.length > limit ? nextPage(call, kind, shown.at(-1)) : null;
        return { body: JSON.stringify({ items, next }), type: JSON_TYPE, at: newest(shown) };
      }),
  });
}

function cursorIn(text: string): Cursor {
  const [, day = '', record = '0'] = CURSOR.exec(text) ?? [];
  return { day, record: Number(record) };
}

function nextPage(
  { origin, query }: Pick<Call<unknown, Record<string, unknown>>, 'origin' | 'query'>,
  kind: Kind,
  last: Cursor | undefined,
): string {
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    name === 'after' || value === ''
      ? []
      : [value].flat().flatMap((one) => (one === undefined ? [] : [[name, String(one)]])),
  );
  const after = ['after', `${last?.day}_${last?.record}`];
  return `${origin}${apiPath(kind)}?${new URLSearchParams([...pairs, after] as string[][])}`;
}

const readQuery = z.object({ lang: langName.optional().describe('Words of this language alone') });

function read(kind: Kind): AnyRoute {
  return defineRoute({
    ...machine,
    name: `api-${kind.room}-${kind.name}-record`,
    path: `${apiPath(kind)}/:number`,
    params: z.object({ number: z.string().regex(/^[1-9]\d{0,14}$/) }).loose(),
    query: readQuery,
    api: { summary: `One published record of the kind ${kind.name}`, answer: recordShape(kind) },
    handle: (call) =>
      freshAnswer(call, async () => {
        const row = await publishedRow(call, kind, Number(call.params.number));
        const [item] = await itemsOf(call, [row], call.query.lang === undefined ? [] : [call.query.lang]);
        return { body: JSON.stringify(item ?? notFound()), type: JSON_TYPE, at: row.at };
      }),
  });
}

async function publishedRow({ ctx, lang }: Pick<Call, 'ctx' | 'lang'>, kind: Kind, record: number) {
  const [row] = await publishedRecords(ctx.db, {
    ...{ kinds: [kind.name], words: '', chosen: {}, lang, order: 'day', most: 1 },
    only: record,
  });
  return row ?? notFound();
}

/** A parcel with what lists need to know of it. */
export type Item = Parcel & Pick<PublishedRow, 'edition' | 'day'> & { updated: string };

async function itemsOf(
  { ctx, origin }: Pick<Call, 'ctx' | 'origin'>,
  rows: readonly PublishedRow[],
  langs: readonly string[],
): Promise<Item[]> {
  const ids = rows.map(({ record }) => record);
  const parcels = await packRecords(ctx.db, ids, { origin, face: 0, level: 0 });
  const byId = new Map(rows.map((row) => [String(row.record), row]));
  return parcels.flatMap((parcel) => {
    const row = byId.get(parcel.id.slice(parcel.id.lastIndexOf('/') + 1));
    if (row === undefined) return [];
    const { edition, day, at } = row;
    return [{ ...onlyIn(parcel, langs), edition, day, updated: at.toISOString() }];
  });
}

/** The original stays where a record has none of these languages. */
function onlyIn(parcel: Parcel, langs: readonly string[]): Parcel {
  const wanted = langs.filter((lang) => lang in parcel.words);
  if (langs.length === 0) return parcel;
  const kept = wanted.length > 0 ? wanted : [parcel.tongue];
  const of = <V>(byLang: Record<string, V>) =>
    Object.fromEntries(Object.entries(byLang).filter(([lang]) => kept.includes(lang)));
  return { ...parcel, words: of(parcel.words), units: of(parcel.units), stale: of(parcel.stale) };
}

export function newest(rows: readonly Pick<PublishedRow, 'at'>[]): Date | null {
  return rows.reduce<Date | null>((last, { at }) => (last === null || at > last ? at : last), null);
}
