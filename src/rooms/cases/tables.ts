// SPDX-License-Identifier: EUPL-1.2
import type { Generated, Selectable } from 'kysely';
import { type Db, read, type Tx, write } from '#platform/db';
import type { LegalClass, Needs as NeededPeople, Target } from './rules/assessment.ts';
import type { Outcome, Untold } from './rules/closing.ts';
import type { Severity } from './rules/harms.ts';
import type { Need, Priority } from './rules/priority.ts';
import type { Body, Consent, ReferralState, Shared, Way } from './rules/referral.ts';
import type { EnoughBy, FollowUpKind } from './rules/support.ts';

export type CaseState = 'new' | 'reading' | 'question' | 'acting' | 'waiting' | 'closed';
export type News =
  | 'answer'
  | 'other-person'
  | 'words'
  | 'intent'
  | 'again'
  | 'child'
  | 'stop'
  | 'delete'
  | 'report'
  | 'returned'
  | 'hold';

interface CaseTable {
  id: string;
  received_at: Date;
  channel: 'web' | 'company';
  lang: string;
  kind: string;
  intent: string;
  priority: Priority;
  needs: Need[];
  state: Generated<CaseState>;
  due_at: Date;
  assigned_to: string | null;
  assigned_at: Date | null;
  not_by: string | null;
  opened_at: Date | null;
  called_at: Date | null;
  later_until: Date | null;
  news: News | null;
  news_at: Date | null;
  harm: string | null;
  legal: LegalClass | null;
  severity: Severity | null;
  told_at: Date | null;
  kept_step: string | null;
  kept_code: string | null;
  closed_at: Date | null;
  outcome: Outcome | null;
  untold: Untold | null;
  delete_after: string | null;
  restricted_at: Date | null;
}

interface ReportTable {
  report_id: string;
  case_id: string;
  joined_at: Date;
  how: 'made' | 'same-address' | 'by-hand';
  looked_n: Generated<number>;
  looked_at: Date | null;
  stop_asked: 'stop' | 'delete' | null;
}

interface ItemTable {
  id: string;
  address_id: string;
  seen: Buffer | null;
  found_at: Date;
}

export type RowAnswer = 'notice' | 'removed' | 'known' | 'rejected';

interface SightingTable {
  report_id: string;
  item_id: string;
  row_n: number | null;
  answer: RowAnswer | null;
}

interface EventTable {
  id: string;
  case_id: string;
  seq: Generated<number>;
  at: Date;
  by: string | null;
  act: string;
  code: string | null;
  words_id: string | null;
}

export type AssessmentState = 'waiting' | 'agreed' | 'returned' | 'withdrawn' | 'expired' | 'replaced';

interface AssessmentTable {
  id: string;
  case_id: string;
  harm: string;
  legal: LegalClass;
  severity: Severity;
  target: Target;
  item_id: string | null;
  next: 'hold' | 'publish';
  needs: NeededPeople;
  state: AssessmentState;
  by: string;
  at: Date;
  agreed_by: string | null;
  agreed_at: Date | null;
  words_id: string;
  decision_id: string | null;
}

interface HoldTable {
  id: string;
  case_id: string;
  set_by: string;
  set_at: Date;
  words_id: string;
  expires_at: Date;
  ended_at: Date | null;
  lifted_by: string | null;
}

interface ReferralTable {
  id: string;
  case_id: string;
  body: Body;
  way: Way;
  consent: Consent;
  shared: Shared[];
  state: ReferralState;
  by: string;
  at: Date;
  sent_at: Date | null;
  changed_at: Date;
  answer_by: string | null;
  words_id: string;
  reference_id: string | null;
}

interface SupportTable {
  case_id: string;
  begun_by: string;
  begun_at: Date;
  next_on: string;
  words_id: string;
  ended_at: Date | null;
  ended_by: EnoughBy | null;
}

interface FollowUpTable {
  id: string;
  case_id: string;
  on_day: string;
  kind: FollowUpKind;
  done_at: Date | null;
  done_by: string | null;
}

interface Tables {
  'cases.case': CaseTable;
  'cases.report': ReportTable;
  'cases.item': ItemTable;
  'cases.sighting': SightingTable;
  'cases.sealed': { object_id: string; case_id: string };
  'cases.event': EventTable;
  'cases.turn': { one: Generated<boolean>; n: number };
  'cases.rest': { person_id: string; until: Date };
  'cases.voice': { case_id: string; person_id: string; n: number };
  'cases.assessment': AssessmentTable;
  'cases.hold': HoldTable;
  'cases.referral': ReferralTable;
  'cases.support': SupportTable;
  'cases.follow_up': FollowUpTable;
  'cases.contact_loan': { report_id: string; person_id: string; until: Date };
  // Of the platform: what was deleted, counters without ids, and who works here.
  'platform.deletion_ledger': { tbl: string; row_id: string; rule: string; at: Date };
  'platform.counter': { day: string; tbl: string; key: string; n: number };
  'platform.person': {
    id: string;
    alias: string;
    roles: string[];
    state: 'invited' | 'waiting' | 'active' | 'left';
  };
}

export type CaseRow = Selectable<CaseTable>;
export type AssessmentRow = Selectable<AssessmentTable>;
export type HoldRow = Selectable<HoldTable>;
export type ReferralRow = Selectable<ReferralTable>;

export const reading = (db: Db) => read<Tables>(db);
export const writing = (tx: Tx) => write<Tables>(tx);
