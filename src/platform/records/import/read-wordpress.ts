// SPDX-License-Identifier: EUPL-1.2
import { XMLParser } from 'fast-xml-parser';
import type { Lang, MessageKey } from '#platform/i18n';
import { FORMAT } from '../exchange/parcel.ts';
import type { TermNames } from '../exchange/term-names.ts';
import type { Kind } from '../kind/kind.ts';
import type { Draft, FileRead, Incoming } from './draft.ts';
import { decoded, proseFrom } from './html-to-prose.ts';

interface Wanted {
  kind: Kind;
  lang: Lang;
  terms: TermNames;
  /** Which of `post` and `page` shall become records. */
  types: readonly string[];
}

type Item = Record<string, unknown>;

/**
 * Reads an export of WordPress (WXR): each post or page becomes a draft of one kind. What is not words, and what nothing of
 * the kind can hold, is listed. Entities and document types are refused unread.
 */
export function readWordpress(text: string, wanted: Wanted): FileRead {
  const items = itemsIn(text);
  if (items === null)
    return {
      drafts: [],
      unfit: [{ row: 1, column: '', message: 'records.import.no-wordpress', value: '' }],
      left: [],
    };
  const read: FileRead = { drafts: [], unfit: [], left: [] };
  const other = new Map<string, number>();
  for (const [at, item] of items.entries()) {
    const type = textOf(item['wp:post_type']);
    const status = textOf(item['wp:status']);
    const isClosed =
      textOf(item['wp:post_password']) !== '' || ['trash', 'auto-draft', 'private'].includes(status);
    if (!wanted.types.includes(type) || isClosed) {
      const name = isClosed ? `${type} (${status})` : type;
      other.set(name, (other.get(name) ?? 0) + 1);
    } else read.drafts.push(draftOf(item, { row: at + 1, wanted, read }));
  }
  read.left = [...other].map(([name, count]) => `${name}: ${count}`);
  return read;
}

const MOST_ITEMS = 20_000;

function itemsIn(text: string): Item[] | null {
  const head = text.slice(0, text.indexOf('<channel'));
  if (!head.includes('<rss') || /<!(DOCTYPE|ENTITY)/i.test(head)) return null;
  try {
    const parser = new XMLParser({
      ...{ ignoreAttributes: false, processEntities: false, htmlEntities: false },
      ...{ parseTagValue: false, parseAttributeValue: false },
      isArray: (name) => name === 'item' || name === 'category',
    });
    const items: unknown = parser.parse(text)?.rss?.channel?.item ?? [];
    return Array.isArray(items) ? items.slice(0, MOST_ITEMS) : null;
  } catch {
    return null;
  }
}

function textOf(value: unknown): string {
  const text = typeof value === 'object' && value !== null ? (value as Item)['#text'] : value;
  return typeof text === 'string' ? text : '';
}

interface Reading {
  row: number;
  wanted: Wanted;
  read: FileRead;
}

function draftOf(item: Item, { row, wanted, read }: Reading): Draft {
  const { kind, lang } = wanted;
  const note = (column: string, message: MessageKey, value = '') =>
    read.unfit.push({ row, column, message, value });
  const words: Record<string, string> = { [kind.title]: decoded(textOf(item.title)) };
  const fields = fieldsFor(kind);
  for (const [tag, field] of [
    ['content:encoded', fields.body],
    ['excerpt:encoded', fields.lede],
  ] as const) {
    const { text, lost } = proseFrom(textOf(item[tag]));
    for (const what of lost) note(tag, `records.import.lost-${what}` as MessageKey, words[kind.title]);
    if (text !== '' && field !== null)
      words[field] = kind.fields[field]?.as === 'line' ? text.replaceAll('\n', ' ') : text;
    else if (text !== '') note(tag, 'records.import.no-place', text.slice(0, 80));
  }
  const facts: Record<string, unknown> = {};
  const day = /^\d{4}-\d{2}-\d{2}/.exec(textOf(item['wp:post_date']))?.[0];
  if (fields.day !== null && day !== undefined && day !== '0000-00-00') facts[fields.day] = day;
  const link = decoded(textOf(item.link));
  if (fields.web !== null && link !== '') facts[fields.web] = link;
  addTerms(item, { kind, facts, terms: wanted.terms, note });
  const id = decoded(textOf(item.guid)) || link || `wordpress:${textOf(item['wp:post_id'])}`;
  const parcel: Incoming = {
    ...{
      format: FORMAT,
      kind: kind.name,
      tongue: lang,
      seen: 'staff',
      published: [],
      aliases: [],
      units: {},
      stale: {},
    },
    ...{ id: id.slice(0, 300), facts, words: { [lang]: words } },
    only: [...Object.keys(facts), ...Object.keys(words).map((name) => `${name}.${lang}`)],
  };
  return { row, parcel };
}

/** Where the parts of a post go in this kind; null where it has no place for them. */
function fieldsFor(kind: Kind) {
  const open = Object.entries(kind.fields).filter(([, { seen }]) => seen === 'public');
  const texts = open.filter(([name, { as, words }]) => as === 'prose' && words && name !== kind.lede);
  const body = texts.find(([, { search }]) => search === 'C') ?? texts[0];
  return {
    body: body?.[0] ?? kind.lede,
    lede: body === undefined ? null : kind.lede,
    day: kind.day,
    web: open.find(([, { as }]) => as === 'web')?.[0] ?? null,
  };
}

interface Terming {
  kind: Kind;
  facts: Record<string, unknown>;
  terms: TermNames;
  note: (column: string, message: MessageKey, value?: string) => void;
}

/** Categories and tags whose words are those of a term of the kind. */
function addTerms(item: Item, { kind, facts, terms, note }: Terming): void {
  const lists = Object.entries(kind.fields).filter(
    ([, { as, seen }]) => as === 'choices' && seen === 'public',
  );
  for (const category of Array.isArray(item.category) ? item.category : []) {
    const name = decoded(textOf(category));
    const found = lists.flatMap(([field, { scheme }]) => {
      const code = terms.codeOf(scheme ?? '', name);
      return code === null ? [] : [{ field, code }];
    })[0];
    if (found === undefined) note('category', 'records.import.no-term', name.slice(0, 80));
    else facts[found.field] = [...new Set([...((facts[found.field] ?? []) as string[]), found.code])];
  }
}
