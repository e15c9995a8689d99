// SPDX-License-Identifier: EUPL-1.2
import type { FieldErrors } from '#platform/ui';
import type { CaseFile, CaseHeadView } from '../../queries/case-file.ts';
import type { Desk } from '../words.tsx';

/** What the page of a case is shown with. */
export interface CasePageView extends Desk {
  head: CaseHeadView;
  /** The opened case; null until somebody takes it or says that they want to look. */
  file: CaseFile | null;
  /** May this person work on cases at all? */
  works: boolean;
  isSupervisor: boolean;
  me: string;
  people: readonly { id: string; alias: string }[];
  done: string | null;
  /** What was typed into a small form on this page, and what of it could not be used. */
  typed: Readonly<Record<string, string | string[]>>;
  errors: FieldErrors;
}
