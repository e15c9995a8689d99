// SPDX-License-Identifier: EUPL-1.2
import type { Generated, JSONColumnType } from 'kysely';
import { type Db, read, type Tx, write } from '#platform/db';
import type { Signature } from '#platform/seal';
import type { RefusalCounts } from './lists/refusals.ts';

export type ListFormat = 'hosts' | 'domains' | 'ut1';
export type Scope = 'host' | 'subtree';
export type Needs = 'none' | 'second' | 'supervisor';
export type DecisionState = 'proposed' | 'released' | 'undone' | 'replaced' | 'expired' | 'withdrawn';
export type Sure = 'sure' | 'fairly' | 'not';

interface SourceTable {
  id: string;
  number: Generated<number>;
  name: string;
  licence: string;
  independence_group: string;
  format: ListFormat;
  category: number | null;
  added_at: Date;
  read_at: Date | null;
  fresh_days: Generated<number>;
}

interface RunTable {
  id: string;
  source_id: string;
  at: Date;
  seconds: number;
  lines: number;
  silent: number;
  said: number;
  added: number;
  kept: number;
  gone: number;
  refused: JSONColumnType<RefusalCounts>;
  categories: number[];
}

interface ClaimTable {
  name: string;
  source: number;
  category: number;
  below: boolean;
  since: string;
}

interface AddressClaimTable {
  name: string;
  path: string;
  source: number;
  category: number;
  since: string;
}

interface IncomingTable {
  source: number;
  name: string;
  path: string;
  category: number;
  below: boolean;
}

/** What every decision has, public or guarded. */
export interface DecisionSteps {
  id: string;
  scope: Scope;
  case_id: string | null;
  needs: Needs;
  state: DecisionState;
  proposed_by: string | null;
  proposed_at: Date;
  released_by: string | null;
  released_at: Date | null;
  ended_by: string | null;
  ended_at: Date | null;
  expires_at: Date | null;
}

interface DecisionTable extends DecisionSteps {
  name: string;
  min_age: number;
  categories: string[];
  block_everyone: boolean;
  reasons: string[];
  words: string;
  words_lang: string | null;
  sure: Sure;
  topics: JSONColumnType<Record<string, number>>;
  next_check: string | null;
}

interface GuardedTable extends DecisionSteps {
  lookup: Buffer;
  host_box: Buffer;
}

interface SnapshotTable {
  number: number;
  created_at: Date;
  file: string;
  signature: JSONColumnType<Signature>;
  key: Buffer;
  bytes: number;
  hosts: number;
  seconds: number;
}

interface DeltaTable {
  number: number;
  base: number;
  snapshot: number;
  created_at: Date;
  bytes: Buffer;
  signature: JSONColumnType<Signature>;
}

interface Tables {
  'ratings.source': SourceTable;
  'ratings.run': RunTable;
  'ratings.claim': ClaimTable;
  'ratings.address_claim': AddressClaimTable;
  'ratings.incoming': IncomingTable;
  'ratings.decision': DecisionTable;
  'ratings.guarded': GuardedTable;
  'ratings.snapshot': SnapshotTable;
  'ratings.delta': DeltaTable;
  'ratings.head': { one: Generated<boolean>; number: number; snapshot: number | null };
}

export const reading = (db: Db) => read<Tables>(db);
export const writing = (tx: Tx) => write<Tables>(tx);
