// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '#platform/db';
import { type LinkedTitle, linkedTitles, readRecords, searchRecords } from '#platform/records';
import { named, wordsOf } from './walk.ts';

const MOST = 500;

/** A task that a law gave to somebody by a day. */
export interface LawTask {
  id: number;
  name: string;
  lang: string;
  text: string;
  bearer: string;
  law: (LinkedTitle & { number: string; adopted: string }) | null;
  due: string | null;
  done: string | null;
  result: string;
  outcomes: readonly LinkedTitle[];
  overdue: boolean;
}

const publicly = { face: 0, level: 0 } as const;

/** Every published task with a day or an end: what is overdue first, then by day, done ones last. */
export async function lawTasks(db: Db, { lang, today }: { lang: string; today: string }): Promise<LawTask[]> {
  const reader = { ...publicly, lang };
  const found = await searchRecords(db, {
    ...{ reader, words: '', kinds: ['duty'], chosen: {}, schemes: [], from: 0, most: MOST },
  });
  const duties = (
    await readRecords(
      db,
      found.hits.map(({ record }) => record),
      publicly,
    )
  ).filter(({ facts }) => facts.due !== undefined || facts.done !== undefined);
  const laws = await readRecords(
    db,
    duties.map(({ facts }) => Number(facts.law)),
    publicly,
  );
  const outcomes = duties.flatMap(({ facts }) => (facts.outcomes ?? []) as number[]);
  const titles = await linkedTitles(db, [...outcomes, ...laws.map(({ id }) => id)], reader);
  const tasks = duties.map((duty): LawTask => {
    const words = wordsOf(duty, lang);
    const law = laws.find(({ id }) => id === duty.facts.law);
    const title = titles.get(Number(duty.facts.law));
    const { id, title: name, lang: inLang } = named(duty, lang);
    const due = duty.facts.due === undefined ? null : String(duty.facts.due);
    const done = duty.facts.done === undefined ? null : String(duty.facts.done);
    return {
      ...{ id, name, lang: inLang, text: words.text ?? '', bearer: words.bearer ?? '' },
      law:
        law === undefined || title === undefined
          ? null
          : { ...title, number: String(law.facts.number ?? ''), adopted: String(law.facts.adopted ?? '') },
      ...{ due, done, result: words.result ?? '' },
      outcomes: ((duty.facts.outcomes ?? []) as number[]).flatMap((one) => titles.get(one) ?? []),
      overdue: done === null && due !== null && due < today.slice(0, due.length),
    };
  });
  return tasks.sort(
    (a, b) => Number(a.done !== null) - Number(b.done !== null) || order(a).localeCompare(order(b)),
  );
}

const order = ({ due, done }: LawTask) => done ?? due ?? '9999';
