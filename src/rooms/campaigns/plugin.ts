// SPDX-License-Identifier: EUPL-1.2
import { type Db, transaction } from '#platform/db';
import { enqueue } from '#platform/jobs';
import { contentJob } from './jobs/bring-content.ts';
import { sweep } from './jobs/sweep.ts';
import { createCompiler } from './print/compiler.ts';
import { activityRoutes } from './routes/activity-routes.tsx';
import { deskRoutes } from './routes/desk-routes.tsx';
import { fillRoutes } from './routes/fill-routes.tsx';
import { filledRoutes } from './routes/filled-routes.tsx';
import { packRoutes } from './routes/pack-routes.tsx';
import { publicRoutes } from './routes/public-routes.tsx';

export { campaigns } from './room.ts';

/** Days, themes, campaigns, and kits in any language. */
export function plugin() {
  const compiler = createCompiler();
  return {
    name: 'campaigns',
    routes: [
      ...publicRoutes({ compiler }),
      ...packRoutes({ compiler }),
      ...deskRoutes(),
      ...fillRoutes(),
      ...filledRoutes({ compiler }),
      ...activityRoutes(),
    ],
    jobs: [contentJob, sweep],
    subscriptions: [],
    stop: () => compiler.stop(),
  };
}

/** Asks the worker for the starting content. Where it is there already, nothing happens. */
export async function orderContent(db: Db): Promise<void> {
  await transaction(db, (tx) => enqueue(tx, contentJob, { payload: {}, key: contentJob.name }));
}
