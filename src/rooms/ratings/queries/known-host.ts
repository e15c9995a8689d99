// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import type { Db } from '#platform/db';
import { CATEGORIES, categoryById } from '../categories.ts';
import type { KnownAs } from '../decision.ts';
import { isPublicSuffix, readHost } from '../lists/host-name.ts';
import { keysAbove, keysBelow, nameKey } from '../name-key.ts';
import { type Standing, standingOf } from '../resolve.ts';
import { reading } from '../tables.ts';

/** How the world knows a host, for whoever is about to decide about it. */
export interface KnownHost extends KnownAs {
  /** In lower-case ASCII. */
  host: string;
  /** Helplines and the like: let through whatever a household chose. */
  isHelp: boolean;
}

const CAREFUL = CATEGORIES.filter(({ kind }) => kind !== 'content' && kind !== 'danger').map(({ id }) => id);

/**
 * How lists know a host: by its own name, by names above that speak for everything below, and what stands below it.
 * Every list counts here, read lately or not: this only ever asks for more care. Null where `host` is no host.
 */
export async function checkHost(db: Db, host: string): Promise<KnownHost | null> {
  const read = readHost(host);
  if (read.host === null) return null;
  const key = nameKey(read.host);
  const above = await reading(db)
    .selectFrom('ratings.claim')
    .select('category')
    .where('category', 'in', CAREFUL)
    .where((where) =>
      where.or([
        where('name', '=', key),
        where.and([sql<boolean>`name = any(${keysAbove(key)}::text[])`, where('below', '=', true)]),
      ]),
    )
    .execute();
  return {
    host: read.host,
    standing: standingOf(above.map(voiced)),
    isShared:
      isPublicSuffix(read.host) ||
      above.some(({ category }) => categoryById(category)?.kind === 'many-people'),
    isHelp: above.some(({ category }) => categoryById(category)?.isHelp === true),
    below: await standingBelow(db, key),
  };
}

async function standingBelow(db: Db, key: string): Promise<Standing | null> {
  const { after, before } = keysBelow(key);
  const rows = await reading(db)
    .selectFrom('ratings.claim')
    .select('category')
    .distinct()
    .where('name', '>', after)
    .where('name', '<', before)
    .where('category', 'in', CAREFUL)
    .execute();
  return standingOf(rows.map(voiced));
}

const voiced = ({ category }: { category: number }) => ({ category, group: 0 });
