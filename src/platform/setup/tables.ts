// SPDX-License-Identifier: EUPL-1.2
import { type Db, read, type Tx, write } from '#platform/db';

interface Tables {
  'platform.installation': {
    one: boolean;
    doc: unknown;
    kind: 'real' | 'demo' | 'rehearsal';
    updated_at: Date;
  };
  'platform.text_review': {
    lang: string;
    key: string;
    text_hash: Buffer;
    state: 'passed' | 'returned';
    reviewer: string;
    at: Date;
  };
}

export const reading = (db: Db) => read<Tables>(db);
export const writing = (tx: Tx) => write<Tables>(tx);
