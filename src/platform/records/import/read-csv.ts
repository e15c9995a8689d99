// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import { parse } from 'csv-parse/sync';
import { isLang, LANGS, type Lang, type MessageKey, translator, westernDigits } from '#platform/i18n';
import { restore } from '../exchange/csv.ts';
import { FORMAT } from '../exchange/parcel.ts';
import { type Column, columnsOf, OWN } from '../exchange/table.ts';
import type { TermNames } from '../exchange/term-names.ts';
import type { Field } from '../kind/fields.ts';
import type { Kind } from '../kind/kind.ts';
import { fieldKey, label } from '../pages/labels.ts';
import { languageName } from '../pages/language.ts';
import type { Level } from '../record.ts';
import { type Draft, type FileRead, type Incoming, shortly, type Unfit } from './draft.ts';

interface Table {
  kind: Kind;
  level: Level;
  terms: TermNames;
  /** The language of rows that do not say theirs. */
  lang: Lang;
}

/** Longest table that is read; more is another file. */
const MOST_BYTES_A_ROW = 1024 * 1024;

/**
 * Reads a table whose first row names fields, by their label in any of our languages or by their code. A cell that does
 * not fit is listed with its row, numbered as a spreadsheet numbers them, and its column.
 */
export function readCsv(text: string, table: Table): FileRead {
  const rows = cells(text);
  if (rows === null) return unread('records.import.no-table');
  const [head = [], ...rest] = rows;
  const places = head.map((name) => placeOf(restore(name).trim(), table));
  if (!places.some((place) => place !== null && place !== 'id' && place !== 'tongue'))
    return unread('records.import.no-columns');
  const read: FileRead = {
    drafts: [],
    unfit: [],
    left: head.filter((name, at) => places[at] === null && name.trim() !== ''),
  };
  const named = new Map<string, number>();
  for (const [at, row] of rest.entries()) {
    const draft = rowDraft({ row: at + 2, cells: row.map(restore), head, places }, table, read.unfit);
    const count = (named.get(draft.parcel.id) ?? 0) + 1;
    named.set(draft.parcel.id, count);
    if (count > 1 && draft.parcel.id.startsWith('csv:')) draft.parcel.id += `:${count}`;
    read.drafts.push(draft);
  }
  return read;
}

const unread = (message: MessageKey): FileRead => ({
  drafts: [],
  unfit: [{ row: 1, column: '', message, value: '' }],
  left: [],
});

function cells(text: string): string[][] | null {
  const first = text.slice(0, Math.max(0, text.search(/\r|\n|$/)));
  const count = (mark: string) => first.split(mark).length;
  const [delimiter = ','] = [',', ';', '\t'].sort((a, b) => count(b) - count(a));
  try {
    return parse(text, {
      ...{ bom: true, delimiter, relax_column_count: true, skip_records_with_empty_values: true },
      max_record_size: MOST_BYTES_A_ROW,
    });
  } catch {
    return null;
  }
}

type Place = Column | (typeof OWN)[number] | null;

const plain = (text: string) => text.normalize('NFC').trim().toLowerCase();

/** Which column of the kind a heading names: `Title, English (title.en)`, `title.en`, `Title`. */
function placeOf(heading: string, { kind, level, lang }: Table): Place {
  const code = /\(([\w-]+(?:\.[a-z]{2,3})?)\)$/.exec(heading)?.[1] ?? heading;
  for (const own of OWN) if (plain(code) === own) return own;
  const columns = columnsOf(kind, level, LANGS).filter(({ field }) => field.as !== 'files');
  const byCode = columns.find((column) => plain(column.code) === plain(code));
  if (byCode !== undefined) return byCode;
  const bare = columns.find(
    (column) =>
      column.lang === lang &&
      [column.name, ...labels(kind, column.name)].some((name) => plain(name) === plain(heading)),
  );
  return columns.find((column) => wordings(kind, column).includes(plain(heading))) ?? bare ?? null;
}

function labels(kind: Kind, name: string): string[] {
  return LANGS.map((lang) => label({ t: translator(lang) }, fieldKey(kind, name)));
}

function wordings(kind: Kind, { name, lang }: Column): string[] {
  if (lang === null) return labels(kind, name).map(plain);
  return LANGS.map((reader) => {
    const words = label({ t: translator(reader) }, fieldKey(kind, name));
    return plain(`${words}, ${languageName({ lang: reader }, lang)}`);
  });
}

interface RowOfCells {
  row: number;
  cells: readonly string[];
  head: readonly string[];
  places: readonly Place[];
}

