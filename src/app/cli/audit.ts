// SPDX-License-Identifier: EUPL-1.2
import { verifyChain } from '#platform/audit';
import type { Config } from '#platform/config';
import { onInstallation } from './open.ts';

/** Walks the whole audit chain. Answers the exit code: 1 and the first bad entry where it does not hold. */
export async function verifyAudit(config: Config, say: (line: string) => void): Promise<number> {
  const found = await onInstallation(config, ({ database }) => verifyChain(database.db));
  if (found.ok) {
    say(`audit: ${found.entries} entries hold, head ${found.head}`);
    return 0;
  }
  say(`audit: entry ${found.badSeq} does not hold (${found.why}); ${found.entries} entries before it do`);
  return 1;
}
