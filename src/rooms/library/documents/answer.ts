// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '#platform/db';
import { type Lang, translator } from '#platform/i18n';
import { type FullRecord, kindOf, langFor, listPath, readRecords, titleIn } from '#platform/records';
import { tasksOf } from '../queries/tasks.ts';
import type { Part, PlainDocument } from './document.ts';

export interface AnswerAsk {
  letter: FullRecord;
  lang: Lang;
  /** Good practices that go along. */
  practices: readonly number[];
  today: string;
  /** The installation's name, and where the public reads it. */
  from: string;
  origin: string;
}

/**
 * Our answer to a letter in one language: what it asked, what was done and what shows it, and good practices. It holds what
 * everybody may read; a person adds the greeting, signs and sends it (H20).
 */
export async function answerTo(db: Db, ask: AnswerAsk): Promise<PlainDocument> {
  const { letter, lang, origin } = ask;
  const t = translator(lang);
  const kind = kindOf(letter.kind);
  const tasks = await tasksOf(db, letter.id, { lang, today: ask.today });
  const shown = (id: number) => published(db, id, { lang, origin });
  const parts: Part[] = [];
  for (const [at, task] of tasks.entries()) {
    const evidence = await Promise.all(task.evidence.map(({ id }) => shown(id)));
    const state =
      task.done_on === null
        ? t(task.due === null ? 'library.answer.not-yet' : 'library.answer.by', { day: task.due ?? '' })
        : t('library.answer.done', { day: task.done_on });
    const lines = [state, task.result ?? '', ...evidence.map((one) => one?.line ?? '')];
    parts.push({
      code: `task-${at + 1}`,
      label: `${at + 1}. ${task.what}`,
      text: lines.filter((line) => line !== '').join('\n\n'),
    });
  }
  for (const [at, id] of ask.practices.entries()) {
    const practice = await shown(id);
    if (practice === null) continue;
    parts.push({ code: `practice-${at + 1}`, label: practice.title, text: practice.text });
  }
  const reference = String(letter.facts.reference ?? letter.id);
  const subject = titleIn(kind, letter, langFor(letter, [lang]));
  return {
    lang,
    title: t('library.answer.to', { reference }),
    parts: [
      { code: 'from', label: t('library.answer.from'), text: ask.from },
      { code: 'date', label: t('library.contribution.date'), text: ask.today },
      { code: 'subject', label: t('library.letter.subject'), text: subject },
      ...parts,
    ],
  };
}

interface Told {
  title: string;
  line: string;
  text: string;
}

/** What everybody can read of a record; null for what is not published. */
async function published(
  db: Db,
  id: number,
  { lang, origin }: { lang: Lang; origin: string },
): Promise<Told | null> {
  const [record] = await readRecords(db, [id], { face: 0, level: 0 });
  if (record === undefined) return null;
  const kind = kindOf(record.kind);
  const inLang = langFor(record, [lang]);
  const title = titleIn(kind, record, inLang);
  const address = `${origin}/${lang}${listPath(kind)}/${id}`;
  const lede = kind.lede === null ? '' : (record.words[inLang]?.body[kind.lede] ?? '');
  return {
    title,
    line: `${title}\n${address}`,
    text: [lede, address].filter((one) => one !== '').join('\n\n'),
  };
}
