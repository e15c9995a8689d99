// SPDX-License-Identifier: EUPL-1.2
import type { AnyRoute } from '#platform/http';
import { adoptionRoutes } from './adoption-routes.tsx';
import { answerRoutes } from './answer-routes.tsx';
import { backRoutes } from './back-routes.tsx';
import { deskRoutes } from './desk-routes.tsx';
import { homeRoutes } from './home-routes.tsx';
import { lawRoutes } from './law-routes.tsx';
import { letterRoutes } from './letter-routes.tsx';
import { practiceRoutes } from './practice-routes.tsx';
import { proposalRoutes } from './proposal-routes.tsx';
import { shareRoutes } from './share-routes.tsx';
import { submissionRoutes } from './submission-routes.tsx';
import { taskRoutes } from './task-routes.tsx';

/** The library's own pages, beside those that its records have by themselves. */
export function libraryRoutes(): AnyRoute[] {
  return [
    ...homeRoutes(),
    ...shareRoutes(),
    ...backRoutes(),
    ...deskRoutes(),
    ...submissionRoutes(),
    ...practiceRoutes(),
    ...letterRoutes(),
    ...answerRoutes(),
    ...adoptionRoutes(),
    ...taskRoutes(),
    ...lawRoutes(),
    ...proposalRoutes(),
  ];
}
