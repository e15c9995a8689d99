// SPDX-License-Identifier: EUPL-1.2
import type { Db, Tx } from '#platform/db';
import { equalBytes } from '../crypto/bytes.ts';
import { context } from '../crypto/contexts.ts';
import { openKey, sealKey } from '../crypto/hpke.ts';
import { registryMac } from '../crypto/registry.ts';
import { SealError } from '../errors.ts';
import type { Keyring } from '../keyring/keyring.ts';
import { type Keys, teamKey } from '../objects/keys.ts';
import { renewKeyList } from '../signing/key-list-store.ts';
import { reading, writing } from '../tables.ts';
import { personToSealTo, requireMark } from '../teams/checked-keys.ts';
import { grantEpochToRecovery } from '../teams/team-epoch.ts';
import { type Half, joinHalves, makeHalves, printHalf } from './halves.ts';
import { type RecoveryKeys, recoveryKeys } from './recovery-keys.ts';

/** The two papers, as text to print and then forget. */
export type PrintedRecovery = { n: number; a: string; b: string };

const rootId = (n: number) => `${n}/root`;

/**
 * Makes the next recovery key. Only its public sides are stored, as `printed`: it counts once both
 * halves were typed back (confirmRecovery).
 */
export async function makeRecovery(tx: Tx, keyring: Keyring, now: Date): Promise<PrintedRecovery> {
  const last = await writing(tx)
    .selectFrom('platform.recovery')
    .select('n')
    .orderBy('n', 'desc')
    .executeTakeFirst();
  const n = (last?.n ?? 0) + 1;
  const { seed, a, b } = makeHalves(n);
  const keys = recoveryKeys(seed);
  const printed = { n, a: printHalf(a), b: printHalf(b) };
  for (const secret of [seed, a.bytes, b.bytes, keys.seal.priv]) secret.dispose();
  const { pub } = keys.seal;
  await writing(tx)
    .insertInto('platform.recovery')
    .values({
      n,
      pub: Buffer.from(pub),
      pub_mac: registryMac(keyring.mac, { kind: 'recovery', id: String(n), pub }),
      root_pub: Buffer.from(keys.root.pub),
      root_mac: registryMac(keyring.mac, { kind: 'recovery', id: rootId(n), pub: keys.root.pub }),
      state: 'printed',
      made_at: now,
    })
    .execute();
  return printed;
}

/** What the health page may know. `root_pub` is what edges pin; its mark was checked. */
export type RecoveryRecord = {
  n: number;
  state: 'printed' | 'active' | 'spent';
  pub: Buffer;
  root_pub: Buffer;
  made_at: Date;
  rehearsed_at: Date | null;
};

export async function recoveryRecords(db: Db, keyring: Keyring): Promise<RecoveryRecord[]> {
  const rows = await reading(db).selectFrom('platform.recovery').selectAll().orderBy('n').execute();
  return rows.map(({ pub_mac, root_mac, ...row }) => {
    requireMark(keyring, { kind: 'recovery', id: String(row.n), pub: row.pub }, pub_mac);
    requireMark(keyring, { kind: 'recovery', id: rootId(row.n), pub: row.root_pub }, root_mac);
    return row;
  });
}

/**
 * Both halves were typed: compares the public key, opens nothing. The first time it makes the key the
 * active one and every other spent, whose grants are deleted; later it is the rehearsal. The root that both
 * halves hold signs the next key list, whose serial is the answer. Throws `seal.recovery-halves`, and
 * `seal.recovery-lacks` (conflict) while a team's key is not sealed to what would take over.
 */
export async function confirmRecovery(
  tx: Tx,
  keyring: Keyring,
  typed: { halves: readonly [Half, Half]; now: Date },
): Promise<number> {
  const { n, keys } = await joinChecked(tx, keyring, typed.halves);
  keys.seal.priv.dispose();
  await takeOver(tx, n);
  await writing(tx)
    .updateTable('platform.recovery')
    .set({ state: 'active', rehearsed_at: typed.now })
    .where('n', '=', n)
    .execute();
  const { serial } = await renewKeyList(tx, keyring, { root: keys.root, n, now: typed.now });
  return serial;
}

