// SPDX-License-Identifier: EUPL-1.2

import { personLeft } from '#platform/auth';
import type { AnyRoute } from '#platform/http';
import { on } from '#platform/jobs';
import { reportAdded, reportMessage, reportStopAsked, reportSubmitted } from '#reports';
import { handOverCases } from './actions/queue/give-case.ts';
import { hearNews } from './actions/queue/hear-news.ts';
import { makeCase } from './actions/queue/make-case.ts';
import { clocks } from './jobs/clocks.ts';
import { addressesRoutes } from './routes/addresses-routes.tsx';
import { assessRoutes } from './routes/assess-routes.tsx';
import { caseActs } from './routes/case-acts.ts';
import { showCase } from './routes/case-routes.tsx';
import { closeRoutes } from './routes/close-routes.tsx';
import { holdRoutes } from './routes/hold-routes.tsx';
import { queueRoutes } from './routes/queue-routes.tsx';
import { referRoutes } from './routes/refer-routes.tsx';
import { restrictRoutes } from './routes/restrict-routes.tsx';
import { secondRoutes } from './routes/second-routes.tsx';
import { supportRoutes } from './routes/support-routes.tsx';
import { tellRoutes } from './routes/tell-routes.tsx';

const routes: AnyRoute[] = [
  ...queueRoutes(),
  showCase(),
  ...caseActs(),
  ...assessRoutes(),
  ...holdRoutes(),
  ...referRoutes(),
  ...supportRoutes(),
  ...tellRoutes(),
  ...closeRoutes(),
  ...addressesRoutes(),
  ...restrictRoutes(),
  ...secondRoutes(),
];

/** The desk: triage, assess, hand over, support, tell, close. */
export const plugin = {
  name: 'cases',
  routes,
  jobs: clocks,
  subscriptions: [
    on(reportSubmitted, 'cases', (ctx, { reportId }) => makeCase(ctx, reportId)),
    on(reportAdded, 'cases', (ctx, { reportId, what }) => hearNews(ctx, { reportId, news: what })),
    on(reportMessage, 'cases', (ctx, { reportId, wish }) => hearNews(ctx, { reportId, news: wish })),
    on(reportStopAsked, 'cases', async (ctx, { reportId, wish }) => {
      // Who wants quiet has it already; the desk sees it where it would write.
      if (wish !== 'quiet') await hearNews(ctx, { reportId, news: wish });
    }),
    on(personLeft, 'cases', async (ctx, { person }) => {
      await handOverCases(ctx, { from: person, to: null });
    }),
  ],
};
