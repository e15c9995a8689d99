// SPDX-License-Identifier: EUPL-1.2

import { foldText } from '@rowan/words';
import { sql } from 'kysely';
import type { Tx } from '#platform/db';
import { placeFiles } from '../files/file-use.ts';
import type { Face } from '../record.ts';
import type { Held } from '../store/held.ts';
import { reading, writing } from '../tables.ts';
import { type Facet, type FaceView, viewOf } from './face.ts';
import { addLinkFacet, dropLinkFacet } from './link-facets.ts';
import { facetKey, termIds } from './term-ids.ts';
import { fullText, headText } from './vectors.ts';

/**
 * Makes what readers find of this record anew, on the faces given. Where it appears or goes, records that link to it
 * gain or lose the facet of it.
 */
export async function project(tx: Tx, held: Held, faces: readonly Face[]): Promise<void> {
  const views = faces.map((face) => ({ face, view: viewOf(held, face) }));
  const tags = await tagsOf(tx, held.id);
  const first = await firstDay(tx, held);
  const linked = await visibleTargets(tx, views);
  const facetsOn = ({ face, view }: Placed): Facet[] =>
    view === null ? [] : [...view.facets, yearOf(dayOn(view, first)), ...tags, ...linked(face, view)];
  const ids = await termIds(tx, views.flatMap(facetsOn), new Set(tags.map(([scheme]) => scheme)));
  for (const placed of views) {
    const { face, view } = placed;
    const was = await takeAway(tx, held.id, face);
    await placeFiles(tx, { record: held.id, face, files: view?.files ?? [] });
    if (view !== null) {
      const facets = facetsOn(placed).flatMap((facet) => ids.get(facetKey(facet)) ?? []);
      await place(tx, { held, face, view, day: dayOn(view, first), facets });
    }
    if (face === 0 && view !== null && was !== view.seen) await addLinkFacet(tx, held.id);
    if (face === 0 && view === null && was !== null) await dropLinkFacet(tx, held.id);
  }
}

interface Placed {
  face: Face;
  view: FaceView | null;
}

const dayOn = (view: FaceView, first: string) => view.day ?? first;
const yearOf = (day: string): Facet => ['year', day.slice(0, 4)];

async function tagsOf(tx: Tx, record: number): Promise<Facet[]> {
  const rows = await reading(tx)
    .selectFrom('records.tag')
    .select(['scheme', 'code'])
    .where('record', '=', record)
    .execute();
  return rows.map(({ scheme, code }) => [scheme, code]);
}

/** The day of the first publication; of its beginning before that, for staff. */
async function firstDay(tx: Tx, held: Held): Promise<string> {
  const first = await reading(tx)
    .selectFrom('records.edition')
    .select('at')
    .where('record', '=', held.id)
    .where('no', '=', 1)
    .executeTakeFirst();
  return (first?.at ?? held.madeAt).toISOString().slice(0, 10);
}

/**
 * Which linked records become facets: on face 0 those that whoever sees this record may see. They are held until the
 * transaction ends, so that none appears or goes unseen meanwhile.
 */
async function visibleTargets(tx: Tx, views: readonly Placed[]) {
  const face0 = views.find(({ face }) => face === 0)?.view?.linked ?? [];
  const seen = new Map<number, number>();
  if (face0.length > 0) {
    await sql`select from records.record where id = any(${face0}::bigint[]) order by id for share`.execute(
      writing(tx),
    );
    const rows = await reading(tx)
      .selectFrom('records.shown')
      .select(['record', 'seen'])
      .where('face', '=', 0)
      .where('record', 'in', face0)
      .execute();
    for (const row of rows) seen.set(row.record, row.seen);
  }
  return (face: Face, view: FaceView): Facet[] =>
    view.linked
      .filter((id) => face === 1 || (seen.get(id) ?? Number.POSITIVE_INFINITY) <= view.seen)
      .map((id) => ['record', String(id)]);
}

/** Answers who saw the record on this face; null where nobody did. */
async function takeAway(tx: Tx, record: number, face: Face): Promise<number | null> {
  await writing(tx)
    .deleteFrom('records.link')
    .where('source', '=', record)
    .where('face', '=', face)
    .execute();
  await writing(tx)
    .deleteFrom('records.shown_words')
    .where('record', '=', record)
    .where('face', '=', face)
    .execute();
  const gone = await writing(tx)
    .deleteFrom('records.shown')
    .where('record', '=', record)
    .where('face', '=', face)
    .returning('seen')
    .executeTakeFirst();
  return gone?.seen ?? null;
}

interface Placing {
  held: Held;
  face: Face;
  view: FaceView;
  day: string;
  facets: readonly number[];
}

async function place(tx: Tx, { held, face, view, day, facets }: Placing): Promise<void> {
  const { id: record, kind, org } = held;
  const common = { record, face, kind: kind.name, seen: view.seen };
  const sorted = [...new Set(facets)].sort((a, b) => a - b);
  await writing(tx)
    .insertInto('records.shown')
    .values({ ...common, org, day, facets: sorted })
    .execute();
  for (const { lang, title, lede, texts } of view.words) {
    await sql`insert into records.shown_words (record, face, lang, seen, kind, title, lede, fold, head, tsv)
      values (${record}, ${face}, ${lang}, ${view.seen}, ${kind.name}, ${title}, ${lede}, ${foldText(texts.A.join(' '))},
        ${headText(texts.A, lang)}::tsvector, ${fullText(texts, lang)}::tsvector)`.execute(writing(tx));
  }
  if (view.links.length === 0) return;
  await writing(tx)
    .insertInto('records.link')
    .values(view.links.map((link) => ({ ...link, face, source: record })))
    .execute();
}
