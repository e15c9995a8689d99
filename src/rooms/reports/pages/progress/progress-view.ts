// SPDX-License-Identifier: EUPL-1.2
import type { MessageKey, Where } from '#platform/i18n';
import type { FieldErrors } from '#platform/ui';
import type { Reply } from '../../drafts/draft.ts';
import type { ReportStatus } from '../../queries/report-status.ts';

/** Everything the page of a report is drawn from. */
export interface ProgressPageView {
  status: ReportStatus;
  where: Where;
  now: Date;
  /** What was just done, said once. */
  done: MessageKey | null;
  /** Days a finished report is kept. */
  closedDays: number;
  typed: Reply;
  errors: FieldErrors;
}
