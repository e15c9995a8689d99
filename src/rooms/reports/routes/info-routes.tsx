// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import { type AnyRoute, defineRoute, page, seeOther } from '#platform/http';
import { readInstallation } from '#platform/setup';
import { isInvitationOpen, openInvitation } from '../actions/open-invitation.ts';
import { askGate, dutiesOf } from '../intake-gate.ts';
import { InvitationPage } from '../pages/code/enter-pages.tsx';
import { REPORT } from '../pages/form/frame.tsx';
import { DutiesPage, HelpPage, PrivatePage } from '../pages/info/info-pages.tsx';
import { ClosedPage } from '../pages/notice/notice-pages.tsx';
import type { ReportServices } from '../services.ts';
import { whenThereIsRoom } from './answering.ts';

/** Pages anybody may read, and the slip for the child. */
export function infoRoutes(services: ReportServices): AnyRoute[] {
  return [duties(), privacy(), help(), showInvitation(), postInvitation(services)];
}

function duties(): AnyRoute {
  return defineRoute({
    name: 'duties',
    verb: 'GET',
    path: '/duties',
    access: 'public',
    cache: 'public',
    same: true,
    handle: async ({ ctx, view, lang }) =>
      page(<DutiesPage view={view} duties={dutiesOf(await readInstallation(ctx.db), lang)} />),
  });
}

function privacy(): AnyRoute {
  return defineRoute({
    name: 'stay-private',
    verb: 'GET',
    path: '/private',
    access: 'public',
    cache: 'public',
    same: true,
    handle: ({ view }) => page(<PrivatePage view={view} />),
  });
}

function help(): AnyRoute {
  return defineRoute({
    name: 'help',
    verb: 'GET',
    path: '/help',
    access: 'public',
    cache: 'public',
    same: true,
    handle: ({ view }) => page(<HelpPage view={view} />),
  });
}

const slip = z.object({ token: z.string() }).loose();

function showInvitation(): AnyRoute {
  return defineRoute({
    name: 'report-invitation-page',
    verb: 'GET',
    path: '/i/:token',
    access: 'public',
    area: 'report',
    params: slip,
    handle: async ({ ctx, view, params }) => {
      const usable = await isInvitationOpen(ctx, params.token);
      return page(<InvitationPage view={view} token={params.token} usable={usable} />);
    },
  });
}

function postInvitation(services: ReportServices): AnyRoute {
  return defineRoute({
    name: 'report-invitation',
    verb: 'POST',
    path: '/i/:token',
    access: 'public',
    area: 'report',
    act: 'report.invitation',
    params: slip,
    handle: async ({ ctx, view, lang, params }) => {
      const { closed } = await askGate(ctx, view, services);
      if (closed !== null) return page(<ClosedPage view={view} closed={closed} />);
      const cookie = await whenThereIsRoom(() => openInvitation(ctx, params.token));
      if (cookie !== null) return seeOther(`/${lang}${REPORT}`, { cookies: [cookie] });
      return page(<InvitationPage view={view} token={params.token} usable={false} />);
    },
  });
}
