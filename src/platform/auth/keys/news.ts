// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import { type Actor, personOf, type TxCtx } from '#platform/ctx';
import type { Db } from '#platform/db';
import { keyringOf, type TeamName, teamsOf } from '#platform/seal';
import { type NewsAct, reading, writing } from '../tables.ts';

const DAY = 24 * 3_600_000;
const SHOWN: Record<NewsAct, number> = { granted: 7 * DAY, left: 7 * DAY, recovered: 30 * DAY };

/** Something every member of a team must see: who was given its key, who lost it, and by whom (2.4). */
export interface KeyNews {
  id: string;
  team: string;
  act: NewsAct;
  who: string;
  /** Null: the console did it. */
  by: string | null;
  at: Date;
}

export async function addNews(
  ctx: TxCtx,
  news: { team: TeamName; act: NewsAct; person: string },
): Promise<void> {
  await writing(ctx.db)
    .insertInto('platform.team_news')
    .values({
      id: randomUUID(),
      ...news,
      by_person: ctx.actor.kind === 'person' ? ctx.actor.id : null,
      at: ctx.now,
      until: new Date(ctx.now.getTime() + SHOWN[news.act]),
    })
    .execute();
}

/**
 * What this person is to be told now, newest first; for the banner of the desk. Changes of a key concern its
 * team; that the recovery papers were used concerns everybody here.
 */
export async function keyNews(db: Db, actor: Actor, now: Date): Promise<KeyNews[]> {
  const teams = await teamsOf(db, keyringOf(db), personOf(actor));
  return reading(db)
    .selectFrom('platform.team_news as news')
    .innerJoin('platform.person as who', 'who.id', 'news.person')
    .leftJoin('platform.person as giver', 'giver.id', 'news.by_person')
    .select(['news.id', 'news.team', 'news.act', 'who.alias as who', 'giver.alias as by', 'news.at'])
    .where((is) => is.or([is('news.act', '=', 'recovered'), is('news.team', 'in', ['', ...teams])]))
    .where('news.until', '>', now)
    .orderBy('news.at', 'desc')
    .limit(20)
    .execute();
}
