// SPDX-License-Identifier: EUPL-1.2
import type { Generated, Selectable } from 'kysely';
import { type Db, read, type Tx, write } from '#platform/db';
import type { Adoption } from './adoption.ts';

interface SubmissionTable {
  id: string;
  record: number;
  lookup: Buffer;
  sent_on: string;
  asked: Generated<boolean>;
  declined: Generated<boolean>;
  until: string;
}

interface MessageTable {
  id: string;
  submission: string;
  dir: 'in' | 'out';
  words: Buffer;
  at: Date;
  seq: Generated<number>;
}

interface TaskTable {
  id: string;
  record: number;
  what: string;
  owner: string | null;
  org: string | null;
  due: string | null;
  done_on: string | null;
  result: string | null;
  made_on: string;
  seq: Generated<number>;
}

interface AdoptionTable extends Adoption {
  said_by: string;
  said_on: string;
  ended_on: string | null;
}

interface Tables {
  'library.submission': SubmissionTable;
  'library.submission_message': MessageTable;
  'library.credit': { record: number; name: string };
  'library.task': TaskTable;
  'library.task_evidence': { task: string; record: number };
  'library.adoption': AdoptionTable;
  // Not this room's table: whoever deletes for good writes a line there, so that a restored backup deletes it again.
  'platform.deletion_ledger': { tbl: string; row_id: string; rule: string; at: Date };
}

export type SubmissionRow = Selectable<SubmissionTable>;
export type TaskRow = Selectable<TaskTable>;

export const reading = (db: Db) => read<Tables>(db);
export const writing = (tx: Tx) => write<Tables>(tx);
