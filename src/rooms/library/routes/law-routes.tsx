// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Role } from '#platform/ctx';
import { type AnyRoute, defineRoute, notFound, page } from '#platform/http';
import { listed, searchRecords } from '#platform/records';
import { dayOf } from '../actions/share.ts';
import { CompendiumPage } from '../pages/law/compendium-page.tsx';
import { LawMakingPage } from '../pages/law/law-making-page.tsx';
import { LawTasksPage } from '../pages/law/law-tasks-page.tsx';
import { LawsPage } from '../pages/law/laws-page.tsx';
import { WalkPage } from '../pages/law/walk-page.tsx';
import { COMPENDIUM_FACETS, compendium } from '../queries/compendium.ts';
import { followedLaws } from '../queries/law-making.ts';
import { lawTasks } from '../queries/law-tasks.ts';
import { walkLaw } from '../queries/walk.ts';
import { recordNumber } from './params.ts';

const LAWYERS: readonly Role[] = ['lawyer', 'librarian'];
const MOST = 500;
const open = { verb: 'GET', access: 'public', cache: 'public' } as const;
const desk = { verb: 'GET', access: LAWYERS, area: 'desk' } as const;

/** The law as a whole: duty by duty, what it gives to whom, what is being made, and all of it in one document. */
export function lawRoutes(): AnyRoute[] {
  return [walk(), laws(), walkAtDesk(), tasks(), making(), allTexts()];
}

function walk(): AnyRoute {
  return defineRoute({
    ...open,
    name: 'library-law-duties',
    path: '/library/law/:id/duties',
    params: recordNumber,
    handle: async ({ ctx, view, params }) => {
      const walked = await walkLaw(ctx.db, params.id, { face: 0, level: 0, lang: view.lang });
      return page(<WalkPage view={view} walk={walked ?? notFound()} today={dayOf(ctx.now)} />);
    },
  });
}

function laws(): AnyRoute {
  return defineRoute({
    ...desk,
    name: 'library-laws',
    path: '/desk/library/law',
    handle: async ({ ctx, view }) => {
      const found = await searchRecords(ctx.db, {
        reader: { face: 1, level: 2, lang: view.lang },
        ...{ words: '', kinds: ['law'], chosen: {}, schemes: [], from: 0, most: MOST },
      });
      return page(<LawsPage view={view} actor={ctx.actor} laws={listed(found)} />);
    },
  });
}

function walkAtDesk(): AnyRoute {
  return defineRoute({
    ...desk,
    name: 'library-law-walk',
    path: '/desk/library/law/:id',
    params: recordNumber,
    handle: async ({ ctx, view, params }) => {
      const walked = await walkLaw(ctx.db, params.id, { face: 1, level: 2, lang: view.lang });
      const shown = { walk: walked ?? notFound(), today: dayOf(ctx.now), desk: ctx.actor };
      return page(<WalkPage view={view} {...shown} />);
    },
  });
}

function tasks(): AnyRoute {
  return defineRoute({
    ...open,
    name: 'library-tasks-of-law',
    path: '/library/tasks-of-law',
    handle: async ({ ctx, view }) => {
      const found = await lawTasks(ctx.db, { lang: view.lang, today: dayOf(ctx.now) });
      return page(<LawTasksPage view={view} tasks={found} />);
    },
  });
}

function making(): AnyRoute {
  return defineRoute({
    ...open,
    name: 'library-law-making',
    path: '/library/law-making',
    handle: async ({ ctx, view }) =>
      page(<LawMakingPage view={view} laws={await followedLaws(ctx.db, view)} />),
  });
}

function allTexts(): AnyRoute {
  return defineRoute({
    ...open,
    name: 'library-compendium',
    path: '/library/compendium',
    query: z.object({}).loose(),
    handle: async ({ ctx, view, query }) => {
      const asked: Record<string, unknown> = query;
      const chosen = COMPENDIUM_FACETS.map((scheme): [string, string[]] => [
        scheme,
        [asked[scheme] ?? []].flat().map(String).slice(0, 50),
      ]);
      const made = await compendium(
        ctx.db,
        view,
        Object.fromEntries(chosen.filter(([, codes]) => codes.length > 0)),
      );
      return page(<CompendiumPage view={view} made={made} day={dayOf(ctx.now)} />);
    },
  });
}
