// SPDX-License-Identifier: EUPL-1.2
import { type AnyRoute, defineRoute, notFound, page, seeOther } from '#platform/http';
import type { View } from '#platform/ui';
import { childOf, NO_ENTRY } from '../access.ts';
import { childPageBehind, openChildPage } from '../actions/child-page.ts';
import { neverClosed, openToOf } from '../level.ts';
import { ClaimPage, ClosedPage, GonePage, MinePage } from '../pages/mine-pages.tsx';
import { childById } from '../queries/family.ts';
import { tokenParams } from '../schema.ts';

const MINE = '/my-rules';
const GONE = 404;

/** K1: the child's own page. The link opens it once on a device; after that the device's cookie does. */
export function mineRoutes(): AnyRoute[] {
  return [showClaim(), postClaim(), showMine(), showClosed()];
}

/** A page whose address has no language cannot offer others. */
const inOneLanguage = (view: View): View => ({ ...view, site: { ...view.site, open: [] } });

function showClaim(): AnyRoute {
  return defineRoute({
    name: 'guard-claim-page',
    verb: 'GET',
    path: '/k/:token',
    localized: false,
    access: 'public',
    area: 'family',
    params: tokenParams,
    handle: async (call) => {
      const view = inOneLanguage(call.view);
      const found = await childPageBehind(call.ctx, call.params.token);
      if (found === null) return page(<GonePage view={view} />, { status: GONE });
      return page(<ClaimPage view={view} token={call.params.token} opened={found.opened} />);
    },
  });
}

function postClaim(): AnyRoute {
  return defineRoute({
    name: 'guard-claim',
    verb: 'POST',
    path: '/k/:token',
    localized: false,
    access: 'public',
    area: 'family',
    act: NO_ENTRY,
    params: tokenParams,
    handle: async ({ ctx, view, params }) => {
      const opened = await openChildPage(ctx, params.token);
      if (opened === null) return page(<GonePage view={inOneLanguage(view)} />, { status: GONE });
      return seeOther(`/${opened.lang}${MINE}`, { cookies: [opened.cookie] });
    },
  });
}

function showMine(): AnyRoute {
  return defineRoute({
    name: 'guard-mine',
    verb: 'GET',
    path: MINE,
    access: 'child',
    area: 'family',
    handle: async ({ ctx, view }) => {
      const child = (await childById(ctx, childOf(ctx.actor))) ?? notFound();
      const openTo = openToOf(child.ageGroup);
      return page(<MinePage view={view} child={child} never={neverClosed} openTo={openTo} />);
    },
  });
}

function showClosed(): AnyRoute {
  return defineRoute({
    name: 'guard-mine-closed',
    verb: 'GET',
    path: `${MINE}/closed`,
    access: 'public',
    area: 'family',
    handle: ({ view }) => page(<ClosedPage view={view} />),
  });
}
