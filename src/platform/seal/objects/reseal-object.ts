// SPDX-License-Identifier: EUPL-1.2
import type { Tx } from '#platform/db';
import { context } from '../crypto/contexts.ts';
import { sealKey } from '../crypto/hpke.ts';
import { SealError } from '../errors.ts';
import type { Keyring } from '../keyring/keyring.ts';
import { writing } from '../tables.ts';
import { type CheckedTeam, teamToSealTo } from '../teams/checked-keys.ts';
import type { TeamName } from '../teams/team-name.ts';
import type { Keys } from './keys.ts';
import { readKind, requireRecipients } from './kinds.ts';
import { openContentKey, type SealRow, sealRows, usableSeal } from './open-object.ts';

/**
 * Moves an object to a team: afterwards no other team, and no lease, opens it. A receipt's seal stays.
 * For reports that concern one of us, and for narrow legal holds (2.1, 2.10).
 */
export async function resealObject(
  tx: Tx,
  keyring: Keyring,
  move: { keys: Keys; id: string; to: TeamName },
): Promise<void> {
  const object = await writing(tx)
    .selectFrom('platform.object')
    .select('kind')
    .where('id', '=', move.id)
    .forUpdate()
    .executeTakeFirst();
  if (object === undefined) throw new SealError('not-found', 'seal.no-object');
  const seals = await sealRows(tx, [move.id]);
  const receipt = seals.some((seal) => seal.to_kind === 'receipt');
  requireRecipients(readKind(object.kind), { team: move.to, receipt });
  const seal = usableSeal(move.keys, seals);
  if (seal === undefined) throw new SealError('not-allowed', 'seal.no-key');
  const team = await teamToSealTo(tx, keyring, move.to);
  await addTeamSeal(tx, { keys: move.keys, seal, team });
  await writing(tx)
    .deleteFrom('platform.seal')
    .where('object_id', '=', move.id)
    .where('to_kind', '<>', 'receipt')
    .where((is) => is.not(is.and({ to_kind: 'team', to_id: team.team, epoch: team.epoch })))
    .execute();
}

/** Seals the key behind `seal` to a team's present key as well. */
export async function addTeamSeal(
  tx: Tx,
  { keys, seal, team }: { keys: Keys; seal: SealRow; team: CheckedTeam },
): Promise<void> {
  using contentKey = await openContentKey(keys, seal);
  const to = { pub: team.pub, context: context.objectToTeam(seal.object_id, team) };
  const sealed = await sealKey(to, contentKey);
  await writing(tx)
    .insertInto('platform.seal')
    .values({ object_id: seal.object_id, to_kind: 'team', to_id: team.team, epoch: team.epoch, sealed })
    .onConflict((row) => row.columns(['object_id', 'to_kind', 'to_id', 'epoch']).doNothing())
    .execute();
}
