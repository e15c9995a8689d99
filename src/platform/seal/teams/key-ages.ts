// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '#platform/db';
import { reading } from '../tables.ts';
import type { TeamName } from './team-name.ts';

const DAY = 86_400_000;

/** After so many days a team gets a new key, also when nobody left (security.md 2.4). */
export const TEAM_KEY_DAYS = 90;

/** How old each team's present key is, in whole days. */
export async function teamKeyAges(db: Db, now: Date): Promise<{ team: TeamName; days: number }[]> {
  const rows = await reading(db)
    .selectFrom('platform.team')
    .select(['slug', 'made_at'])
    .where('state', '=', 'active')
    .orderBy('slug')
    .execute();
  return rows.map(({ slug, made_at }) => ({
    team: slug as TeamName,
    days: Math.floor((now.getTime() - made_at.getTime()) / DAY),
  }));
}
