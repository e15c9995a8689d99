// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '#platform/db';
import type { BacklinkLine, Face, FullRecord, History, Level, LinkedTitle, OldBody } from '../record.ts';

/** A record as a reader of this level may see it; null where there is nothing for them. */
export async function readRecord(
  _db: Db,
  _id: number,
  _reader: { face: Face; level: Level },
): Promise<FullRecord | null> {
  throw new TypeError('follows');
}

export async function linkedTitles(
  _db: Db,
  _ids: readonly number[],
  _reader: { lang: string; face: Face; level: Level },
): Promise<Map<number, LinkedTitle>> {
  throw new TypeError('follows');
}

export async function backlinksTo(
  _db: Db,
  _id: number,
  _reader: { lang: string; face: Face; level: Level },
): Promise<BacklinkLine[]> {
  throw new TypeError('follows');
}

export async function revisionsOf(_db: Db, _id: number): Promise<History> {
  throw new TypeError('follows');
}

/** Null where there is no such revision. */
export async function bodyAt(
  _db: Db,
  _id: number,
  _at: { lang: string; rev: number },
): Promise<OldBody | null> {
  throw new TypeError('follows');
}

/** Grows with each publication: the key of every cache of what readers see. */
export async function versionOf(_db: Db): Promise<bigint> {
  throw new TypeError('follows');
}
