// SPDX-License-Identifier: EUPL-1.2
import { apiRoutes } from './exchange/api-routes.ts';
import { csvRoutes, deskExportRoutes, parcelRoutes } from './exchange/export-routes.ts';
import { feedRoutes, searchFeedRoutes } from './exchange/feed-routes.ts';
import { fileRoutes } from './files/file-routes.tsx';
import { importRoutes } from './import/import-routes.tsx';
import { kinds, mountKinds, type RecordRoom } from './registry.ts';
import { deskRoutes } from './routes/desk-routes.tsx';
import { editRoutes } from './routes/edit-routes.tsx';
import { endingRoutes } from './routes/ending-routes.tsx';
import { historyRoutes } from './routes/history-routes.tsx';
import { newRoutes } from './routes/new-routes.tsx';
import { deskRoles } from './routes/opened.ts';
import { publicRoutes } from './routes/public-routes.tsx';
import { searchRoutes } from './routes/search-routes.tsx';
import { stepRoutes } from './routes/step-routes.tsx';
import { workRoutes } from './routes/work-routes.tsx';
import { rewriteJob } from './store/rewrite.ts';
import { digestJob, forgetJob, newsSubscription } from './subscribe/digest.ts';
import { subscribeRoutes } from './subscribe/subscribe-routes.tsx';

/** Mounts the kinds of these rooms; each gets its forms, its work at the desk and its public pages. */
export function plugin({ rooms }: { rooms: readonly RecordRoom[] }) {
  for (const room of rooms) mountKinds(room);
  const own = rooms.flatMap((room) => room.kinds);
  const roles = deskRoles(kinds());
  const names = [...new Set(own.map(({ room }) => room))];
  return {
    name: 'records',
    routes: [
      ...deskRoutes(roles),
      ...newRoutes(roles),
      ...workRoutes(roles),
      ...editRoutes(roles),
      ...historyRoutes(roles),
      ...endingRoutes(roles),
      ...stepRoutes(roles),
      ...fileRoutes(),
      ...searchRoutes(),
      ...deskExportRoutes(roles),
      ...importRoutes(roles),
      ...searchFeedRoutes(),
      ...subscribeRoutes(),
      ...names.flatMap(feedRoutes),
      ...names.flatMap(csvRoutes),
      ...own.flatMap(apiRoutes),
      ...own.flatMap(parcelRoutes),
      ...names.flatMap(publicRoutes),
    ],
    jobs: [rewriteJob, digestJob, forgetJob],
    subscriptions: [newsSubscription],
  };
}
