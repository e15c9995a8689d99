// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import type { Tx } from '#platform/db';
import { kinds } from '../registry.ts';
import { writing } from '../tables.ts';
import { facetKey, termIds } from './term-ids.ts';

/** Records that link to this one through a facet, and may show it, gain the facet of it. */
export async function addLinkFacet(tx: Tx, target: number): Promise<void> {
  const term = (await termIds(tx, [['record', String(target)]])).get(facetKey(['record', String(target)]));
  const { names, fields } = facetLinks();
  if (names.length === 0 || term === undefined) return;
  await sql`update records.shown s
    set facets = case when s.seen >= t.seen
      then (select array_agg(distinct f order by f) from unnest(s.facets || ${term}::int) f)
      else array_remove(s.facets, ${term}::int) end
    from records.shown t
    where t.record = ${target} and t.face = 0 and s.face = 0 and s.record <> ${target}
      and exists (select from records.link l where l.source = s.record and l.face = 0 and l.target = ${target}
        and (s.kind, l.field) in (select * from unnest(${names}::text[], ${fields}::text[])))`.execute(
    writing(tx),
  );
}

/** Nobody may count what is no longer shown. */
export async function dropLinkFacet(tx: Tx, target: number): Promise<void> {
  await sql`update records.shown s set facets = array_remove(s.facets, t.id)
    from records.term t
    where t.scheme = 'record' and t.code = ${String(target)} and s.face = 0 and s.facets @> array[t.id]`.execute(
    writing(tx),
  );
}

function facetLinks(): { names: string[]; fields: string[] } {
  const pairs = kinds().flatMap((kind) =>
    Object.entries(kind.fields)
      .filter(([, { as, facet, seen }]) => facet && seen === 'public' && (as === 'link' || as === 'links'))
      .map(([field]) => ({ name: kind.name, field })),
  );
  return { names: pairs.map(({ name }) => name), fields: pairs.map(({ field }) => field) };
}
