// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '#platform/db';
import { type MessageKey, sourceText } from '#platform/i18n';
import type { View } from '#platform/ui';
import type { TermChoice } from '../form/form-view.ts';
import type { Field } from '../kind/fields.ts';
import type { Kind } from '../kind/kind.ts';
import type { TermWords } from '../pages/record-view.ts';
import type { Term } from '../record.ts';
import { termsOf } from '../store/terms.ts';

export type Speaker = Pick<View, 't' | 'lang'>;

/** A term as the reader says it: from the catalogues for small closed lists, else from its own labels. */
export function termLabel({ t, lang }: Speaker, term: Pick<Term, 'scheme' | 'code' | 'label'>): string {
  const key = `records.term.${term.scheme}.${term.code}`;
  if (sourceText(key, 'en') !== null) return t(key as MessageKey);
  return term.label[lang] ?? term.label.en ?? term.code;
}

/** Every vocabulary that a kind's fields and cells choose from. */
export function schemesOf(kind: Kind): string[] {
  const all = (fields: Record<string, Field>): string[] =>
    Object.values(fields).flatMap(({ scheme, cells }) => [
      ...(scheme === null ? [] : [scheme]),
      ...all(cells),
    ]);
  return [...new Set(all(kind.fields))];
}

/** The terms that a form offers, by scheme, in their order. */
export async function termChoices(
  db: Db,
  kind: Kind,
  reader: { view: Speaker; today: string },
): Promise<Record<string, TermChoice[]>> {
  const lists: Record<string, TermChoice[]> = {};
  for (const scheme of schemesOf(kind)) {
    const terms = await termsOf(db, scheme);
    lists[scheme] = terms.map((term) => ({
      code: term.code,
      label: termLabel(reader.view, term),
      retired: term.until !== null && term.until < reader.today,
    }));
  }
  return lists;
}

/** Says terms of these vocabularies in the reader's language; one that is not known says its code. */
export async function termWords(db: Db, schemes: readonly string[], view: Speaker): Promise<TermWords> {
  const known = new Map<string, string>();
  for (const scheme of schemes)
    for (const term of await termsOf(db, scheme)) known.set(`${scheme} ${term.code}`, termLabel(view, term));
  return (scheme, code) => known.get(`${scheme} ${code}`) ?? code;
}
