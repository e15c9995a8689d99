// SPDX-License-Identifier: EUPL-1.2
import type { Field, FileRef, Row } from '../kind/fields.ts';
import type { Kind } from '../kind/kind.ts';

/** What stands in a form: by the name of its input, `field`, `field[]` or `rows/key/cell`. */
export type Typed = Record<string, string | string[]>;

/** Which side of a record a form shows: what is true in every language, the words of one, or both. */
export type Side = 'facts' | 'words' | 'both';

export type Facts = Record<string, unknown>;
export type Words = Record<string, string>;

/** One input of a form. */
export interface Slot {
  /** `field`, or `rows/key/cell`. */
  name: string;
  field: Field;
}

const LISTS = new Set(['choices', 'links', 'files', 'rows']);

/** The name of the input: one that may come more than once ends in `[]`. */
export const inputName = ({ name, field }: Slot): string => (LISTS.has(field.as) ? `${name}[]` : name);

export const one = (typed: Typed, name: string): string => [typed[name] ?? ''].flat()[0] ?? '';
export const many = (typed: Typed, name: string): string[] =>
  [typed[name] ?? []].flat().filter((value) => value !== '');

/** The keys of the rows that stand in a form, in order. */
export const rowKeys = (typed: Typed, field: string): string[] =>
  many(typed, `${field}[]`).filter((key) => /^[a-z0-9]{4,12}$/.test(key));

export function isShown(field: Field, side: Side): boolean {
  if (side === 'both') return true;
  return field.words === (side === 'words');
}

/** The inputs of one row on this side. */
export function cellSlots(rows: Slot, key: string, side: Side): Slot[] {
  return Object.entries(rows.field.cells)
    .filter(([, cell]) => isShown(cell, side))
    .map(([cell, field]) => ({ name: `${rows.name}/${key}/${cell}`, field }));
}

/** The fields of a kind on this side, in the order in which its page reads. Rows belong to both. */
export function slotsOf(kind: Kind, side: Side): Slot[] {
  const order = kind.reads.flatMap(([, ...fields]) => fields);
  const names = order.includes(kind.title) ? order : [kind.title, ...order];
  return names.flatMap((name) => {
    const field = kind.fields[name];
    if (field === undefined) return [];
    const inRows = Object.values(field.cells).some((cell) => isShown(cell, side));
    return isShown(field, side) || inRows ? [{ name, field }] : [];
  });
}

/** What a form shows before anybody typed: the record as it stands. */
export function fillTyped(kind: Kind, side: Side, body: { facts: Facts; words: Words }): Typed {
  const typed: Typed = {};
  for (const slot of slotsOf(kind, side)) {
    const { name, field } = slot;
    if (field.as === 'rows') Object.assign(typed, filledRows(slot, side, body));
    else if (field.words) typed[name] = body.words[name] ?? '';
    else typed[inputName(slot)] = typedValue(field, body.facts[name]);
  }
  return typed;
}

function filledRows(rows: Slot, side: Side, body: { facts: Facts; words: Words }): Typed {
  const list = (body.facts[rows.name] ?? []) as Row[];
  const typed: Typed = { [`${rows.name}[]`]: list.map(({ k }) => k) };
  for (const row of list) {
    for (const slot of cellSlots(rows, row.k, side)) {
      const cell = slot.name.slice(slot.name.lastIndexOf('/') + 1);
      typed[inputName(slot)] = slot.field.words
        ? (body.words[slot.name] ?? '')
        : typedValue(slot.field, row[cell]);
    }
  }
  return typed;
}

function typedValue(field: Field, value: unknown): string | string[] {
  if (value === undefined || value === null) return LISTS.has(field.as) ? [] : '';
  if (field.as === 'files') return (value as FileRef[]).map(({ sha256, name }) => `${sha256} ${name}`);
  if (field.as === 'yes') return value === true ? 'yes' : 'no';
  return Array.isArray(value) ? value.map(String) : String(value);
}
