// SPDX-License-Identifier: EUPL-1.2
import { type AnyRoute, notFound, page } from '#platform/http';
import type { Room } from '#platform/setup';
import type { Services } from '../services.ts';
import { OffPage } from './off-page.tsx';

/**
 * The routes of a room that set-up may switch off (design.md 2): the public ones then name who does this work
 * here. Staff keep theirs, so that what began can be brought to its end.
 */
export function closable(room: Room, routes: readonly AnyRoute[], { installation }: Services): AnyRoute[] {
  return routes.map((route) => {
    if (typeof route.access !== 'string' || route.access === 'staff') return route;
    const handle: AnyRoute['handle'] = (call) => {
      if (installation.current().off[room] === undefined) return route.handle(call);
      if (route.cache === 'api' || !route.localized) return notFound();
      return page(<OffPage view={call.view} room={room} />);
    };
    return { ...route, handle };
  });
}
