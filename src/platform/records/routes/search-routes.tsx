// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import { type AnyRoute, defineRoute, page } from '#platform/http';
import { pathIn } from '#platform/ui';
import { OtherForms } from '../exchange/other-forms.tsx';
import { narrowedToOpen } from '../open-kinds.ts';
import { SearchPage } from '../pages/search-page.tsx';
import { facetOf, listed, PAGE_SIZE } from '../queries/list-records.ts';
import { searchRecords } from '../search/search-records.ts';
import { pageNumber, words } from './opened.ts';

const codes = z
  .union([z.string(), z.array(z.string())])
  .transform((typed) => [typed].flat().slice(0, 50))
  .catch([]);
const query = z.object({ q: words, kind: codes.default([]), lang: codes.default([]), page: pageNumber });

/** `/search`: one box over every kind that is published. A question is in the address only; no log line has it. */
export function searchRoutes(): AnyRoute[] {
  return [
    defineRoute({
      name: 'search',
      verb: 'GET',
      path: '/search',
      access: 'public',
      cache: 'public',
      query,
      handle: async ({ ctx, view, query: { q, kind, lang, page: at } }) => {
        const { t } = view;
        const chosen = { kind, lang };
        const found = await searchRecords(ctx.db, {
          reader: { face: 0, level: 0, lang: view.lang },
          words: q,
          ...narrowedToOpen(view),
          chosen,
          schemes: ['kind', 'lang'],
          from: (at - 1) * PAGE_SIZE,
          most: PAGE_SIZE,
        });
        const schemes = [
          ['kind', t('records.search.kind')],
          ['lang', t('records.list.language')],
        ] as const;
        const asked = [['q', q], ...kind.map((one) => ['kind', one]), ...lang.map((one) => ['lang', one])];
        const shown = {
          words: q,
          items: listed(found),
          total: found.total,
          more: found.more,
          step: found.step,
          facets: schemes.map(([scheme, said]) =>
            facetOf(view, { scheme, words: said, ask: { chosen }, found }),
          ),
          page: at,
          pages: Math.max(1, Math.ceil(found.total / PAGE_SIZE)),
          others: <OtherForms view={view} of={{ kind: null, words: q, chosen }} />,
          pageHref: (to: number) =>
            `${pathIn(view, '/search')}?${new URLSearchParams([...asked, ['page', String(to)]])}`,
        };
        return page(<SearchPage view={view} found={shown} />);
      },
    }),
  ];
}
