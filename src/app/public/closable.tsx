// SPDX-License-Identifier: EUPL-1.2
import { type AnyRoute, notFound, page } from '#platform/http';
import type { Room } from '#platform/setup';
import type { Services } from '../services.ts';
import { OffPage } from './off-page.tsx';

// Reports has a gate of its own: its codes still open what was told before. Cases are the desk, which stays.
const CLOSING: readonly Room[] = ['ratings', 'guard', 'library', 'campaigns'];

/**
 * The routes of a part, where those of a room that set-up switched off (design.md 2) name who does this work here
 * if they are public. Staff keep theirs, so that what began can be brought to its end.
 */
export function closable(part: string, routes: readonly AnyRoute[], { installation }: Services): AnyRoute[] {
  return routes.map((route) => {
    const room = roomOf(part, route.path);
    if (room === undefined || typeof route.access !== 'string' || route.access === 'staff') return route;
    const handle: AnyRoute['handle'] = (call) => {
      if (installation.current().off[room] === undefined) return route.handle(call);
      if (route.cache === 'api' || !route.localized) return notFound();
      return page(<OffPage view={call.view} room={room} />);
    };
    return { ...route, handle };
  });
}

// The pages of records stand under the name of their room, e.g. /library/:kind and /api/v1/library/law.
function roomOf(part: string, path: string): Room | undefined {
  const named = part === 'records' ? /^\/(?:api\/v1\/)?([^/]+)\//.exec(path)?.[1] : part;
  return CLOSING.find((room) => room === named);
}
