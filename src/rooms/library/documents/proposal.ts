// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '#platform/db';
import { type Lang, translator } from '#platform/i18n';
import { type FullRecord, linkedTitles } from '#platform/records';
import { changeIn } from '../queries/amendments.ts';
import { named, wordsOf } from '../queries/walk.ts';
import type { PlainDocument } from './document.ts';

/** A proposal to a body that can pass it: why, which law, old and new text, old and new sanction. A person sends it (H20). */
export async function proposal(db: Db, record: FullRecord, lang: Lang): Promise<PlainDocument> {
  const t = translator(lang);
  const reader = { face: 1, level: 2, lang } as const;
  const words = wordsOf(record, lang);
  const law = typeof record.facts.law === 'number' ? record.facts.law : 0;
  const titles = await linkedTitles(db, [law], reader);
  const { beside } = await changeIn(db, record, reader);
  const side = (what: 'text' | 'sanction', which: 'before' | 'after') =>
    (beside.find((one) => one.what === what)?.[which] ?? []).map(({ text }) => text).join('');
  const parts: [string, string | undefined][] = [
    ['proposedTo', words.proposedTo],
    ['law', titles.get(law)?.title],
    ['why', words.why],
    ['oldText', side('text', 'before')],
    ['newText', side('text', 'after')],
    ['oldSanction', side('sanction', 'before')],
    ['newSanction', side('sanction', 'after')],
  ];
  return {
    lang,
    title: named(record, lang).title,
    parts: parts
      .filter(([, text]) => text !== undefined && text !== '')
      .map(([code, text]) => ({ code, label: t(`library.amendment.${code as 'why'}`), text: text ?? '' })),
  };
}
