// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import { type AnyRoute, defineRoute, notFound, page, seeOther } from '#platform/http';
import type { MessageKey } from '#platform/i18n';
import { readInstallation } from '#platform/setup';
import { pathIn } from '#platform/ui';
import { readHost } from '../lists/host-name.ts';
import type { Refusal } from '../lists/refusals.ts';
import { lookAlike } from '../look-alike.ts';
import { Check } from '../pages/check.tsx';
import { Nothing } from '../pages/nothing.tsx';
import { Rating } from '../pages/rating.tsx';
import { ratingFor } from '../queries/rating-page.ts';
import { hostOfTyped } from '../typed-host.ts';

/** What anybody may ask about a website. Nothing about the asking is kept or counted. */
export function checkRoutes(): AnyRoute[] {
  return [search(), show()];
}

function search(): AnyRoute {
  return defineRoute({
    name: 'rating-search',
    verb: 'GET',
    path: '/check',
    access: 'public',
    cache: 'private',
    same: true,
    query: z.object({ q: z.string().optional() }),
    handle: ({ view, query }) => {
      if (query.q === undefined) return page(<Check view={view} check={{ typed: '', errors: [] }} />);
      const { host, refusal } = readHost(hostOfTyped(query.q));
      if (host !== null) return seeOther(pathIn(view, `/check/${host}`));
      const errors = [{ field: 'q', message: messageFor(query.q, refusal) }];
      return page(<Check view={view} check={{ typed: query.q, errors }} />, { status: 422 });
    },
  });
}

function messageFor(typed: string, refusal: Refusal): MessageKey {
  if (typed.trim() === '') return 'ratings.check.empty';
  if (refusal === 'address') return 'ratings.check.number';
  return refusal === 'local-name' ? 'ratings.check.local' : 'ratings.check.not-a-host';
}

/** What a person rated may be found by search engines; every other answer may not (H17). */
const HIDDEN = { 'cache-control': 'no-store', 'x-robots-tag': 'noindex, nofollow' };

function show(): AnyRoute {
  return defineRoute({
    name: 'rating-page',
    verb: 'GET',
    path: '/check/:host',
    access: 'public',
    cache: 'public',
    params: z.object({ host: z.string().max(300) }).loose(),
    handle: async ({ ctx, view, params }) => {
      const { host } = readHost(params.host);
      if (host === null) return notFound();
      if (host !== params.host) return seeOther(pathIn(view, `/check/${host}`), { headers: HIDDEN });
      const alike = lookAlike(host);
      const rating = await ratingFor(ctx.db, host);
      if (rating === null) {
        return page(<Nothing view={view} host={host} alike={alike} />, { headers: HIDDEN });
      }
      const { timeZone } = await readInstallation(ctx.db);
      return page(<Rating view={view} shown={{ asked: host, rating, alike, timeZone }} />);
    },
  });
}
