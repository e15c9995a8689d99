// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import type { Db } from '#platform/db';
import type { View } from '#platform/ui';
import type { Kind } from '../kind/kind.ts';
import { kindsKey, label } from '../pages/labels.ts';
import { termLabel } from '../queries/vocabulary.ts';
import { kinds } from '../registry.ts';
import { termsOf } from '../store/terms.ts';
import { linkedTitles } from '../store/titles.ts';
import { reading } from '../tables.ts';

/** What news are about: a kind, a term by which lists are narrowed, or one record and what links to it. */
export interface Subject {
  scheme: string;
  code: string;
}

type Speaker = Pick<View, 't' | 'lang'>;

/** What it is called, in the reader's language; null where nobody can follow it among these kinds. */
export async function subjectWords(
  db: Db,
  view: Speaker,
  { scheme, code, among = kinds() }: Subject & { among?: readonly Kind[] },
): Promise<string | null> {
  const open = among.filter(({ seen }) => seen === 'public');
  if (scheme === 'kind') {
    const kind = open.find(({ name }) => name === code);
    return kind === undefined ? null : label(view, kindsKey(kind));
  }
  if (scheme === 'record') {
    const id = /^[1-9]\d{0,14}$/.test(code) ? Number(code) : 0;
    const titles = await linkedTitles(db, [id], { lang: view.lang, face: 0, level: 0 });
    const found = titles.get(id);
    return open.some(({ name }) => name === found?.kind) ? (found?.title ?? null) : null;
  }
  const isFollowed = open.some(({ fields }) =>
    Object.values(fields).some((field) => field.facet && field.scheme === scheme),
  );
  const term = isFollowed ? (await termsOf(db, scheme)).find((one) => one.code === code) : undefined;
  return term === undefined ? null : termLabel(view, term);
}

const MOST_NEWS = 30;

/** What everybody may see of it, of these kinds, that was published after `since`; the newest first. */
export async function newsAbout(
  db: Db,
  { scheme, code }: Subject,
  { since, until, kinds: among }: { since: Date; until: Date; kinds: readonly string[] },
): Promise<{ record: number; at: Date }[]> {
  const about =
    scheme === 'record'
      ? sql<boolean>`(s.record = ${code}::bigint or exists (select from records.link l
          where l.face = 0 and l.source = s.record and l.target = ${code}::bigint))`
      : sql<boolean>`s.facets && array(select t.id from records.term t
          where t.scheme = ${scheme} and t.code = ${code})`;
  const rows = await reading(db)
    .selectFrom('records.shown as s')
    .innerJoin('records.record as r', 'r.id', 's.record')
    .innerJoin('records.edition as e', (join) =>
      join.onRef('e.record', '=', 's.record').onRef('e.no', '=', 'r.edition'),
    )
    .select(['s.record', 'e.at'])
    .where('s.face', '=', 0)
    .where('s.seen', '=', 0)
    .where(sql<boolean>`s.kind = any(${[...among]}::text[])`)
    .where('e.at', '>', since)
    .where('e.at', '<=', until)
    .where(about)
    .orderBy('e.at', 'desc')
    .orderBy('s.record', 'desc')
    .limit(MOST_NEWS)
    .execute();
  return rows.map(({ record, at }) => ({ record: Number(record), at }));
}
