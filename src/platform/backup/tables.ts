// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import { type Db, read, type Tx, write } from '#platform/db';

interface Tables {
  'platform.backup': {
    id: string;
    /** When its picture of the database was taken. */
    at: Date;
    file: string;
    rows: number;
    bytes: number;
    seconds: number;
  };
  'platform.deletion_ledger': { tbl: string; row_id: string; rule: string; at: Date };
  'platform.migration': { name: string; sha256: string };
  // The mail part's, to say what would be sent again.
  'platform.mail_outbox': {
    id: string;
    machine_box_id: string | null;
    purpose: string;
    state: 'queued' | 'sent' | 'failed' | 'gone';
    created_at: Date;
  };
  'platform.machine_box': { id: string; expires: Date };
  'audit.head': { seq: number; h: Buffer };
}

export const reading = (db: Db) => read<Tables>(db);
export const writing = (tx: Tx) => write<Tables>(tx);

/** Runs a statement about tables that are not known by name here: a backup takes them all. */
export async function ask<R>(tx: Tx, statement: string): Promise<R[]> {
  const { rows } = await sql.raw<R>(statement).execute(writing(tx));
  return rows;
}
