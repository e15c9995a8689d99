// SPDX-License-Identifier: EUPL-1.2
import { type AnyRoute, defineRoute, page } from '#platform/http';
import { SaidPage } from '../pages/desk/said-page.tsx';
import { SAID_DAYS, whatWasSaid } from '../queries/what-was-said.ts';

/** What the supervisor reads about the room itself. */
export function deskRoutes(): AnyRoute[] {
  return [
    defineRoute({
      name: 'report-said',
      verb: 'GET',
      path: '/desk/said',
      access: ['supervisor'],
      area: 'desk',
      handle: async ({ ctx, view }) => {
        const shown = { actor: ctx.actor, days: SAID_DAYS, said: await whatWasSaid(ctx) };
        return page(<SaidPage view={view} shown={shown} />);
      },
    }),
  ];
}
