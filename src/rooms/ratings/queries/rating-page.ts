// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import type { Db } from '#platform/db';
import { hostOfKey, keysAbove, nameKey } from '../name-key.ts';
import { reading, type Scope, type Sure } from '../tables.ts';
import { mayBeRated } from './rated-names.ts';

/** A rating as it held for some time. */
export interface RatingThen {
  minAge: number;
  blockEveryone: boolean;
  from: Date;
  to: Date;
}

/** What the public may read about a host that a person rated. */
export interface PublicRating {
  /** The host that was rated: the one asked for, or one above it. */
  host: string;
  scope: Scope;
  minAge: number;
  blockEveryone: boolean;
  categories: string[];
  reasons: string[];
  words: string;
  wordsLang: string | null;
  sure: Sure;
  topics: Record<string, number>;
  since: Date;
  nextCheck: string | null;
  expiresAt: Date | null;
  /** Earlier ratings of the same host and reach, the newest first. */
  history: RatingThen[];
}

/**
 * The rating that holds for a host (lower-case ASCII) because a person decided it: its own, or the nearest above that
 * reaches below. Null for every other host, and nothing here looks at why: listed by somebody, guarded and never seen
 * take the same way and the same answer (H1, H17).
 */
export async function ratingFor(db: Db, host: string): Promise<PublicRating | null> {
  const key = nameKey(host);
  if (!mayBeRated(db, key)) return null;
  const row = await reading(db)
    .selectFrom('ratings.decision')
    .selectAll()
    .where('state', '=', 'released')
    .where((where) =>
      where.or([
        where('name', '=', key),
        where.and([where('scope', '=', 'subtree'), sql<boolean>`name = any(${keysAbove(key)}::text[])`]),
      ]),
    )
    // The longest name is the nearest; of one name, the word about it alone is nearer than the one about all below.
    .orderBy(sql`length(name)`, 'desc')
    .orderBy('scope')
    .executeTakeFirst();
  const history = await historyOf(db, row?.name ?? key, row?.scope ?? 'host');
  if (row === undefined || row.released_at === null) return null;
  return {
    host: hostOfKey(row.name),
    scope: row.scope,
    minAge: row.min_age,
    blockEveryone: row.block_everyone,
    categories: row.categories,
    reasons: row.reasons,
    words: row.words,
    wordsLang: row.words_lang,
    sure: row.sure,
    topics: row.topics,
    since: row.released_at,
    nextCheck: row.next_check,
    expiresAt: row.expires_at,
    history,
  };
}

/** What was undone was a mistake and is not told; what was replaced or ran out is history. */
async function historyOf(db: Db, name: string, scope: Scope): Promise<RatingThen[]> {
  const rows = await reading(db)
    .selectFrom('ratings.decision')
    .select(['min_age', 'block_everyone', 'released_at', 'ended_at'])
    .where('name', '=', name)
    .where('scope', '=', scope)
    .where('state', 'in', ['replaced', 'expired'])
    .orderBy('ended_at', 'desc')
    .limit(20)
    .execute();
  return rows.flatMap(({ min_age, block_everyone, released_at, ended_at }) =>
    released_at === null || ended_at === null
      ? []
      : [{ minAge: min_age, blockEveryone: block_everyone, from: released_at, to: ended_at }],
  );
}
