// SPDX-License-Identifier: EUPL-1.2

import { read, write } from '../../db/handle.ts';
import { type Db, transaction } from '../../db/index.ts';
import { reading, writing } from '../tables.ts';
import { idOn } from './staff.ts';

interface SealTables {
  'platform.team_grant': {
    team_id: string;
    epoch: number;
    holder: string;
    holder_id: string;
    sealed: Buffer;
  };
  'platform.team': { id: string; slug: string; state: string };
  'platform.seal': { object_id: string; to_id: string; epoch: number };
}

/** What somebody who can write the database would do: changes a person's row behind everybody's back. */
export async function writeRow(db: Db, page: string, columns: { pub: Buffer }): Promise<void> {
  await transaction(db, async (tx) => {
    await writing(tx).updateTable('platform.person').set(columns).where('id', '=', idOn(page)).execute();
  });
}

/** How many rows of a person a thief or a clerk would find. */
export async function countWays(db: Db, person: string): Promise<{ sessions: number; unlocks: number }> {
  const sessions = await reading(db)
    .selectFrom('platform.session')
    .select('id')
    .where('user_id', '=', person)
    .execute();
  const unlocks = await reading(db)
    .selectFrom('platform.unlock')
    .select('id')
    .where('user_id', '=', person)
    .execute();
  return { sessions: sessions.length, unlocks: unlocks.length };
}

export interface GrantRow {
  team: string;
  epoch: number;
  sealed: Buffer;
}

/** The team keys that lie sealed to a person. */
export async function grantsOf(db: Db, person: string): Promise<GrantRow[]> {
  return read<SealTables>(db)
    .selectFrom('platform.team_grant')
    .select(['team_id as team', 'epoch', 'sealed'])
    .where('holder_id', '=', person)
    .execute();
}

/** What a thief does who kept the rows of an older copy. */
export async function putBack(db: Db, person: string, rows: readonly GrantRow[]): Promise<void> {
  await transaction(db, async (tx) => {
    for (const { team, ...row } of rows) {
      await write<SealTables>(tx)
        .insertInto('platform.team_grant')
        .values({ team_id: team, holder: 'user', holder_id: person, ...row })
        .execute();
    }
  });
}

/** Which epoch of a team each of its objects is sealed to. */
export async function teamSeals(db: Db, team: string): Promise<{ object: string; epoch: number }[]> {
  return read<SealTables>(db)
    .selectFrom('platform.seal')
    .innerJoin('platform.team', (join) =>
      join.onRef('platform.team.id', '=', 'platform.seal.to_id').on('platform.team.state', '=', 'active'),
    )
    .select(['platform.seal.object_id as object', 'platform.seal.epoch'])
    .where('platform.team.slug', '=', team)
    .execute();
}
