// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import { defineFact } from '#platform/jobs';

const report = z.uuid();
const role = z.enum(['main', 'child', 'company']);

/** A report is in. The desk makes a case of it. */
export const reportSubmitted = defineFact('report.submitted', z.object({ reportId: report }));

/** The reporter said more, or changed what the report is for, or asked to open it again. */
export const reportAdded = defineFact(
  'report.added',
  z.object({ reportId: report, role, what: z.enum(['words', 'intent', 'again', 'child']) }),
);

/** The reporter wrote to the desk, or asked to talk with somebody else. */
export const reportMessage = defineFact(
  'report.message',
  z.object({ reportId: report, role, wish: z.enum(['answer', 'other-person']) }),
);

/** The reporter asked for an end. `quiet` is done already; `stop` and `delete` wait for the desk. */
export const reportStopAsked = defineFact(
  'report.stop-asked',
  z.object({ reportId: report, role, wish: z.enum(['quiet', 'stop', 'delete']) }),
);
