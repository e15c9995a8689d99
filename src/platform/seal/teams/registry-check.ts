// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '#platform/db';
import { type RegistryEntry, registryMatches } from '../crypto/registry.ts';
import type { Keyring } from '../keyring/keyring.ts';
import { reading } from '../tables.ts';
import { type TeamName, teamId } from './team-name.ts';

type Marked = { entry: RegistryEntry; mac: Uint8Array | null };

/**
 * Whether a report may be taken in now: the desk and custody have a key with the keyring's mark, the
 * recovery key was typed back once, and no alarm stands. A wrong mark raises the alarm. Ask before the
 * form is shown, so that every process notices an exchanged key on its own.
 */
export async function intakeState(
  db: Db,
  keyring: Keyring,
): Promise<{ open: true } | { open: false; code: string }> {
  if (keyring.intake.alarm !== null) return { open: false, code: keyring.intake.alarm.code };
  for (const name of ['desk', 'custody'] as const) {
    const team = await activeTeam(db, keyring, name);
    if (team === null) return { open: false, code: 'seal.no-team' };
    if (!matches(keyring, team)) return closed(keyring);
  }
  const recovery = (await recoveryMarks(db)).filter(({ state }) => state === 'active');
  if (recovery.length === 0) return { open: false, code: 'seal.no-recovery' };
  return recovery.every((one) => matches(keyring, one)) ? { open: true } : closed(keyring);
}

/** Checks every public key that may be sealed to; the start and the health page ask. Number of wrong ones. */
export async function checkRegistry(db: Db, keyring: Keyring): Promise<number> {
  const teams = await reading(db)
    .selectFrom('platform.team')
    .select(['id', 'epoch', 'pub', 'mac'])
    .where('state', '<>', 'destroyed')
    .execute();
  const people = await reading(db)
    .selectFrom('platform.person')
    .select(['id', 'pub', 'pub_mac'])
    .where('state', '<>', 'left')
    .where('pub', 'is not', null)
    .execute();
  const marks: Marked[] = [
    ...teams.map(({ id, epoch, pub, mac }) => ({ entry: { kind: 'team' as const, id, epoch, pub }, mac })),
    ...people.map((row) => ({
      entry: { kind: 'user' as const, id: row.id, pub: row.pub ?? new Uint8Array() },
      mac: row.pub_mac,
    })),
    ...(await recoveryMarks(db)),
  ];
  const wrong = marks.filter((marked) => !matches(keyring, marked)).length;
  if (wrong > 0) closed(keyring);
  return wrong;
}

function closed(keyring: Keyring): { open: false; code: string } {
  keyring.intake.close('seal.registry');
  return { open: false, code: 'seal.registry' };
}

function matches(keyring: Keyring, { entry, mac }: Marked): boolean {
  return mac !== null && registryMatches(keyring.mac, entry, mac);
}

async function activeTeam(db: Db, keyring: Keyring, name: TeamName): Promise<Marked | null> {
  const id = teamId(keyring, name);
  const row = await reading(db)
    .selectFrom('platform.team')
    .select(['epoch', 'pub', 'mac'])
    .where('id', '=', id)
    .where('slug', '=', name)
    .where('state', '=', 'active')
    .executeTakeFirst();
  return row === undefined
    ? null
    : { entry: { kind: 'team', id, epoch: row.epoch, pub: row.pub }, mac: row.mac };
}

async function recoveryMarks(db: Db): Promise<(Marked & { state: string })[]> {
  const rows = await reading(db)
    .selectFrom('platform.recovery')
    .select(['n', 'pub', 'pub_mac', 'state'])
    .where('state', '<>', 'spent')
    .execute();
  return rows.map(({ n, pub, pub_mac, state }) => ({
    entry: { kind: 'recovery', id: String(n), pub },
    mac: pub_mac,
    state,
  }));
}
