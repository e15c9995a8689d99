// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import type { Db } from '#platform/db';
import { categoryById } from '../categories.ts';
import { readHost } from '../lists/host-name.ts';
import { hostOfKey, keysAbove, nameKey } from '../name-key.ts';
import { inForceFor, type ListRating, resolveLists } from '../resolve.ts';
import { type DecisionState, type Needs, reading, type Scope } from '../tables.ts';
import { freshSources } from './fresh-sources.ts';

/** What one list says about a host, by its own name or one above. */
export interface ClaimShown {
  source: string;
  sourceId: string;
  group: string;
  category: string;
  host: string;
  below: boolean;
  since: string;
  /** False where the list is too old to be heard. */
  isHeard: boolean;
}

export interface DecisionShown {
  scope: Scope;
  minAge: number;
  blockEveryone: boolean;
  state: DecisionState;
  needs: Needs;
  proposedAt: Date;
}

/** Everything the desk may see about one exact host, and what the rule makes of the lists. Guarded words are not here. */
export interface HostClaims {
  host: string;
  claims: ClaimShown[];
  /** Single pages that lists name; they never count for the host. */
  addresses: { source: string; path: string; category: string }[];
  rating: ListRating;
  decisions: DecisionShown[];
}

/** Null where `typed` is no host. */
export async function claimsAbout(db: Db, typed: string, now: Date): Promise<HostClaims | null> {
  const { host } = readHost(typed.trim());
  if (host === null) return null;
  const key = nameKey(host);
  const voices = await freshSources(db, now);
  const rows = await claimRows(db, key);
  const heard = rows.flatMap(({ number, name, category, below }) => {
    const group = voices.get(number);
    return group === undefined ? [] : [{ name, category, below, group }];
  });
  return {
    host,
    claims: rows.map(({ number, name, category, ...row }) => ({
      ...row,
      host: hostOfKey(name),
      category: categoryById(category)?.code ?? '',
      isHeard: voices.has(number),
    })),
    addresses: await addressRows(db, key),
    rating: resolveLists(inForceFor(key, heard)),
    decisions: await decisionRows(db, key),
  };
}

function claimRows(db: Db, key: string) {
  return reading(db)
    .selectFrom('ratings.claim as c')
    .innerJoin('ratings.source as s', 's.number', 'c.source')
    .select([
      's.name as source',
      's.id as sourceId',
      's.number',
      's.independence_group as group',
      'c.name',
      'c.category',
      'c.below',
      'c.since',
    ])
    .where((where) =>
      where.or([
        where('c.name', '=', key),
        where.and([where('c.below', '=', true), sql<boolean>`c.name = any(${keysAbove(key)}::text[])`]),
      ]),
    )
    .orderBy('c.name', 'desc')
    .orderBy('s.name')
    .execute();
}

async function addressRows(db: Db, key: string): Promise<HostClaims['addresses']> {
  const rows = await reading(db)
    .selectFrom('ratings.address_claim as c')
    .innerJoin('ratings.source as s', 's.number', 'c.source')
    .select(['s.name as source', 'c.path', 'c.category'])
    .where('c.name', '=', key)
    .orderBy('c.path')
    .limit(100)
    .execute();
  return rows.map((row) => ({ ...row, category: categoryById(row.category)?.code ?? '' }));
}

function decisionRows(db: Db, key: string): Promise<DecisionShown[]> {
  return reading(db)
    .selectFrom('ratings.decision')
    .select([
      'scope',
      'min_age as minAge',
      'block_everyone as blockEveryone',
      'state',
      'needs',
      'proposed_at as proposedAt',
    ])
    .where('name', '=', key)
    .orderBy('proposed_at', 'desc')
    .limit(50)
    .execute();
}
