// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '#platform/db';
import { LANGS, translator } from '#platform/i18n';
import type { View } from '#platform/ui';
import { termLabel } from '../queries/vocabulary.ts';
import type { Term } from '../record.ts';
import { termsOf } from '../store/terms.ts';

/** How terms stand in a table for people, and how what people wrote leads back to them. */
export interface TermNames {
  /** The label; the code where the label could mean two terms or would be cut at a semicolon. */
  nameOf(scheme: string, code: string): string;
  /** By code, or by label in any of our languages; null for no term, or for more than one. */
  codeOf(scheme: string, written: string): string | null;
}

const same = (text: string) => text.normalize('NFC').trim().toLowerCase();

export async function termNames(
  db: Db,
  schemes: readonly string[],
  view: Pick<View, 't' | 'lang'>,
): Promise<TermNames> {
  const known = new Map<string, readonly Term[]>();
  for (const scheme of schemes) known.set(scheme, await termsOf(db, scheme));
  const names = new Map([...known].map(([scheme, terms]) => [scheme, namesIn(terms, view)]));
  const codes = new Map([...known].map(([scheme, terms]) => [scheme, codesIn(terms)]));
  return {
    nameOf: (scheme, code) => names.get(scheme)?.get(code) ?? code,
    codeOf: (scheme, written) => codes.get(scheme)?.get(same(written)) ?? null,
  };
}

function namesIn(terms: readonly Term[], view: Pick<View, 't' | 'lang'>): Map<string, string> {
  const labels = terms.map((term) => termLabel(view, term));
  const isPlain = (label: string) =>
    !label.includes(';') && labels.filter((one) => same(one) === same(label)).length === 1;
  return new Map(
    terms.map(({ code }, at) => [code, isPlain(labels[at] ?? ';') ? (labels[at] ?? code) : code]),
  );
}

function codesIn(terms: readonly Term[]): Map<string, string | null> {
  const codes = new Map<string, string | null>();
  for (const lang of LANGS) {
    const t = translator(lang);
    for (const term of terms) {
      const written = same(termLabel({ t, lang }, term));
      const other = codes.get(written);
      codes.set(written, other === undefined || other === term.code ? term.code : null);
    }
  }
  for (const { code } of terms) codes.set(same(code), code);
  return codes;
}