function rowDraft({ row, cells: texts, head, places }: RowOfCells, table: Table, unfit: Unfit[]): Draft {
  const { kind } = table;
  const textAt = (at: number) => (texts[at] ?? '').trim();
  const own = (name: (typeof OWN)[number]) => textAt(places.indexOf(name));
  const tongue = isLang(own('tongue')) ? own('tongue') : table.lang;
  const only: string[] = [];
  const facts: Record<string, unknown> = {};
  const words: Incoming['words'] = {};
  for (const [at, place] of places.entries()) {
    if (place === null || typeof place === 'string') continue;
    const text = textAt(at);
    const read: CellRead = text === '' ? { value: undefined } : readCell(place, text, table);
    if ('unfit' in read) {
      unfit.push({ row, column: head[at] ?? place.code, message: read.unfit, value: shortly(text) });
      continue;
    }
    only.push(place.code);
    keep(place, read.value, { facts, words });
  }
  const title = words[tongue]?.[kind.title] ?? JSON.stringify(texts);
  const nothing = { published: [], aliases: [], units: {}, stale: {} };
  const id = own('id').slice(0, 300) || madeId(kind, tongue, title);
  const parcel: Incoming = {
    ...{ format: FORMAT, kind: kind.name, seen: 'staff', ...nothing },
    ...{ id, tongue, facts, words, only },
  };
  return { row, parcel };
}

function keep(
  { name, lang }: Column,
  value: unknown,
  { facts, words }: Pick<Incoming, 'facts' | 'words'>,
): void {
  if (lang === null) {
    if (value !== undefined) facts[name] = value;
    return;
  }
  const body = words[lang] ?? {};
  words[lang] = body;
  if (typeof value === 'string') body[name] = value;
  else if (value !== undefined) Object.assign(body, value);
}

// The same row of the same table, read again, is the same record.
const madeId = (kind: Kind, tongue: string, title: string): string =>
  `csv:${kind.name}:${createHash('sha256').update(`${tongue} ${title}`).digest('base64url')}`;

type CellRead = { value: unknown } | { unfit: MessageKey };

const LISTED = /\s*;\s*/;

/** A cell as the kind keeps it. Links stay addresses or numbers until they are looked up. */
function readCell({ field, lang, name }: Column, text: string, { terms }: Table): CellRead {
  const list = text.split(LISTED).filter((one) => one !== '');
  if (field.as === 'rows') {
    const value = rowsValue({ name, lang }, text);
    return value === null ? { unfit: 'records.import.wrong' } : { value };
  }
  if (field.as === 'link') return { value: text };
  if (field.as === 'links') return { value: list };
  if (field.as === 'choice' || field.as === 'choices') {
    const codes = (field.as === 'choice' ? [text] : list).map((one) => terms.codeOf(field.scheme ?? '', one));
    if (codes.includes(null)) return { unfit: 'records.import.no-term' };
    return { value: field.as === 'choice' ? codes[0] : codes };
  }
  const value = simpleValue(field, text);
  if (field.shape.safeParse(value).success) return { value };
  const isText = field.as === 'line' || field.as === 'prose';
  return { unfit: isText ? 'records.import.long' : (`records.form.wrong-${field.as}` as MessageKey) };
}

function simpleValue(field: Field, text: string): unknown {
  if (field.as === 'number') {
    const digits = westernDigits(text)
      .replaceAll(/[\s\u00a0]/g, '')
      .replace(',', '.');
    return Number(digits);
  }
  if (field.as === 'day') return westernDigits(text).replace(/^(\d\d)\.(\d\d)\.(\d{4})$/, '$3-$2-$1');
  if (field.as !== 'yes') return text;
  const said = (key: MessageKey) => LANGS.map((lang) => plain(translator(lang)(key)));
  if ([...said('records.value.yes'), 'yes', 'true', '1'].includes(plain(text))) return true;
  return [...said('records.value.no'), 'no', 'false', '0'].includes(plain(text)) ? false : null;
}

/** Rows, and the words in them, stand in their cell as they stand in a parcel. */
function rowsValue({ name, lang }: { name: string; lang: string | null }, text: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (lang === null) return Array.isArray(value) ? value : null;
  const isUnits = typeof value === 'object' && value !== null && !Array.isArray(value);
  const own =
    isUnits &&
    Object.entries(value as object).every(
      ([unit, words]) => unit.startsWith(`${name}/`) && typeof words === 'string',
    );
  return own ? value : null;
}
