// SPDX-License-Identifier: EUPL-1.2
import { type AnyRoute, defineRoute, page } from '#platform/http';
import { dayOf } from '../actions/share.ts';
import { LibraryDeskPage } from '../pages/desk-page.tsx';
import { countTasks } from '../queries/tasks.ts';
import { WORKERS } from './read-task.ts';

/** Where the library's work begins. */
export function deskRoutes(): AnyRoute[] {
  return [
    defineRoute({
      name: 'library-desk',
      verb: 'GET',
      path: '/desk/library',
      access: WORKERS,
      area: 'desk',
      handle: async ({ ctx, view }) => {
        const counts = await countTasks(ctx.db, dayOf(ctx.now));
        return page(<LibraryDeskPage view={view} actor={ctx.actor} {...counts} />);
      },
    }),
  ];
}
