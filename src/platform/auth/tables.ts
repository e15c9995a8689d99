// SPDX-License-Identifier: EUPL-1.2
import { type Db, read, type Tx, write } from '#platform/db';

interface Tables {
  'platform.session': {
    id: Buffer;
    kind: string;
    user_id: string | null;
    wrapped: Buffer | null;
    fresh_until: Date | null;
    idle_until: Date;
    absolute_until: Date;
  };
  'platform.person': {
    id: string;
    alias: string;
    roles: string[];
    pub: Buffer | null;
    pub_mac: Buffer | null;
    state: 'invited' | 'waiting' | 'active' | 'left';
    mail_box: Buffer | null;
  };
}

export const reading = (db: Db) => read<Tables>(db);
export const writing = (tx: Tx) => write<Tables>(tx);
