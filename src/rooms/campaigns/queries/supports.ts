// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '#platform/db';
import { reading } from '../tables.ts';

const COLUMNS = [
  'id',
  'record',
  'person',
  'organisation',
  'way',
  'words',
  'lang',
  'state',
  'asked_on',
] as const;

/** Who supports a campaign or takes up a theme, as everybody sees it; oldest first. */
export function supportersOf(db: Db, record: number) {
  return reading(db)
    .selectFrom('campaigns.support')
    .select(COLUMNS)
    .where('record', '=', record)
    .where('state', '=', 'shown')
    .orderBy('asked_on')
    .orderBy('id')
    .execute();
}

/** What waits to be let through. */
export function waitingSupports(db: Db) {
  return reading(db)
    .selectFrom('campaigns.support')
    .select(COLUMNS)
    .where('state', '=', 'asked')
    .orderBy('asked_on')
    .orderBy('id')
    .execute();
}

/** What this person offered and did not end. */
export function supportsOf(db: Db, person: string) {
  return reading(db)
    .selectFrom('campaigns.support')
    .select(COLUMNS)
    .where('person', '=', person)
    .where('state', '<>', 'ended')
    .orderBy('asked_on')
    .execute();
}
