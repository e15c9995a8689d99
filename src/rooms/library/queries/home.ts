// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '#platform/db';
import {
  kindsKey,
  type ListedRecord,
  label,
  listed,
  readRecords,
  type SearchResult,
  searchRecords,
  termLabel,
  termsOf,
} from '#platform/records';
import type { View } from '#platform/ui';
import { kinds } from '../kinds.ts';

const NEWEST = 8;
const MOST_GUIDES = 200;
// Found on the page of their law; by themselves they say little.
const PARTS = ['provision', 'duty'];
const names = kinds.filter(({ seen }) => seen === 'public').map(({ name }) => name);

export interface GuideLink {
  id: number;
  title: string;
  lang: string;
  audience: string;
}

export interface HomeView {
  worries: readonly { code: string; label: string; guides: readonly GuideLink[] }[];
  kinds: readonly { name: string; label: string; count: number }[];
  audiences: readonly Counted[];
  newest: readonly ListedRecord[];
}

export interface Counted {
  code: string;
  label: string;
  count: number;
}

/** What the first page of the library shows to everybody. */
export async function homeView(db: Db, view: View): Promise<HomeView> {
  const all = await publicOnes(db, view, { kinds: names, schemes: ['kind', 'audience'], most: 0 });
  const newest = await publicOnes(db, view, {
    kinds: names.filter((name) => !PARTS.includes(name)),
    schemes: [],
    most: NEWEST,
  });
  const count = (code: string) =>
    all.counts.find((one) => one.scheme === 'kind' && one.code === code)?.n ?? 0;
  return {
    worries: await worries(db, view),
    kinds: kinds
      .filter(({ name }) => count(name) > 0)
      .map((kind) => ({ name: kind.name, label: label(view, kindsKey(kind)), count: count(kind.name) })),
    audiences: countedIn(view, all, 'audience'),
    newest: listed(newest),
  };
}

/** Everything that is published for one audience; null where there is no such audience. */
export async function forAudience(
  db: Db,
  view: View,
  who: string,
): Promise<{ label: string; items: readonly ListedRecord[]; total: number } | null> {
  const term = (await termsOf(db, 'audience')).find(({ code }) => code === who);
  if (term === undefined) return null;
  const found = await publicOnes(db, view, {
    kinds: names,
    schemes: [],
    chosen: { audience: [who] },
    most: MOST_GUIDES,
  });
  return { label: termLabel(view, term), items: listed(found), total: found.total };
}

interface Asked {
  kinds: readonly string[];
  schemes: readonly string[];
  chosen?: Record<string, string[]>;
  most: number;
}

function publicOnes(db: Db, { lang }: View, { chosen = {}, ...asked }: Asked): Promise<SearchResult> {
  return searchRecords(db, { reader: { face: 0, level: 0, lang }, words: '', from: 0, chosen, ...asked });
}

function countedIn(view: View, found: SearchResult, scheme: string): Counted[] {
  return found.counts
    .filter((term) => term.scheme === scheme && term.n > 0)
    .map((term) => ({ code: term.code, label: termLabel(view, term), count: term.n }));
}

async function worries(db: Db, view: View): Promise<HomeView['worries']> {
  const found = await publicOnes(db, view, { kinds: ['guide'], schemes: [], most: MOST_GUIDES });
  const ids = found.hits.map(({ record }) => record);
  const facts = new Map(
    (await readRecords(db, ids, { face: 0, level: 0 })).map((one) => [one.id, one.facts]),
  );
  const guides = found.hits.map(({ record: id, title, lang }) => {
    const { worry, audience } = facts.get(id) ?? {};
    return { id, title, lang, worry: String(worry), audience: String(audience) };
  });
  const terms = await termsOf(db, 'worry');
  return terms
    .map((term) => ({
      code: term.code,
      label: termLabel(view, term),
      guides: guides
        .filter(({ worry }) => worry === term.code)
        .sort((a, b) => Number(b.audience === 'child') - Number(a.audience === 'child')),
    }))
    .filter(({ guides: some }) => some.length > 0);
}
