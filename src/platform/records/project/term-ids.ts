// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import type { Tx } from '#platform/db';
import { writing } from '../tables.ts';
import type { Facet } from './face.ts';

/** Schemes whose terms are made as they are met: they say what a record is, not what a vocabulary offers. */
const MADE = new Set(['kind', 'state', 'lang', 'year', 'record']);

export const facetKey = ([scheme, code]: Facet): string => `${scheme} ${code}`;

/**
 * The numbers of these terms, those of merged terms being their successors'. Terms of vocabularies that nobody
 * seeded have none. `tags` are schemes that rooms compute, made as they are met too.
 */
export async function termIds(
  tx: Tx,
  facets: readonly Facet[],
  tags: ReadonlySet<string> = new Set(),
): Promise<Map<string, number>> {
  const wanted = new Map(facets.map((facet) => [facetKey(facet), facet]));
  const known = await findTerms(tx, [...wanted.values()]);
  const missing = [...wanted.values()]
    .filter((facet) => !known.has(facetKey(facet)) && (MADE.has(facet[0]) || tags.has(facet[0])))
    // Two who make the same terms at once wait for each other in one order.
    .sort((a, b) => (facetKey(a) < facetKey(b) ? -1 : 1));
  if (missing.length === 0) return known;
  await writing(tx)
    .insertInto('records.term')
    .values(missing.map(([scheme, code]) => ({ scheme, code, label: '{}' })))
    .onConflict((conflict) => conflict.columns(['scheme', 'code']).doNothing())
    .execute();
  return new Map([...known, ...(await findTerms(tx, missing))]);
}

async function findTerms(tx: Tx, facets: readonly Facet[]): Promise<Map<string, number>> {
  if (facets.length === 0) return new Map();
  const schemes = facets.map(([scheme]) => scheme);
  const codes = facets.map(([, code]) => code);
  const { rows } = await sql<{ scheme: string; code: string; id: number }>`
    with recursive asked as (
      select t.id, t.scheme, t.code, t.becomes
      from unnest(${schemes}::text[], ${codes}::text[]) as a (scheme, code)
        join records.term t on t.scheme = a.scheme and t.code = a.code
    ), followed as (
      select scheme, code, id, becomes, 0 as steps from asked
      union all
      select f.scheme, f.code, t.id, t.becomes, f.steps + 1
      from followed f join records.term t on t.id = f.becomes where f.steps < 20
    )
    select distinct on (scheme, code) scheme, code, id from followed order by scheme, code, steps desc`.execute(
    writing(tx),
  );
  return new Map(rows.map(({ scheme, code, id }) => [facetKey([scheme, code]), id]));
}
