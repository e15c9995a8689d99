// SPDX-License-Identifier: EUPL-1.2
import type { Config } from '#platform/config';
import type { Ctx } from '#platform/ctx';
import { type Database, openDatabase } from '#platform/db';
import { translator } from '#platform/i18n';
import { silentLog } from '#platform/log';
import { attachKeyring, type KeyringPlace } from '#platform/seal';
import { openKeyring } from '../open-keyring.ts';

/** An installation as a command has it. */
export interface Installed {
  ctx: Ctx;
  database: Database;
  config: Config;
}

/** Where the settings say that the keyring lies. */
export const placeOf = (config: Config): KeyringPlace => ({
  data: config.data,
  keyFile: config.keyringKeyFile,
});

/**
 * Runs one command on the installation's database: beside a running server, or by starting the embedded
 * database for as long as it takes (ground.md 9). The command acts as the system, without keys.
 */
export async function onInstallation<T>(
  config: Config,
  work: (installed: Installed) => Promise<T>,
): Promise<T> {
  const database = await openDatabase({
    dataFolder: config.data,
    databaseUrl: config.databaseUrl,
    role: 'command',
  });
  try {
    const now = new Date();
    attachKeyring(database.db, await openKeyring(config, database, now));
    const ctx: Ctx = {
      db: database.db,
      actor: { kind: 'system', name: 'command' },
      now,
      log: silentLog,
      t: translator('en'),
      audit: () => {
        throw new TypeError('an audit entry is written inside atomically()');
      },
      keys: null,
    };
    return await work({ ctx, database, config });
  } finally {
    await database.close();
  }
}
