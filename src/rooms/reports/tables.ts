// SPDX-License-Identifier: EUPL-1.2
import type { Generated, Selectable } from 'kysely';
import { type Db, read, type Tx, write } from '#platform/db';
import type { KdfId } from '#platform/seal';
import type { What } from './form/answers.ts';
import type { Intent } from './form/intent.ts';
import type { Need, Priority } from './form/priority.ts';

export type ReceiptRole = 'main' | 'child' | 'company';

interface ReportTable {
  id: string;
  received_at: Date;
  channel: 'web' | 'company';
  lang: string;
  kind: What;
  intent: Intent;
  priority: Priority;
  needs: Need[];
  state: Generated<'open' | 'finished'>;
  case_id: string | null;
  due_at: Date;
  quiet: Generated<boolean>;
  delete_after: string | null;
  reference: string | null;
  /** The case whose few readers alone may open it (R20). */
  restricted: Generated<string | null>;
  story_id: string;
  contact_id: string;
  notify_id: string;
}

interface ReceiptTable {
  id: string;
  report_id: string;
  v: Generated<number>;
  role: ReceiptRole;
  lookup: Buffer;
  pepper_id: string;
  kdf_id: KdfId;
  pub: Buffer;
  pub_mac: Buffer;
  wrapped: Buffer;
  word_salt: Buffer | null;
  word_tries: Generated<number>;
  word_wait: Date | null;
  access_until: string;
  list_id: string | null;
  counted_after: Generated<boolean>;
}

interface StepTable {
  id: string;
  report_id: string;
  receipt_id: string;
  step: string;
  code: string | null;
  n: number | null;
  row_n: number | null;
  due_at: Date | null;
  at: Date;
  seq: Generated<number>;
}

interface MessageTable {
  object_id: string;
  report_id: string;
  receipt_id: string;
  dir: 'in' | 'out';
  at: Date;
  seq: Generated<number>;
}

interface InvitationTable {
  token_hash: Buffer;
  report_id: string;
  until: string;
  opened_on: string | null;
}

interface DraftTable {
  id: Buffer;
  box: Buffer | null;
  shown_until: Date | null;
  /** Until then the next visit shows what stands in it, once. */
  may_show_until: Date | null;
  expires: Date;
  absolute_until: Date;
}

interface Tables {
  'reports.draft': DraftTable;
  'reports.report': ReportTable;
  'reports.receipt': ReceiptTable;
  'reports.receipt_ended': { lookup: Buffer; pepper_id: string; ended_on: string; until: string };
  'reports.invitation': InvitationTable;
  'reports.step': StepTable;
  'reports.message': MessageTable;
  'reports.reference': { year: number; n: number };
  'reports.counter': { day: string; key: string; n: number };
  // Not this room's table: whoever deletes for good writes a line there, so that a restored backup deletes it again.
  'platform.deletion_ledger': { tbl: string; row_id: string; rule: string; at: Date };
}

export type ReceiptRow = Selectable<ReceiptTable>;
export type StepRow = Selectable<StepTable>;
export type DraftRow = Selectable<DraftTable>;

export const reading = (db: Db) => read<Tables>(db);
export const writing = (tx: Tx) => write<Tables>(tx);
