// SPDX-License-Identifier: EUPL-1.2
import { type MessageKey, westernDigits } from '#platform/i18n';
import type { FieldError } from '#platform/ui';
import { type Field, LINE_LENGTH, MOST_ROWS, PROSE_LENGTH, type Row } from '../kind/fields.ts';
import type { Kind } from '../kind/kind.ts';
import {
  cellSlots,
  type Facts,
  inputName,
  many,
  one,
  rowKeys,
  type Side,
  type Slot,
  slotsOf,
  type Typed,
  type Words,
} from './typed.ts';

export interface ReadResult {
  facts: Facts;
  words: Words;
  errors: FieldError[];
}

/**
 * Reads what was typed by the shapes that the kind declares. What is empty is left out: a draft may lack anything. An
 * error is beside its input; `keys` are the rows whose words a form of words alone may hold.
 */
export function readTyped(kind: Kind, side: Side, typed: Typed): ReadResult {
  const result: ReadResult = { facts: {}, words: {}, errors: [] };
  for (const slot of slotsOf(kind, side)) {
    if (slot.field.as === 'rows') readRows(slot, { side, typed, result });
    else readSlot(slot, { typed, result, into: result.facts, as: slot.name });
  }
  return result;
}

interface Target {
  typed: Typed;
  result: ReadResult;
  /** Where a fact goes, and under which name. */
  into: Facts;
  as: string;
}

function readSlot(slot: Slot, { typed, result, into, as }: Target): void {
  const raw = rawOf(slot, typed);
  if (raw === undefined) return;
  const parsed = slot.field.shape.safeParse(raw);
  // Control characters alone are nothing, as spaces are.
  if (!parsed.success && typeof raw === 'string' && /^[\s\p{Cc}\p{Cf}]*$/u.test(raw)) return;
  if (!parsed.success) result.errors.push({ field: inputName(slot), ...errorOf(slot.field, raw) });
  else if (slot.field.words) result.words[slot.name] = String(parsed.data);
  else into[as] = parsed.data;
}

function readRows(rows: Slot, more: { side: Side; typed: Typed; result: ReadResult }): void {
  const { side, typed, result } = more;
  const keys = [...new Set(rowKeys(typed, rows.name))];
  if (keys.length > MOST_ROWS) {
    result.errors.push({
      field: `${rows.name}[]`,
      message: 'records.form.rows-many' as MessageKey,
      args: { most: MOST_ROWS },
    });
  }
  const list = keys.map((k): Row => {
    const row: Row = { k };
    for (const slot of cellSlots(rows, k, side)) {
      readSlot(slot, { typed, result, into: row, as: slot.name.slice(slot.name.lastIndexOf('/') + 1) });
    }
    return row;
  });
  if (side !== 'words' && list.length > 0) result.facts[rows.name] = list;
}

/** What the shape is asked about; undefined where nothing was typed. */
function rawOf(slot: Slot, typed: Typed): unknown {
  const { field } = slot;
  const name = inputName(slot);
  if (field.as === 'choices' || field.as === 'links' || field.as === 'files') {
    const list = [...new Set(many(typed, name))];
    if (list.length === 0) return undefined;
    if (field.as === 'links') return list.map(toNumber);
    return field.as === 'files' ? list.map(toFile) : list;
  }
  const text = one(typed, name);
  if (text.trim() === '') return undefined;
  if (field.as === 'number') return toNumber(text);
  if (field.as === 'link') return toNumber(text);
  if (field.as === 'day') return westernDigits(text);
  return field.as === 'yes' ? text === 'yes' : text;
}

// A comma is the decimal sign of most of our languages; grouping is by spaces or not at all.
const toNumber = (text: string): number =>
  Number(
    westernDigits(text)
      .replaceAll(/[\s\u00a0]/g, '')
      .replace(',', '.'),
  );

const toFile = (text: string) => ({ sha256: text.slice(0, 64), name: text.slice(65) });

function errorOf(field: Field, raw: unknown): Pick<FieldError, 'message' | 'args'> {
  const longest = field.as === 'prose' ? PROSE_LENGTH : LINE_LENGTH;
  if ((field.as === 'line' || field.as === 'prose') && typeof raw === 'string')
    return { message: 'records.form.too-long' as MessageKey, args: { most: longest } };
  return { message: `records.form.wrong-${field.as}` as MessageKey };
}
