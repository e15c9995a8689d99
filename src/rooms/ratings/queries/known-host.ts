// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import type { Db } from '#platform/db';
import { CATEGORIES, categoryById } from '../categories.ts';
import type { KnownAs } from '../decision.ts';
import { isPublicSuffix, readHost } from '../lists/host-name.ts';
import { keysAbove, keysBelow, nameKey } from '../name-key.ts';
import { inForceFor, type Standing, standingOf } from '../resolve.ts';
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
  const rows = await reading(db)
    .selectFrom('ratings.claim')
    .select(['name', 'category', 'below'])
    .where('category', 'in', CAREFUL)
    .where(sql<boolean>`name = any(${[key, ...keysAbove(key)]}::text[])`)
    .execute();
  const claims = inForceFor(
    key,
    rows.map((row) => ({ ...row, group: 0 })),
  );
  return {
    host: read.host,
    standing: standingOf(claims),
    isShared: isPublicSuffix(read.host) || claims.some(isAboutMany),
    isHelp: claims.some(({ category }) => categoryById(category)?.isHelp === true),
    below: await standingBelow(db, key),
  };
}

const isAboutMany = ({ category }: { category: number }) => categoryById(category)?.kind === 'many-people';

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
  return standingOf(rows.map(({ category }) => ({ category, group: 0 })));
}
