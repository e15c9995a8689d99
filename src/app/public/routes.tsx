// SPDX-License-Identifier: EUPL-1.2
import { endSession } from '#platform/auth';
import type { Ctx } from '#platform/ctx';
import { transaction } from '#platform/db';
import {
  type AnyRoute,
  bytes,
  clearCookie,
  defineRoute,
  notFound,
  page,
  type Session,
  seeOther,
} from '#platform/http';
import { isOpen, nextReading } from '#platform/setup';
import { DevUi, FAVICON_PATH, favicon, siteCss } from '#platform/ui';
import { dropDraft } from '../../rooms/reports/plugin.ts';
import type { Services } from '../services.ts';
import { About } from './about.tsx';
import { documentRoutes } from './documents/routes.tsx';
import { Home } from './home.tsx';
import { machineFiles } from './machine-files.ts';

const NEUTRAL = 'https://www.example.org/';

/** The pages and files that belong to no room. */
export function publicRoutes(services: Services): AnyRoute[] {
  return [
    home(services),
    about(),
    ...documentRoutes,
    ...machineFiles(services),
    exit(services),
    favouriteIcon(),
    colours(services),
    ...development(services),
  ];
}

function home({ installation }: Services): AnyRoute {
  return defineRoute({
    name: 'home',
    verb: 'GET',
    path: '/',
    access: 'public',
    cache: 'public',
    same: true,
    handle: ({ view, ctx }) => {
      const site = installation.current();
      const there = site.timeZone === '' || isOpen(site, ctx.now);
      const next = there ? null : nextReading(site, ctx.now);
      return page(
        <Home
          view={view}
          home={{
            reports: site.off.reports === undefined && installation.open().includes(view.lang),
            readsNext: next === null ? null : { at: next, timeZone: site.timeZone },
            ratings: site.off.ratings === undefined,
            guard: site.off.guard === undefined,
          }}
        />,
      );
    },
  });
}

function about(): AnyRoute {
  return defineRoute({
    name: 'about',
    verb: 'GET',
    path: '/about',
    access: 'public',
    cache: 'public',
    same: true,
    handle: ({ view }) => page(<About view={view} />),
  });
}

/**
 * Leaves at once, and forgets the caller's own draft or reading session. The one GET that changes something.
 * Never `"cache"`: it stalls the answer for seconds (security.md 4.4).
 */
function exit({ installation, log }: Services): AnyRoute {
  return defineRoute({
    name: 'exit',
    verb: 'GET',
    path: '/exit',
    localized: false,
    access: 'draft',
    optional: true,
    handle: ({ ctx, session, fetchSite }) => {
      // Gone before it is thorough: nobody waits for the database to leave.
      if (session !== null) void forget(ctx, session).catch(() => log.warn('exit-left-a-draft'));
      const own = fetchSite === 'same-origin' || fetchSite === 'none';
      return seeOther(installation.current().exitSite || NEUTRAL, {
        cookies: [clearCookie('__Host-rowan')],
        headers: own ? { 'clear-site-data': '"cookies", "storage"' } : {},
      });
    },
  });
}

function forget(ctx: Ctx, session: Session): Promise<void> {
  return transaction(ctx.db, async (tx) => {
    await dropDraft(tx, session);
    await endSession(tx, session);
  });
}

function favouriteIcon(): AnyRoute {
  return defineRoute({
    name: 'favicon',
    verb: 'GET',
    path: FAVICON_PATH,
    localized: false,
    access: 'public',
    cache: 'public',
    handle: () => bytes(favicon, 'image/svg+xml'),
  });
}

function colours({ installation }: Services): AnyRoute {
  return defineRoute({
    name: 'site-css',
    verb: 'GET',
    path: '/site.css',
    localized: false,
    access: 'public',
    cache: 'public',
    handle: () => {
      const { colours } = installation.current();
      return colours === null ? notFound() : bytes(siteCss(colours), 'text/css; charset=utf-8');
    },
  });
}

function development({ config }: Services): AnyRoute[] {
  if (config.environment === 'production') return [];
  return [
    defineRoute({
      name: 'dev-ui',
      verb: 'GET',
      path: '/dev/ui',
      access: 'public',
      handle: ({ view }) => page(<DevUi view={view} />),
    }),
  ];
}
