// SPDX-License-Identifier: EUPL-1.2
import type { Config } from '#platform/config';
import type { Database } from '#platform/db';
import type { Log } from '#platform/log';
import {
  attachKeyring,
  checkRegistry,
  createKeyring,
  type Keyring,
  loadKeyring,
  requireRealUnlocks,
  SealError,
} from '#platform/seal';
import { isUntouched } from '#platform/setup';
import { followKeyring } from './follow-keyring.ts';

/** The keyring of this installation; made at the very first start, and never in place of a lost one. */
export async function openKeyring(config: Config, database: Database, now: Date): Promise<Keyring> {
  const place = { data: config.data, keyFile: config.keyringKeyFile };
  try {
    return await loadKeyring(place);
  } catch (error) {
    const missing = error instanceof SealError && error.code === 'seal.keyring-missing';
    if (!missing || !(await isUntouched(database.db))) throw error;
    const instance = config.url === null ? 'rowan.localhost' : new URL(config.url).hostname;
    return createKeyring(place, { instance, now });
  }
}

interface Kept {
  config: Config;
  database: Database;
  keyring: Keyring;
  log: Log;
}

/**
 * Hands the keys to the database's users, and asks what start must know before anything serves: every public key still carries our mark, and no way of
 * signing in was made with the test setting. A wrong mark closes the intake and stays in the log. From then on
 * it follows what commands change; answers how to stop that.
 */
export async function keepKeys({ config, database, keyring, log }: Kept): Promise<() => void> {
  attachKeyring(database.db, keyring);
  keyring.intake.onClose(() => log.error('intake-closed'));
  await requireRealUnlocks(database.db);
  const wrong = await checkRegistry(database.db, keyring);
  if (wrong > 0) log.error('registry-marks-wrong', { n: wrong });
  return followKeyring(config, keyring, log);
}
