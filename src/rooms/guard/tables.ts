// SPDX-License-Identifier: EUPL-1.2
import type { ColumnType, Generated } from 'kysely';
import { type Db, read, type Tx, write } from '#platform/db';
import type { Lang } from '#platform/i18n';
import type { AgeGroup, Changes, DeviceKind } from './words.ts';

interface Tables {
  'guard.household': {
    id: string;
    made_on: string;
    code_lookup: Buffer | null;
    kdf_id: number;
    password_salt: Buffer | null;
    password_check: Buffer | null;
  };
  'guard.child': {
    household_id: string;
    id: string;
    name_box: Buffer;
    age_group: AgeGroup;
    lang: Lang;
    changes: ColumnType<Changes, string | undefined, string>;
    page_hash: Buffer | null;
    page_opened: Generated<boolean>;
    made_on: string;
  };
  'guard.device': {
    household_id: string;
    id: string;
    child_id: string;
    kind: DeviceKind;
    lookup: Buffer;
    made_on: string;
  };
  'guard.network': {
    household_id: string;
    id: string;
    child_id: string;
    lookup: Buffer;
    family: number;
    bits: number;
    prefix_box: Buffer;
    made_on: string;
  };
  'guard.shown': { session_id: Buffer; about: string; household_id: string; box: Buffer; until: Date };
}

export const reading = (db: Db) => read<Tables>(db);
export const writing = (tx: Tx) => write<Tables>(tx);
