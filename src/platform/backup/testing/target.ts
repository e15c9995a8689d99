// SPDX-License-Identifier: EUPL-1.2
import type { Database } from '#platform/db';
import { attachKeyring, loadKeyring, openKeyringWithHalves } from '#platform/seal';
import { type DataFolder, dataFolder } from '../../../../tests/harness/data-folder.ts';
import { ledgerPath, readLedger } from '../ledger/ledger.ts';
import { openBackup } from '../restore/open-backup.ts';
import { type Restored, type RestoreOrder, restoreBackup } from '../restore/restore-backup.ts';
import type { Source } from './source.ts';

// For tests only: a new machine, on which the backup of a source is restored.

export const LATER = new Date('2026-11-22T12:00:00Z');

export interface Target {
  folder: DataFolder;
  /** Restores with the papers, identity and ledger that belong to the backup. */
  restore(file: string, more?: Partial<RestoreOrder>): Promise<Restored>;
  /** Starts on what was restored. */
  serve(): Promise<Database>;
}

export function makeTarget(source: Source): Target {
  const folder = dataFolder();
  const place = { data: folder.path, keyFile: null };
  const { migrations: migrationsFolder } = source;
  return {
    folder,
    restore: async (file, more = {}) => {
      const backup = await openBackup(file, source.key.identity);
      const { keyring: sealed, instance } = backup.manifest;
      const keyring = await openKeyringWithHalves(Buffer.from(sealed.sealed, 'base64'), {
        instance,
        halves: source.halves,
      });
      return restoreBackup(backup, {
        database: { dataFolder: folder.path, databaseUrl: null, fsync: false, migrationsFolder },
        place,
        keyring,
        ledger: await readLedger(ledgerPath(file), keyring),
        acceptReturnedReports: false,
        now: LATER,
        ...more,
      });
    },
    serve: async () => {
      const database = await folder.open({ migrationsFolder });
      attachKeyring(database.db, await loadKeyring(place));
      return database;
    },
  };
}
