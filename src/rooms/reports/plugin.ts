// SPDX-License-Identifier: EUPL-1.2
import { clocks } from './jobs/clocks.ts';
import { codeRoutes } from './routes/code-routes.tsx';
import { deskRoutes } from './routes/desk-routes.tsx';
import { formRoutes } from './routes/form-routes.tsx';
import { infoRoutes } from './routes/info-routes.tsx';
import { progressRoutes } from './routes/progress-routes.tsx';
import { taskRoutes } from './routes/task-routes.tsx';
import type { ReportServices } from './services.ts';

export { type InventedReport, inventReport } from './actions/invent-report.ts';
export { dropDraft } from './drafts/draft-store.ts';
export { codesUnder } from './queries/report-facts.ts';

/** Telling what happened, and coming back with a code. */
export function plugin(services: ReportServices) {
  return {
    name: 'reports',
    routes: [
      ...formRoutes(services),
      ...codeRoutes(services),
      ...progressRoutes(),
      ...taskRoutes(),
      ...infoRoutes(services),
      ...deskRoutes(),
    ],
    jobs: clocks,
    subscriptions: [],
  };
}
