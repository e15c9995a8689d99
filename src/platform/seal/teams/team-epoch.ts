// SPDX-License-Identifier: EUPL-1.2
import type { Tx } from '#platform/db';
import { context, type TeamEpoch } from '../crypto/contexts.ts';
import { sealKey } from '../crypto/hpke.ts';
import { registryMac } from '../crypto/registry.ts';
import type { Secret } from '../crypto/secret.ts';
import { makeKeyPair } from '../crypto/x25519.ts';
import type { Keyring } from '../keyring/keyring.ts';
import { writing } from '../tables.ts';
import { personToSealTo, recoveriesToSealTo } from './checked-keys.ts';
import { type TeamName, teamId } from './team-name.ts';

/** Who holds a team's key, and whether they may give it to others. */
export type Member = { person: string; canGrant: boolean };

/** Seals a team's private key to a person, or lets a member's right to grant be changed. */
export async function grantEpoch(
  tx: Tx,
  keyring: Keyring,
  grant: { at: TeamEpoch; priv: Secret } & Member,
): Promise<void> {
  const { pub } = await personToSealTo(tx, keyring, grant.person);
  const sealed = await sealKey({ pub, context: context.teamToUser(grant.at, grant.person) }, grant.priv);
  await writing(tx)
    .insertInto('platform.team_grant')
    .values({
      team_id: grant.at.team,
      epoch: grant.at.epoch,
      holder: 'user',
      holder_id: grant.person,
      sealed,
      can_grant: grant.canGrant,
    })
    .onConflict((row) =>
      row
        .columns(['team_id', 'epoch', 'holder', 'holder_id'])
        .doUpdateSet({ sealed, can_grant: grant.canGrant }),
    )
    .execute();
}

/** Seals a team's private key to the recovery keys in use, so that two papers can bring it back. */
export async function grantEpochToRecovery(
  tx: Tx,
  keyring: Keyring,
  grant: { at: TeamEpoch; priv: Secret },
): Promise<void> {
  for (const { n, pub } of await recoveriesToSealTo(tx, keyring)) {
    const sealed = await sealKey({ pub, context: context.teamToRecovery(grant.at, n) }, grant.priv);
    await writing(tx)
      .insertInto('platform.team_grant')
      .values({
        team_id: grant.at.team,
        epoch: grant.at.epoch,
        holder: 'recovery',
        holder_id: String(n),
        sealed,
        can_grant: false,
      })
      .onConflict((row) => row.columns(['team_id', 'epoch', 'holder', 'holder_id']).doUpdateSet({ sealed }))
      .execute();
  }
}

/** Makes a new key pair for a team and hands it to its members and to recovery. Forgets it at once. */
export async function addEpoch(
  tx: Tx,
  keyring: Keyring,
  made: { name: TeamName; epoch: number; members: readonly Member[]; now: Date },
): Promise<void> {
  const at = { team: teamId(keyring, made.name), epoch: made.epoch };
  const { priv, pub } = makeKeyPair();
  using _wiped = priv;
  await writing(tx)
    .insertInto('platform.team')
    .values({
      id: at.team,
      slug: made.name,
      epoch: at.epoch,
      pub: Buffer.from(pub),
      mac: registryMac(keyring.mac, { kind: 'team', id: at.team, epoch: at.epoch, pub }),
      state: 'active',
      made_at: made.now,
    })
    .execute();
  for (const member of made.members) await grantEpoch(tx, keyring, { at, priv, ...member });
  await grantEpochToRecovery(tx, keyring, { at, priv });
}
