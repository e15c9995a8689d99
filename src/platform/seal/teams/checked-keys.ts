// SPDX-License-Identifier: EUPL-1.2
import type { Db, Tx } from '#platform/db';
import type { TeamEpoch } from '../crypto/contexts.ts';
import { type RegistryEntry, registryMatches } from '../crypto/registry.ts';
import { SealError } from '../errors.ts';
import type { Keyring } from '../keyring/keyring.ts';
import { reading, writing } from '../tables.ts';
import { type TeamName, teamId } from './team-name.ts';

// Every public key comes through here before anything is sealed to it. One without the keyring's mark
// was put there by somebody else: refuse, raise the alarm, close the intake (3.1, N13, N14).

/** A public key that may be sealed to. */
export type CheckedKey = { pub: Uint8Array };
export type CheckedTeam = CheckedKey & TeamEpoch;
export type CheckedRecovery = CheckedKey & { n: number };

/** Throws `seal.registry` (unavailable) and closes the intake unless the mark is right. */
export function requireMark(keyring: Keyring, entry: RegistryEntry, mac: Uint8Array | null): void {
  if (mac !== null && registryMatches(keyring.mac, entry, mac)) return;
  keyring.intake.close('seal.registry');
  throw new SealError('unavailable', 'seal.registry');
}

/**
 * The team's present key, its row locked against rotation until the transaction ends: otherwise a seal
 * to an epoch just destroyed could open for nobody.
 */
export async function teamToSealTo(tx: Tx, keyring: Keyring, name: TeamName): Promise<CheckedTeam> {
  const id = teamId(keyring, name);
  // A rotation that commits while we wait for the lock leaves no row: the new epoch shows on the next look.
  for (let look = 0; look < 3; look += 1) {
    const row = await writing(tx)
      .selectFrom('platform.team')
      .select(['id', 'epoch', 'pub', 'mac'])
      .where('id', '=', id)
      .where('slug', '=', name)
      .where('state', '=', 'active')
      .forShare()
      .executeTakeFirst();
    if (row === undefined) continue;
    requireMark(keyring, { kind: 'team', id, epoch: row.epoch, pub: row.pub }, row.mac);
    return { team: row.id, epoch: row.epoch, pub: row.pub };
  }
  throw new SealError('unavailable', 'seal.no-team');
}

/** A person's key, if they are here to use it. */
export async function personToSealTo(db: Db, keyring: Keyring, id: string): Promise<CheckedKey> {
  const row = await reading(db)
    .selectFrom('platform.person')
    .select(['pub', 'pub_mac'])
    .where('id', '=', id)
    .where('state', 'in', ['waiting', 'active'])
    .executeTakeFirst();
  if (row === undefined || row.pub === null) throw new SealError('conflict', 'seal.no-person-key');
  requireMark(keyring, { kind: 'user', id, pub: row.pub }, row.pub_mac);
  return { pub: row.pub };
}

/**
 * The recovery keys that team keys are sealed to: the active one, and what was printed since. Papers that were never typed
 * back may be lost, so those before them still open everything.
 */
export async function recoveriesToSealTo(db: Db, keyring: Keyring): Promise<CheckedRecovery[]> {
  const rows = await reading(db)
    .selectFrom('platform.recovery')
    .select(['n', 'pub', 'pub_mac'])
    .where('state', '<>', 'spent')
    .execute();
  if (rows.length === 0) throw new SealError('conflict', 'seal.no-recovery');
  return rows.map(({ n, pub, pub_mac }) => {
    requireMark(keyring, { kind: 'recovery', id: String(n), pub }, pub_mac);
    return { n, pub };
  });
}
