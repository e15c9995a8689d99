// SPDX-License-Identifier: EUPL-1.2
import { type Db, read, type Tx, write } from '#platform/db';

// What sealing reads and writes of the schema "platform". `person` rows belong to platform/auth; here
// they are read for their public keys only.

interface Tables {
  'platform.person': {
    id: string;
    pub: Buffer | null;
    pub_mac: Buffer | null;
    state: 'invited' | 'waiting' | 'active' | 'left';
  };
  'platform.unlock': { id: string; user_id: string; kdf_id: number | null; pepper_id: string | null };
  'platform.team': {
    id: string;
    slug: string;
    epoch: number;
    pub: Buffer;
    mac: Buffer;
    state: 'active' | 'draining' | 'destroyed';
    made_at: Date;
  };
  'platform.team_grant': {
    team_id: string;
    epoch: number;
    holder: 'user' | 'recovery';
    holder_id: string;
    sealed: Buffer;
    can_grant: boolean;
  };
  'platform.recovery': {
    n: number;
    pub: Buffer;
    pub_mac: Buffer;
    root_pub: Buffer;
    root_mac: Buffer;
    state: 'printed' | 'active' | 'spent';
    made_at: Date;
    rehearsed_at: Date | null;
  };
  'platform.key_list': { serial: number; n: number; payload: string; signature: string };
  'platform.object': {
    id: string;
    kind: string;
    box: Buffer;
    delete_after: string | null;
    hold: boolean;
  };
  'platform.seal': {
    object_id: string;
    to_kind: 'team' | 'receipt' | 'user';
    to_id: string;
    epoch: number;
    sealed: Buffer;
    expires: Date | null;
  };
  'platform.machine_box': { id: string; purpose: string; box: Buffer; expires: Date };
}

export const reading = (db: Db) => read<Tables>(db);
export const writing = (tx: Tx) => write<Tables>(tx);
