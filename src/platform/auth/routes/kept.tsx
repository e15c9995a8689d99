// SPDX-License-Identifier: EUPL-1.2
import { type AnyRoute, defineRoute, KEPT_PATH, notFound, page, requireFresh } from '#platform/http';
import { deskNav } from '../desk-nav.tsx';
import { keptForm } from '../kept-form.ts';
import { KeptPage } from '../pages/kept-page.tsx';

/** Gives a form of a grave act back to who showed again who they are. Nothing is done until they send it once more. */
export function keptRoutes(): AnyRoute[] {
  return [show()];
}

function show(): AnyRoute {
  return defineRoute({
    name: 'kept',
    verb: 'GET',
    path: KEPT_PATH,
    access: 'staff',
    area: 'desk',
    handle: async (call) => {
      requireFresh(call);
      const { ctx, view, session } = call;
      if (session === null) return notFound();
      const form = await keptForm(ctx.db, session, ctx.now);
      return page(<KeptPage view={view} data={{ form, nav: deskNav(view, ctx.actor, 'me') }} />);
    },
  });
}
