// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '#platform/db';
import {
  backlinksTo,
  type FullRecord,
  kindOf,
  type LinkedTitle,
  langFor,
  linkedTitles,
  readRecord,
  readRecords,
  titleIn,
} from '#platform/records';
import { amendmentsOf, type Change } from './amendments.ts';
import type { WalkReader } from './reader.ts';

/** One duty of a law, and how it stands here. */
export interface WalkedDuty {
  id: number;
  name: string;
  lang: string;
  text: string;
  bearer: string;
  place: string;
  due: string | null;
  done: string | null;
  result: string;
  /** What answers it: provisions, practices, programmes, tools, and what came of a task. */
  answers: readonly LinkedTitle[];
  gaps: readonly LinkedTitle[];
}

export interface Walk {
  law: { id: number; title: string; lang: string; number: string };
  duties: readonly WalkedDuty[];
  /** Gaps of the law itself. */
  gaps: readonly LinkedTitle[];
  changes: readonly Change[];
  sanctions: readonly { id: number; kind: string; title: string; lang: string; sanction: string }[];
}

/** A law duty by duty; null where this reader finds none. */
export async function walkLaw(db: Db, id: number, reader: WalkReader): Promise<Walk | null> {
  const law = await readRecord(db, id, reader);
  if (law?.kind !== 'law') return null;
  const back = await backlinksTo(db, id, reader);
  const of = (kind: string) => [...new Set(back.filter((line) => line.kind === kind).map((line) => line.id))];
  const duties = inOrder(await readRecords(db, of('duty'), reader));
  const provisions = inOrder(await readRecords(db, of('provision'), reader));
  const walked: WalkedDuty[] = [];
  for (const duty of duties) walked.push(await walkDuty(db, duty, reader));
  const number = law.facts.number;
  return {
    law: { ...named(law, reader.lang), number: number === undefined ? '' : String(number) },
    duties: walked,
    gaps: await titled(db, of('gap'), reader),
    changes: await amendmentsOf(db, of('amendment'), reader),
    sanctions: provisions.flatMap((one) => {
      const { id: record, title, lang } = named(one, reader.lang);
      const sanction = wordsOf(one, reader.lang).sanction;
      return sanction === undefined ? [] : [{ id: record, kind: one.kind, title, lang, sanction }];
    }),
  };
}

const inOrder = (records: readonly FullRecord[]) =>
  [...records].sort((a, b) => Number(a.facts.order) - Number(b.facts.order) || a.id - b.id);

async function walkDuty(db: Db, duty: FullRecord, reader: WalkReader): Promise<WalkedDuty> {
  const back = await backlinksTo(db, duty.id, reader);
  const ids = (gap: boolean) => back.filter((line) => (line.kind === 'gap') === gap).map((line) => line.id);
  const outcomes = (duty.facts.outcomes ?? []) as number[];
  const words = wordsOf(duty, reader.lang);
  const { id, title, lang } = named(duty, reader.lang);
  const { place, due, done } = duty.facts;
  return {
    ...{ id, lang, name: title, text: words.text ?? '', bearer: words.bearer ?? '' },
    ...{ place: place === undefined ? '' : String(place), result: words.result ?? '' },
    due: typeof due === 'string' ? due : null,
    done: typeof done === 'string' ? done : null,
    answers: await titled(db, [...ids(false), ...outcomes], reader),
    gaps: await titled(db, ids(true), reader),
  };
}

async function titled(db: Db, ids: readonly number[], reader: WalkReader): Promise<LinkedTitle[]> {
  const titles = await linkedTitles(db, ids, reader);
  return [...new Set(ids)].flatMap((id) => titles.get(id) ?? []);
}

/** The words of a record in the reader's language, else the original's. */
export function wordsOf(record: FullRecord, lang: string): Record<string, string> {
  return record.words[langFor(record, [lang])]?.body ?? {};
}

export function named(record: FullRecord, lang: string): { id: number; title: string; lang: string } {
  const inLang = langFor(record, [lang]);
  return { id: record.id, title: titleIn(kindOf(record.kind), record, inLang), lang: inLang };
}
