// SPDX-License-Identifier: EUPL-1.2
import { unwatchFile, watchFile } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '#platform/config';
import type { Log } from '#platform/log';
import { type Keyring, reloadKeyring } from '#platform/seal';

const LOOK_EVERY = 2000;

/**
 * Takes over what a command wrote beside this server, such as a new pepper, within seconds: what is made here from then
 * on must not lie under a pepper that is about to be erased. A keyring that cannot be read leaves the one in memory.
 */
export function followKeyring(config: Config, keyring: Keyring, log: Log): () => void {
  const file = join(config.data, 'keyring', 'keyring.json');
  const place = { data: config.data, keyFile: config.keyringKeyFile };
  const takeOver = () => {
    reloadKeyring(keyring, place).then(
      () => log.info('keyring-changed'),
      () => log.error('keyring-unreadable'),
    );
  };
  watchFile(file, { interval: LOOK_EVERY, persistent: false }, takeOver);
  return () => unwatchFile(file, takeOver);
}
