// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import { type AnyRoute, defineRoute, notFound, page } from '#platform/http';
import { ForPage } from '../pages/for-page.tsx';
import { HomePage } from '../pages/home-page.tsx';
import { forAudience, homeView } from '../queries/home.ts';

const open = { verb: 'GET', access: 'public', cache: 'public' } as const;

/** The way into the library, and all that is there for one audience. */
export function homeRoutes(): AnyRoute[] {
  return [home(), forWhom()];
}

function home(): AnyRoute {
  return defineRoute({
    ...open,
    name: 'library-home',
    path: '/library',
    handle: async ({ ctx, view }) => page(<HomePage view={view} home={await homeView(ctx.db, view)} />),
  });
}

function forWhom(): AnyRoute {
  return defineRoute({
    ...open,
    name: 'library-for',
    path: '/library/for',
    query: z.object({ who: z.string().max(40).catch('') }),
    handle: async ({ ctx, view, query }) => {
      const found = (await forAudience(ctx.db, view, query.who)) ?? notFound();
      return page(<ForPage view={view} {...found} />);
    },
  });
}
