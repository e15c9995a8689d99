// SPDX-License-Identifier: EUPL-1.2
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Database, type OpenOptions, openDatabase } from '../../src/platform/db/index.ts';

/** A data folder of a test's own, for tests of the embedded database itself. */
export interface DataFolder {
  path: string;
  open(options?: Partial<OpenOptions>): Promise<Database>;
  /** Closes whatever a test left open. */
  closeAll(): Promise<void>;
  remove(): Promise<void>;
}

/** `name` may hold slashes, to make the path as long or as deep as a test needs. */
export function dataFolder(name = 'data'): DataFolder {
  const parent = mkdtempSync(join(tmpdir(), 'rowan-data-'));
  // As root, PostgreSQL works as another user, who must be able to pass through here.
  chmodSync(parent, 0o711);
  const path = join(parent, name);
  const opened = new Set<Database>();
  const closeAll = async (): Promise<void> => {
    for (const database of opened) await database.close();
    opened.clear();
  };
  return {
    path,
    open: async (options) => {
      const settings: OpenOptions = { dataFolder: path, databaseUrl: null, role: 'server', fsync: false };
      const database = await openDatabase({ ...settings, ...options });
      opened.add(database);
      return database;
    },
    closeAll,
    remove: async () => {
      await closeAll();
      rmSync(parent, { recursive: true, force: true });
    },
  };
}
