// SPDX-License-Identifier: EUPL-1.2
import type { View } from '#platform/ui';
import { levelFor } from '../access.ts';
import type { Field, FileRef } from '../kind/fields.ts';
import type { Kind } from '../kind/kind.ts';
import { fieldKey, label } from '../pages/labels.ts';
import { languageName } from '../pages/language.ts';
import type { Level } from '../record.ts';
import type { Parcel } from './parcel.ts';
import type { TermNames } from './term-names.ts';

/** One column of a table of records: a fact, or a field of words in one language. */
export interface Column {
  /** Says for machines what it is: `dated`, `title.en`. */
  code: string;
  field: Field;
  name: string;
  /** Null for a fact. */
  lang: string | null;
}

/** Before the columns of the kind: the record's address, and the language of its original. */
export const OWN = ['id', 'tongue'] as const;
/** Between the entries of one cell. */
export const SEPARATOR = '; ';

/** Every column that somebody of this level may have: facts, then words by language. */
export function columnsOf(kind: Kind, level: Level, langs: readonly string[]): Column[] {
  const fields = Object.entries(kind.fields).filter(([, { seen }]) => levelFor(seen) <= level);
  const facts = fields.filter(([, { words }]) => !words);
  const words = fields.filter(([, field]) => field.words || hasWords(field, level));
  return [
    ...facts.map(([name, field]): Column => ({ code: name, field, name, lang: null })),
    ...langs.flatMap((lang) =>
      words.map(([name, field]): Column => ({ code: `${name}.${lang}`, field, name, lang })),
    ),
  ];
}

const hasWords = ({ cells }: Field, level: Level) =>
  Object.values(cells).some((cell) => cell.words && levelFor(cell.seen) <= level);

/** What stands above the columns: words for people, and the code in brackets. */
export function headings(view: View, kind: Kind, columns: readonly Column[]): string[] {
  const own = OWN.map((name) => `${view.t(`records.csv.${name}`)} (${name})`);
  return [
    ...own,
    ...columns.map(({ code, name, lang }) => {
      const field = label(view, fieldKey(kind, name));
      return `${lang === null ? field : `${field}, ${languageName(view, lang)}`} (${code})`;
    }),
  ];
}

interface Said {
  view: View;
  terms: TermNames;
  fileAddress: (file: FileRef) => string;
}

/** The cells of one record. */
export function cellsOf(parcel: Parcel, columns: readonly Column[], said: Said): string[] {
  return [
    parcel.id,
    parcel.tongue,
    ...columns.map((column) =>
      column.lang === null
        ? factCell(column.field, parcel.facts[column.name], said)
        : wordsCell(column, parcel.words[column.lang] ?? {}),
    ),
  ];
}

function factCell(field: Field, value: unknown, { view, terms, fileAddress }: Said): string {
  if (value === undefined || value === null) return '';
  const list: unknown[] = [value].flat();
  const { as, scheme } = field;
  if (as === 'yes') return view.t(value === true ? 'records.value.yes' : 'records.value.no');
  if (as === 'rows') return JSON.stringify(value);
  if (as === 'files') return list.map((file) => fileAddress(file as FileRef)).join(SEPARATOR);
  if (as === 'choice' || as === 'choices')
    return list.map((code) => terms.nameOf(scheme ?? '', String(code))).join(SEPARATOR);
  return list.map(String).join(SEPARATOR);
}

/** The words of rows stand in one cell, by the key of their row. */
function wordsCell({ name, field }: Column, words: Readonly<Record<string, string>>): string {
  if (field.as !== 'rows') return words[name] ?? '';
  const own = Object.entries(words).filter(([unit]) => unit.startsWith(`${name}/`));
  return own.length === 0 ? '' : JSON.stringify(Object.fromEntries(own));
}