async function takeOver(tx: Tx, n: number): Promise<void> {
  const { state } = await writing(tx)
    .selectFrom('platform.recovery')
    .select('state')
    .where('n', '=', n)
    .executeTakeFirstOrThrow();
  if (state === 'active') return;
  if ((await teamsWithoutRecovery(tx, n)).length > 0) throw new SealError('conflict', 'seal.recovery-lacks');
  await writing(tx).updateTable('platform.recovery').set({ state: 'spent' }).where('n', '<>', n).execute();
  await writing(tx)
    .deleteFrom('platform.team_grant')
    .where('holder', '=', 'recovery')
    .where('holder_id', '<>', String(n))
    .execute();
}

/** The teams with a live key that recovery key `n` could not bring back. */
export async function teamsWithoutRecovery(db: Db, n: number): Promise<string[]> {
  const rows = await reading(db)
    .selectFrom('platform.team as team')
    .leftJoin('platform.team_grant as grant', (join) =>
      join
        .onRef('grant.team_id', '=', 'team.id')
        .onRef('grant.epoch', '=', 'team.epoch')
        .on('grant.holder', '=', 'recovery')
        .on('grant.holder_id', '=', String(n)),
    )
    .select('team.slug')
    .distinct()
    .where('team.state', '<>', 'destroyed')
    .where('grant.team_id', 'is', null)
    .orderBy('team.slug')
    .execute();
  return rows.map(({ slug }) => slug);
}

/**
 * The emergency: opens every live team key with the two papers and seals it to one person, who may
 * grant. The recovery key is spent: make the next one before, in the same transaction, and it gets every
 * team key too. That the console opened the window is the caller's rule. Returns how many keys came back.
 */
export async function recoverTeams(
  tx: Tx,
  keyring: Keyring,
  use: { halves: readonly [Half, Half]; person: string },
): Promise<number> {
  const { n, keys } = await joinChecked(tx, keyring, use.halves);
  using priv = keys.seal.priv;
  const { pub } = await personToSealTo(tx, keyring, use.person);
  const grants = await writing(tx)
    .selectFrom('platform.team_grant')
    .select(['team_id as team', 'epoch', 'sealed'])
    .where('holder', '=', 'recovery')
    .where('holder_id', '=', String(n))
    .execute();
  for (const { sealed, ...at } of grants) {
    using team = await openKey({ priv, context: context.teamToRecovery(at, n) }, sealed);
    await grantEpochToRecovery(tx, keyring, { at, priv: team });
    const forPerson = await sealKey({ pub, context: context.teamToUser(at, use.person) }, team);
    await writing(tx)
      .insertInto('platform.team_grant')
      .values({
        team_id: at.team,
        epoch: at.epoch,
        holder: 'user',
        holder_id: use.person,
        sealed: forPerson,
        can_grant: true,
      })
      .onConflict((row) =>
        row
          .columns(['team_id', 'epoch', 'holder', 'holder_id'])
          .doUpdateSet({ sealed: forPerson, can_grant: true }),
      )
      .execute();
  }
  await writing(tx).updateTable('platform.recovery').set({ state: 'spent' }).where('n', '=', n).execute();
  return grants.length;
}

/** Seals all team keys that a member holds to the recovery keys in use, after a new one was printed. */
export async function grantToRecovery(tx: Tx, keyring: Keyring, keys: Keys): Promise<number> {
  for (const at of keys.teams) {
    await grantEpochToRecovery(tx, keyring, { at, priv: await teamKey(keys, at) });
  }
  return keys.teams.length;
}

async function joinChecked(
  db: Db,
  keyring: Keyring,
  [one, other]: readonly [Half, Half],
): Promise<{ n: number; keys: RecoveryKeys }> {
  using seed = joinHalves(one, other);
  const keys = recoveryKeys(seed);
  const row = await reading(db)
    .selectFrom('platform.recovery')
    .select(['pub', 'pub_mac'])
    .where('n', '=', one.n)
    .where('state', '<>', 'spent')
    .executeTakeFirst();
  if (row === undefined || !equalBytes(row.pub, keys.seal.pub)) {
    keys.seal.priv.dispose();
    throw new SealError('conflict', 'seal.recovery-halves');
  }
  requireMark(keyring, { kind: 'recovery', id: String(one.n), pub: row.pub }, row.pub_mac);
  return { n: one.n, keys };
}
