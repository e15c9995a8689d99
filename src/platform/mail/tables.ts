// SPDX-License-Identifier: EUPL-1.2
import { type Db, read, type Tx, write } from '#platform/db';

interface Tables {
  'platform.mail_outbox': {
    id: string;
    machine_box_id: string | null;
    purpose: string;
    state: 'queued' | 'sent' | 'failed' | 'gone';
    tries: number;
    next_at: Date | null;
    created_at: Date;
    code: string | null;
  };
}

export const reading = (db: Db) => read<Tables>(db);
export const writing = (tx: Tx) => write<Tables>(tx);
