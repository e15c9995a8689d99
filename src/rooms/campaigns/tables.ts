// SPDX-License-Identifier: EUPL-1.2
import type { ColumnType, Generated } from 'kysely';
import { type Db, read, type Tx, write } from '#platform/db';
import type { Lang } from '#platform/i18n';
import type { EditionCode } from './print/edition.ts';
import type { PieceName } from './print/pieces.ts';
import type { Fit } from './print/sheet.ts';
import type { OwnWords, PackState, SupportState, Way } from './words.ts';

type Json<T> = ColumnType<T, string, string>;

interface Tables {
  'campaigns.print': { key: Buffer; bytes: Buffer; fits: Json<Fit[]>; used_on: string };
  'campaigns.kit': {
    id: string;
    campaign: number;
    by: string;
    pieces: Generated<PieceName[]>;
    editions: Generated<(EditionCode | 'own')[]>;
    phone: string | null;
    address: Generated<string>;
    ministry: Generated<string>;
    qr: Generated<boolean>;
    own: ColumnType<OwnWords | null, string | undefined, string | null>;
    made_on: string;
    delete_after: string;
  };
  'campaigns.kit_logo': { kit: string; at: number; name: string; bytes: Buffer };
  'campaigns.pack': {
    id: string;
    campaign: number | null;
    lang: Lang;
    address_box: Buffer | null;
    state: Generated<PackState>;
    asked_on: string;
    moved_on: string;
    moved_by: string | null;
    delete_after: string;
  };
  'campaigns.support': {
    id: string;
    record: number;
    person: string;
    organisation: string;
    way: Way;
    words: string;
    lang: Lang;
    state: Generated<SupportState>;
    asked_on: string;
    moved_on: string;
    moved_by: string | null;
  };
}

export const reading = (db: Db) => read<Tables>(db);
export const writing = (tx: Tx) => write<Tables>(tx);
