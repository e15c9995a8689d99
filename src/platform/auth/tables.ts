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
  'platform.unlock': {
    id: string;
    user_id: string;
    kind: 'pw' | 'prf' | 'passkey' | 'oidc';
    kdf_id: number | null;
    pepper_id: string | null;
    salt: Buffer | null;
    verifier: Buffer | null;
    wrapped: Buffer | null;
    totp_box: Buffer | null;
    totp_step: number | null;
    cred_id: Buffer | null;
    cred_pub: Buffer | null;
    sign_count: number | null;
    synced: boolean | null;
    iss_sub_mac: Buffer | null;
  };
}

export const reading = (db: Db) => read<Tables>(db);
export const writing = (tx: Tx) => write<Tables>(tx);
