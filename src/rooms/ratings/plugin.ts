// SPDX-License-Identifier: EUPL-1.2
import type { Database, Db } from '#platform/db';
import type { AnyRoute } from '#platform/http';
import { expireJob } from './jobs/expire-decisions.ts';
import { keepPublishedJob, orderMissing } from './jobs/keep-published.ts';
import { publishJob } from './jobs/publish.ts';
import { holdRatedNames } from './queries/rated-names.ts';
import { ratingApi } from './routes/api-routes.ts';
import { checkRoutes } from './routes/check-routes.tsx';
import { deskRoutes } from './routes/desk-routes.tsx';
import { keepSnapshotsIn } from './snapshot/folder.ts';

export interface RatingServices {
  db: Db;
  /** Absolute path; snapshots lie under it. */
  dataFolder: string;
  listen: Database['listen'];
}

/** Claims of lists, decisions of people, and the signed snapshots that follow from them. */
export function plugin({ db, dataFolder, listen }: RatingServices) {
  keepSnapshotsIn(db, dataFolder);
  const forget = holdRatedNames(db, listen);
  // The first snapshot should not wait for the clock. Where this fails, the clocked job looks again.
  const ordered = orderMissing(db).catch(() => undefined);
  const routes: AnyRoute[] = [...checkRoutes(), ratingApi(), ...deskRoutes()];
  return {
    name: 'ratings',
    routes,
    jobs: [publishJob, expireJob, keepPublishedJob],
    subscriptions: [],
    stop: () => {
      forget();
      return ordered;
    },
  };
}
