// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';

/** Who reads a field or a kind: everybody, approved members and staff, or staff alone. */
export type Seen = 'public' | 'members' | 'staff';
/** Where a word is looked for first: names and titles, summaries, bodies. */
export type Weight = 'A' | 'B' | 'C';

export type FieldType =
  | 'line'
  | 'prose'
  | 'code'
  | 'number'
  | 'day'
  | 'web'
  | 'yes'
  | 'choice'
  | 'choices'
  | 'link'
  | 'links'
  | 'files'
  | 'rows';

/** A file's place in a record; its bytes lie outside. */
export interface FileRef {
  sha256: string;
  name: string;
}

/** One owned row. `k` is its key for life, so that a translation stays with its row when rows move. */
export type Row = { k: string } & Record<string, unknown>;

/**
 * One declared field. `words`: translatable, kept apart for each language. `need`: must be there to publish.
 * `scheme`: the vocabulary of a choice. `to`: the kinds a link may name. `cells`: what a row is made of.
 */
export interface Field<V = unknown, W extends boolean = boolean, N extends boolean = boolean> {
  as: FieldType;
  shape: z.ZodType<V>;
  words: W;
  need: N;
  seen: Seen;
  search: Weight | null;
  facet: boolean;
  scheme: string | null;
  to: readonly string[];
  cells: Record<string, Field>;
}

// A field that not everybody reads can neither be searched nor be a facet: it would answer by its counts.
type Open = { seen?: 'public'; search?: Weight; facet?: boolean };
type Shut = { seen: 'members' | 'staff'; search?: never; facet?: never };
type Options = { words?: boolean; need?: boolean } & (Open | Shut);
type FactOptions = { words?: never; need?: boolean } & (Open | Shut);

type IsWords<O> = O extends { words: true } ? true : false;
type IsNeeded<O> = O extends { need: true } ? true : false;

export const MOST_ROWS = 100;
export const LINE_LENGTH = 300;
export const PROSE_LENGTH = 20_000;

function field<V, O extends Options>(
  as: FieldType,
  shape: z.ZodType<V>,
  said: { options: O; scheme?: string; to?: readonly string[]; cells?: Record<string, Field> },
): Field<V, IsWords<O>, IsNeeded<O>> {
  const { options } = said;
  return {
    as,
    shape,
    words: (options.words ?? false) as IsWords<O>,
    need: (options.need ?? false) as IsNeeded<O>,
    seen: options.seen ?? 'public',
    search: options.search ?? null,
    facet: options.facet ?? false,
    scheme: said.scheme ?? null,
    to: said.to ?? [],
    cells: said.cells ?? {},
  };
}

// Control characters and those that turn the direction of a line can make one text look like another.
const hidden = /[\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;
/** Text as it is kept: composed, without control characters and those that turn the direction of a line. */
export const tidyLine = (text: string) =>
  text.normalize('NFC').replace(hidden, ' ').replace(/\s+/gu, ' ').trim();
/** The same for several lines; at most one stays empty between two. */
export const tidyProse = (text: string) =>
  text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/[^\n]*/g, (part) => part.replace(hidden, ' ').trimEnd())
    .replace(/\n{3,}/g, '\n\n')
    .trim();

const lineShape = z.string().transform(tidyLine).pipe(z.string().min(1).max(LINE_LENGTH));
const proseShape = z.string().transform(tidyProse).pipe(z.string().min(1).max(PROSE_LENGTH));
const codeShape = z
  .string()
  .transform(tidyLine)
  .pipe(z.string().regex(/^[^\s].{0,119}$/u));
const dayShape = z
  .string()
  .trim()
  .regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/)
  .refine(isRealDay);
const webShape = z.string().trim().max(2000).refine(isWebAddress);
const termShape = z.string().regex(/^[a-zA-Z0-9][a-zA-Z0-9._/-]{0,63}$/);
const recordShape = z.number().int().positive();
const fileShape = z.strictObject({ sha256: z.string().regex(/^[0-9a-f]{64}$/), name: lineShape });

function isRealDay(text: string): boolean {
  const [year = 0, month = 1, day = 1] = text.split('-').map(Number);
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

function isWebAddress(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && /^https?:$/.test(url.protocol) && url.username === '' && url.hostname.includes('.');
}

/** One line of text, at most 300 characters. */
export const line = <O extends Options>(options: O) => field('line', lineShape, { options });
/** Paragraphs, headings (`## `) and lists (`- `); at most 20,000 characters. Never markup, never a link. */
export const prose = <O extends Options>(options: O) => field('prose', proseShape, { options });
/** A reference that somebody gave: a number of a letter, an article. */
export const code = <O extends FactOptions>(options: O) => field('code', codeShape, { options });
export const number = <O extends FactOptions>(options: O) =>
  field('number', z.number().finite(), { options });
/** 2021, 2021-12 and 2021-12-03 are all days. */
export const day = <O extends FactOptions>(options: O) => field('day', dayShape, { options });
/** An address that staff approved; the only thing that is ever shown as a link. */
export const web = <O extends FactOptions>(options: O) => field('web', webShape, { options });
export const yes = <O extends FactOptions>(options: O) => field('yes', z.boolean(), { options });
/** One term of a vocabulary. */
export const choice = <O extends FactOptions>(scheme: string, options: O) =>
  field('choice', termShape, { options, scheme });
export const choices = <O extends FactOptions>(scheme: string, options: O) =>
  field('choices', z.array(termShape).min(1).max(MOST_ROWS), { options, scheme });
/** The number of one record of these kinds. */
export const link = <O extends FactOptions>(to: readonly string[], options: O) =>
  field('link', recordShape, { options, to });
export const links = <O extends FactOptions>(to: readonly string[], options: O) =>
  field('links', z.array(recordShape).min(1).max(MOST_ROWS), { options, to });
export const files = <O extends FactOptions>(options: O) =>
  field('files', z.array(fileShape).min(1).max(MOST_ROWS), { options });

/** Rows that the record owns, each with a key for life; their cells that are words are translated. */
export const rows = <O extends FactOptions>(cells: Record<string, Field>, options: O) =>
  field('rows', rowsShape(cells), { options, cells });

function rowsShape(cells: Record<string, Field>): z.ZodType<Row[]> {
  const facts = Object.entries(cells).filter(([, cell]) => !cell.words);
  const shape = Object.fromEntries(facts.map(([name, cell]) => [name, cell.shape.optional()]));
  const row = z.strictObject({ k: z.string().regex(/^[a-z0-9]{4,12}$/), ...shape });
  return z.array(row).min(1).max(MOST_ROWS) as unknown as z.ZodType<Row[]>;
}
