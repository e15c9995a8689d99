// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Role } from '#platform/ctx';
import { type AnyRoute, defineRoute, notFound, page } from '#platform/http';
import { readInstallation } from '#platform/setup';
import { DeskClaims } from '../pages/desk-claims.tsx';
import { DeskSource } from '../pages/desk-source.tsx';
import { DeskSources } from '../pages/desk-sources.tsx';
import { claimsAbout } from '../queries/claims-about.ts';
import { snapshotNow } from '../queries/snapshot-now.ts';
import { listSources, runsOf } from '../queries/sources.ts';

const EDITORS: readonly Role[] = ['editor', 'supervisor'];
const desk = { verb: 'GET', access: EDITORS, area: 'desk', cache: 'private' } as const;

/** The editor's side: lists, their readings, and what is said about one exact host. */
export function deskRoutes(): AnyRoute[] {
  return [sources(), source(), claims()];
}

function sources(): AnyRoute {
  return defineRoute({
    ...desk,
    name: 'ratings-desk',
    path: '/desk/ratings',
    handle: async ({ ctx, view }) => {
      const { timeZone } = await readInstallation(ctx.db);
      const shown = {
        actor: ctx.actor,
        sources: await listSources(ctx.db, ctx.now),
        snapshot: await snapshotNow(ctx.db),
        timeZone,
      };
      return page(<DeskSources view={view} shown={shown} />);
    },
  });
}

function source(): AnyRoute {
  return defineRoute({
    ...desk,
    name: 'ratings-source',
    path: '/desk/ratings/sources/:id',
    params: z.object({ id: z.uuid() }).loose(),
    handle: async ({ ctx, view, params }) => {
      const [found] = await listSources(ctx.db, ctx.now, params.id);
      if (found === undefined) return notFound();
      const { timeZone } = await readInstallation(ctx.db);
      return page(
        <DeskSource
          view={view}
          shown={{ actor: ctx.actor, source: found, runs: await runsOf(ctx.db, found.id), timeZone }}
        />,
      );
    },
  });
}

function claims(): AnyRoute {
  return defineRoute({
    ...desk,
    name: 'ratings-claims',
    path: '/desk/ratings/claims',
    query: z.object({ host: z.string().max(300).default('') }),
    handle: async ({ ctx, view, query }) => {
      const typed = query.host.trim();
      const found = typed === '' ? null : await claimsAbout(ctx.db, typed, ctx.now);
      const { timeZone } = await readInstallation(ctx.db);
      return page(<DeskClaims view={view} shown={{ actor: ctx.actor, typed, found, timeZone }} />);
    },
  });
}
