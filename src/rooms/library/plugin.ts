// SPDX-License-Identifier: EUPL-1.2
import { type Db, transaction } from '#platform/db';
import { enqueue } from '#platform/jobs';
import { contentJob } from './jobs/bring-content.ts';
import { endSubmissions } from './jobs/end-submissions.ts';
import { libraryRoutes } from './routes/all.ts';

export { library } from './room.ts';

/** Letters, laws, guidelines, practices, guides, tools, news and words: what is not declared but done. */
export const plugin = {
  name: 'library',
  routes: libraryRoutes(),
  jobs: [contentJob, endSubmissions],
  subscriptions: [],
};

/** Asks the worker for the starting content. Where it is there already, nothing happens. */
export async function orderContent(db: Db): Promise<void> {
  await transaction(db, (tx) => enqueue(tx, contentJob, { payload: {}, key: contentJob.name }));
}
