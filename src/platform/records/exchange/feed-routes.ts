// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Db } from '#platform/db';
import { type AnyRoute, type Call, defineRoute } from '#platform/http';
import { bannerText, pathIn, type View } from '#platform/ui';
import type { Kind } from '../kind/kind.ts';
import { narrowedToOpen } from '../open-kinds.ts';
import { listPath, recordPath } from '../pages/address.ts';
import { kindsKey, label } from '../pages/labels.ts';
import { kindOf } from '../registry.ts';
import { words } from '../routes/opened.ts';
import { publicKind } from '../routes/public-records.ts';
import { withWords } from '../search/search-records.ts';
import { newest } from './api-routes.ts';
import { atomFeed, type Feed, jsonFeed } from './feed.ts';
import { freshAnswer } from './fresh.ts';
import { permanentAddress } from './pack.ts';
import { chosenIn, narrowingSchemes, type PublishedRow, publishedRecords } from './published.ts';

const ENTRIES = 50;
// Nothing was published yet.
const NEVER = new Date(0);

const FORMATS = {
  atom: { write: atomFeed, type: 'application/atom+xml; charset=utf-8' },
  json: { write: jsonFeed, type: 'application/feed+json; charset=utf-8' },
} as const;
type Format = keyof typeof FORMATS;

const feedRoute = { verb: 'GET', access: 'public', cache: 'api' } as const;
const query = z.object({ q: words }).loose();

/** What is new of each kind of a room, narrowed by the same query string as its list. */
export function feedRoutes(room: string): AnyRoute[] {
  return (Object.keys(FORMATS) as Format[]).map((format) =>
    defineRoute({
      ...feedRoute,
      name: `${room}-feed-${format}`,
      path: `/${room}/:kind.${format}`,
      params: z.object({ kind: z.string().max(31) }).loose(),
      query,
      handle: (call) => {
        const kind = publicKind(room, call.params.kind);
        return answer(call, format, {
          path: listPath(kind),
          title: label(call.view, kindsKey(kind)),
          kind,
          schemes: narrowingSchemes(kind),
        });
      },
    }),
  );
}

/** What is new among everything that answers to a search. */
export function searchFeedRoutes(): AnyRoute[] {
  return (Object.keys(FORMATS) as Format[]).map((format) =>
    defineRoute({
      ...feedRoute,
      name: `search-feed-${format}`,
      path: `/search.${format}`,
      query,
      handle: (call) =>
        answer(call, format, {
          path: '/search',
          title: call.view.t('records.search.title'),
          kind: null,
          schemes: ['kind', 'lang'],
        }),
    }),
  );
}

interface Source {
  /** Of the page with the same list, without its language. */
  path: string;
  title: string;
  kind: Kind | null;
  schemes: readonly string[];
}

type FeedCall = Pick<
  Call<unknown, { q: string }>,
  'ctx' | 'view' | 'query' | 'origin' | 'ifNoneMatch' | 'limiter'
>;

function answer(call: FeedCall, format: Format, source: Source) {
  const { ctx, view, query: asked, origin } = call;
  return freshAnswer(call, async () => {
    const chosen = chosenIn(source.schemes, asked);
    const rows = await publishedRecords(ctx.db, {
      ...{ words: asked.q, chosen, lang: view.lang, order: 'news', most: ENTRIES },
      ...(source.kind === null ? narrowedToOpen(view) : { kinds: [source.kind.name] }),
    });
    const at = newest(rows);
    const asking = feedQuery(asked.q, chosen);
    const place = `${origin}${pathIn(view, source.path)}`;
    const feed: Feed = {
      id: `${origin}${source.path}${asking}`,
      title: [view.site.name, source.title, ...(asked.q === '' ? [] : [asked.q])].join(': '),
      page: `${place}${asking}`,
      self: `${place}.${format}${asking}`,
      lang: view.lang,
      banner: bannerText(view),
      author: view.site.name,
      updated: at ?? NEVER,
      entries: await entriesOf(ctx.db, { rows, view, origin }),
    };
    const { write, type } = FORMATS[format];
    return { body: write(feed), type, at };
  });
}

/** The query string of a list without its page: what feeds and exports of the same list carry. */
export function feedQuery(q: string, chosen: Readonly<Record<string, readonly string[]>>): string {
  const pairs = Object.entries(chosen).flatMap(([scheme, codes]) => codes.map((code) => [scheme, code]));
  const all = [...(q === '' ? [] : [['q', q]]), ...pairs];
  return all.length === 0 ? '' : `?${new URLSearchParams(all)}`;
}

interface Told {
  rows: readonly PublishedRow[];
  view: View;
  origin: string;
}

async function entriesOf(db: Db, { rows, view, origin }: Told): Promise<Feed['entries']> {
  const hits = await withWords(db, { face: 0, level: 0, lang: view.lang }, rows);
  const at = new Map(rows.map(({ record, at: when }) => [record, when]));
  return hits.map(({ record, kind, title, lede, lang, day }) => ({
    id: permanentAddress(origin, kind, record),
    title,
    lede,
    lang,
    day,
    page: `${origin}${pathIn(view, recordPath(kindOf(kind), record, title))}`,
    updated: at.get(record) ?? NEVER,
  }));
}
