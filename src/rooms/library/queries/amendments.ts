// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '#platform/db';
import {
  type FullRecord,
  kindOf,
  langFor,
  type Piece,
  readRecord,
  readRecords,
  titleIn,
  wordDiff,
} from '#platform/records';
import type { WalkReader } from './reader.ts';

/** Two texts side by side. `before` is '' where there is none yet. */
export interface Beside {
  what: 'text' | 'sanction';
  lang: string;
  before: readonly Piece[];
  after: readonly Piece[];
}

/** A change of a law that somebody drafted. */
export interface Change {
  id: number;
  title: string;
  lang: string;
  beside: readonly Beside[];
}

/** What these amendments would change, old and new side by side. */
export async function amendmentsOf(db: Db, ids: readonly number[], reader: WalkReader): Promise<Change[]> {
  const changes: Change[] = [];
  for (const record of await readRecords(db, ids, reader)) changes.push(await changeIn(db, record, reader));
  return changes;
}

/** One amendment. Where it names a provision and no old text, the provision's own words stand for it. */
export async function changeIn(db: Db, record: FullRecord, reader: WalkReader): Promise<Change> {
  const lang = langFor(record, [reader.lang]);
  const words = record.words[lang]?.body ?? {};
  const provision = await provisionOf(db, record, { ...reader, lang });
  const pairs = [
    { what: 'text' as const, before: words.oldText ?? provision.text ?? '', after: words.newText },
    {
      what: 'sanction' as const,
      before: words.oldSanction ?? provision.sanction ?? '',
      after: words.newSanction,
    },
  ];
  return {
    id: record.id,
    title: titleIn(kindOf(record.kind), record, lang),
    lang,
    beside: pairs.flatMap(({ what, before, after }) =>
      after === undefined ? [] : [{ what, lang, ...sides(before, after, lang) }],
    ),
  };
}

function sides(before: string, after: string, lang: string): Pick<Beside, 'before' | 'after'> {
  const pieces = wordDiff(before, after, lang);
  return {
    before: pieces.filter(({ how }) => how !== 'new'),
    after: pieces.filter(({ how }) => how !== 'gone'),
  };
}

async function provisionOf(
  db: Db,
  { facts }: FullRecord,
  reader: WalkReader,
): Promise<Record<string, string | undefined>> {
  if (typeof facts.provision !== 'number') return {};
  const provision = await readRecord(db, facts.provision, reader);
  // In another language it cannot be compared word by word.
  return provision?.words[reader.lang]?.body ?? {};
}
