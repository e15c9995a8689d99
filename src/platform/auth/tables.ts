// SPDX-License-Identifier: EUPL-1.2
import type { Generated } from 'kysely';
import { type Db, read, type Tx, write } from '#platform/db';

export type PersonState = 'invited' | 'waiting' | 'active' | 'left';
export type InviteKind = 'join' | 'reset' | 'factor';
export type NewsAct = 'granted' | 'left' | 'recovered';
export type ChallengePurpose = 'sign-in' | 'confirm' | 'add' | 'password';

export interface UnlockRow {
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
  made_on: string | null;
  issued: boolean | null;
}

interface Tables {
  'platform.session': {
    id: Buffer;
    kind: string;
    user_id: string | null;
    wrapped: Buffer | null;
    fresh_until: Date | null;
    idle_until: Date;
    absolute_until: Date;
    kept: Generated<Buffer | null>;
    kept_until: Generated<Date | null>;
  };
  'platform.person': {
    id: string;
    alias: string;
    roles: string[];
    asked: string[] | null;
    pub: Buffer | null;
    pub_mac: Buffer | null;
    state: PersonState;
    mail_box: Buffer | null;
  };
  'platform.unlock': UnlockRow;
  'platform.invite': { person: string; kind: InviteKind; token_hash: Buffer; expires_at: Date };
  'platform.pending_act': {
    id: string;
    act: string;
    payload: unknown;
    payload_hash: Buffer;
    asked_by: string;
    asked_at: Date;
    expires_at: Date;
    decided_by: string | null;
    decided_at: Date | null;
    decision: 'approved' | 'refused' | 'withdrawn' | 'expired' | null;
    done_at: Date | null;
  };
  'platform.team_news': {
    id: string;
    team: string;
    act: NewsAct;
    person: string;
    by_person: string | null;
    at: Date;
    until: Date;
  };
  'platform.recovery_window': {
    one: boolean;
    token_hash: Buffer;
    opened_at: Date;
    expires_at: Date;
    tries: number;
  };
  'platform.passkey_challenge': {
    hash: Buffer;
    purpose: ChallengePurpose;
    person: string | null;
    expires_at: Date;
  };
  // Of sealing's own tables only what a progress bar needs; everything else goes through its door.
  'platform.team': { id: string; slug: string; epoch: number; state: 'active' | 'draining' | 'destroyed' };
  'platform.seal': { object_id: string; to_kind: 'team' | 'receipt' | 'user'; to_id: string; epoch: number };
}

export const reading = (db: Db) => read<Tables>(db);
export const writing = (tx: Tx) => write<Tables>(tx);
