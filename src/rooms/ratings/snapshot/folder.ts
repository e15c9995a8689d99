// SPDX-License-Identifier: EUPL-1.2
import { type Db, rootOf } from '#platform/db';

const folders = new WeakMap<object, string>();

/** Says once, at start, which data folder belongs to this database; snapshots lie in it under `snapshots/`. */
export function keepSnapshotsIn(db: Db, dataFolder: string): void {
  folders.set(rootOf(db), dataFolder);
}

/** The data folder. Throws where start named none. */
export function dataFolderOf(db: Db): string {
  const folder = folders.get(rootOf(db));
  if (folder === undefined) throw new TypeError('no data folder is known for this database');
  return folder;
}

/** Path of a snapshot inside the data folder. */
export const snapshotFile = (number: number): string => `snapshots/${number}.rix`;
