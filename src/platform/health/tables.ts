// SPDX-License-Identifier: EUPL-1.2
import { type Db, read, type Tx, write } from '#platform/db';

interface Tables {
  'platform.chain_check': { one: boolean; at: Date; entries: number; bad_seq: number | null };
  // Of other parts only what can be counted without knowing whose it is.
  'platform.unlock': { user_id: string; kind: string; synced: boolean | null };
  'platform.team': { slug: string; state: 'active' | 'draining' | 'destroyed' };
}

export const reading = (db: Db) => read<Tables>(db);
export const writing = (tx: Tx) => write<Tables>(tx);
