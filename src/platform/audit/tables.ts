// SPDX-License-Identifier: EUPL-1.2
import { type Db, read, type Tx, write } from '#platform/db';

interface Tables {
  'audit.entry': {
    seq: number;
    at: Date;
    body: string | null;
    d: Buffer;
    h: Buffer;
    erased_by: number | null;
  };
  'audit.head': { one: boolean; seq: number; h: Buffer };
  'audit.checkpoint': { day: string; seq: number; payload: string; kid: string; sig: Buffer };
}

export const reading = (db: Db) => read<Tables>(db);
export const writing = (tx: Tx) => write<Tables>(tx);
