// SPDX-License-Identifier: EUPL-1.2
import { type Actor, atomically, type Ctx, personOf } from '#platform/ctx';
import type { Db } from '#platform/db';
import { keyringOf, resealBatch, type TeamName, teamId } from '#platform/seal';
import { errors } from '../errors.ts';
import { reading } from '../tables.ts';
import { teamsHeldBy } from './take-keys.ts';

// Half a millisecond an object: what one press of the button moves takes about a second.
const BATCHES = 10;

/** How many objects of a team still lie under one of its old keys. */
export interface Moving {
  team: TeamName;
  left: number;
}

/** The teams of this person that are moving to a new key; any member can go on where another stopped. */
export async function moving(db: Db, actor: Actor): Promise<Moving[]> {
  const teams = await teamsHeldBy(db, personOf(actor));
  const all = await Promise.all(teams.map(async (team) => ({ team, left: await countLeft(db, team) })));
  return all.filter(({ left }) => left > 0);
}

async function countLeft(db: Db, team: TeamName): Promise<number> {
  const id = teamId(keyringOf(db), team);
  const { n } = await reading(db)
    .selectFrom('platform.seal as seal')
    .innerJoin('platform.team as team', (join) =>
      join.onRef('team.id', '=', 'seal.to_id').on('team.state', '=', 'active'),
    )
    .select((is) => is.fn.countAll<number>().as('n'))
    .where('seal.to_kind', '=', 'team')
    .where('seal.to_id', '=', id)
    .whereRef('seal.epoch', '<', 'team.epoch')
    .executeTakeFirstOrThrow();
  return Number(n);
}

/** Moves the next objects of a team to its present key, each batch in a transaction of its own. */
export async function resealSome(ctx: Ctx, team: TeamName): Promise<void> {
  const { keys } = ctx;
  if (keys === null) throw errors('cannot-grant');
  for (let batch = 0; batch < BATCHES; batch += 1) {
    const done = await atomically(ctx, async (inner) => {
      const step = await resealBatch(inner.db, keyringOf(inner.db), { keys, team });
      inner.audit({ act: 'object.reseal', kind: 'team', id: null, code: `${team}-${step.moved}` });
      return step;
    });
    // What is left then waits for a member who holds that older key.
    if (done.left === 0 || done.moved === 0) return;
  }
}
