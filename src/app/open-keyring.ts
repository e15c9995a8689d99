// SPDX-License-Identifier: EUPL-1.2
import type { Config } from '#platform/config';
import type { Database } from '#platform/db';
import { createKeyring, type Keyring, loadKeyring, SealError } from '#platform/seal';
import { isUntouched } from '#platform/setup';

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
