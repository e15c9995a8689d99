// SPDX-License-Identifier: EUPL-1.2
import type { ColumnType, Generated, JSONColumnType, Selectable } from 'kysely';
import { type Db, read, type Tx, write } from '#platform/db';
import type { RecordState, UnitState, Via } from './record.ts';

type Body = Record<string, unknown>;
/** Read as what it says; written as text, because the driver would make arrays of PostgreSQL of a json array. */
type Json<T> = ColumnType<T, string, string>;
type NullableJson<T> = ColumnType<T | null, string | null, string | null>;

interface RecordTable {
  id: Generated<number>;
  kind: string;
  tongue: string;
  state: Generated<RecordState>;
  org: number | null;
  successor: number | null;
  reason: string | null;
  edition: Generated<number>;
  made_by: string | null;
  made_at: Date;
}

interface PartTable {
  record: number;
  /** '' for the facts. */
  lang: string;
  rev: number;
  shape: number;
  body: Json<Body>;
  live_rev: number | null;
  /** Null where it is `body` itself. */
  live: NullableJson<Body>;
  live_shape: number | null;
  units: Json<Record<string, UnitState>>;
  live_units: NullableJson<Record<string, UnitState>>;
  todo: Generated<number>;
  stale: Generated<number>;
  machine: Generated<number>;
}

export type PartRow = Selectable<PartTable>;

interface RevisionTable {
  record: number;
  lang: string;
  rev: number;
  shape: number;
  body: Json<Body>;
  by: string | null;
  at: Date;
  via: Via;
  note: string | null;
}

interface EditionTable {
  record: number;
  no: number;
  parts: Json<Record<string, number>>;
  by: string | null;
  at: Date;
  note: string | null;
}

interface ShownTable {
  record: number;
  face: number;
  kind: string;
  seen: number;
  org: number | null;
  day: string;
  facets: number[];
}

interface ShownWordsTable {
  record: number;
  face: number;
  lang: string;
  seen: number;
  kind: string;
  title: string;
  lede: string;
  fold: string;
  head: string;
  tsv: string;
}

interface LinkTable {
  face: number;
  source: number;
  field: string;
  ord: number;
  target: number;
}

interface AliasTable {
  scheme: string;
  value: string;
  record: number;
}

interface TermTable {
  id: Generated<number>;
  scheme: string;
  code: string;
  broader: number | null;
  ord: Generated<number>;
  since: string | null;
  until: string | null;
  becomes: number | null;
  label: JSONColumnType<Record<string, string>>;
}

interface CrosswalkTable {
  a: number;
  b: number;
  how: 'same' | 'wider' | 'narrower' | 'near';
  source: string;
}

interface TagTable {
  record: number;
  scheme: string;
  code: string;
}

interface FileTable {
  sha256: Buffer;
  bytes: number;
  type: string;
  name: string;
  words: string | null;
  added_by: string | null;
  added_at: Date;
  checked_at: Date | null;
}

interface FileUseTable {
  record: number;
  face: number;
  field: string;
  sha256: Buffer;
  seen: number;
}

interface HintTable {
  id: string;
  record: number;
  lang: string;
  words: string;
  at: Date;
  done_at: Date | null;
}

interface SubscriptionTable {
  id: string;
  reader: Buffer;
  mail_box: Buffer;
  lang: string;
  origin: string;
  scheme: string;
  code: string;
  asked_at: Date;
  confirm_hash: Buffer | null;
  confirmed_at: Date | null;
  leave_hash: Buffer;
  told_at: Date | null;
}

interface Tables {
  'records.record': RecordTable;
  'records.part': PartTable;
  'records.revision': RevisionTable;
  'records.edition': EditionTable;
  'records.shown': ShownTable;
  'records.shown_words': ShownWordsTable;
  'records.link': LinkTable;
  'records.alias': AliasTable;
  'records.term': TermTable;
  'records.crosswalk': CrosswalkTable;
  'records.tag': TagTable;
  'records.file': FileTable;
  'records.file_bytes': { sha256: Buffer; bytes: Buffer };
  'records.file_use': FileUseTable;
  'records.hint': HintTable;
  'records.subscription': SubscriptionTable;
  'records.version': { one: Generated<boolean>; n: number };
}

export const reading = (db: Db) => read<Tables>(db);
export const writing = (tx: Tx) => write<Tables>(tx);
