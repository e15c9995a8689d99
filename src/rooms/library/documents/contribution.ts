// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '#platform/db';
import { type Lang, type Translate, translator } from '#platform/i18n';
import {
  type FullRecord,
  kindOf,
  langFor,
  languageName,
  linkedTitles,
  termWords,
  titleIn,
} from '#platform/records';
import type { PlainDocument } from './document.ts';

export interface ContributionAsk {
  record: FullRecord;
  lang: Lang;
  meeting: string;
  action: string;
  /** ISO 8601. */
  today: string;
}

/**
 * A good practice in the form of a contribution to the council working group on child online protection: the ten fields of
 * its documents (policy-facts.json, `cwg_contribution_field`). The secretariat numbers it; a person sends it (H20).
 */
export async function contribution(db: Db, ask: ContributionAsk): Promise<PlainDocument> {
  const { record, lang } = ask;
  const t = translator(lang);
  const words = record.words[langFor(record, [lang])]?.body ?? {};
  const country = record.facts.country;
  const say = await termWords(db, ['country'], { t, lang });
  const source = [words.organisation, country === undefined ? undefined : say('country', String(country))];
  const kind = kindOf(record.kind);
  const title = titleIn(kind, record, langFor(record, [lang]));
  const texts: [string, string | undefined][] = [
    ['meeting', ask.meeting],
    ['number', ''],
    ['date', ask.today],
    ['language', languageName({ lang }, record.tongue)],
    ['source', source.filter((part) => part !== undefined && part !== '').join(', ')],
    ['title', title],
    ['summary', words.what],
    ['action', ask.action],
    ['references', await references(db, record, lang)],
    ['body', bodyOf(t, words)],
  ];
  return {
    lang,
    title,
    parts: texts.map(([name, text], at) => ({
      code: `CW-${at + 1}`,
      label: t(`library.contribution.${name as 'meeting'}`),
      text: text ?? '',
    })),
  };
}

async function references(db: Db, { facts }: FullRecord, lang: Lang): Promise<string> {
  const ids = [facts.carriesOut ?? [], facts.restsOn ?? []].flat().map(Number);
  const titles = await linkedTitles(db, ids, { lang, face: 0, level: 0 });
  const address = facts.address === undefined ? [] : [String(facts.address)];
  return [...ids.flatMap((id) => titles.get(id)?.title ?? []), ...address].join('\n');
}

function bodyOf(t: Translate, words: Record<string, string>): string {
  const fields = ['context', 'outcomes', 'cost', 'conditions', 'adapted'] as const;
  return fields
    .filter((field) => words[field] !== undefined)
    .map((field) => `${t(`library.practice.${field}`)}: ${words[field]}`)
    .join('\n\n');
}
