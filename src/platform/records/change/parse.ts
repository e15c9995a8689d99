// SPDX-License-Identifier: EUPL-1.2
import type { Field } from '../kind/fields.ts';
import type { Kind } from '../kind/kind.ts';
import type { Facts, Words } from '../record.ts';

/** What is wrong with one field or unit: not a value of its type, too long, or no such field. */
export interface BodyProblem {
  unit: string;
  code: 'unknown' | 'wrong' | 'long';
}

export type Parsed<B> = { ok: true; body: B } | { ok: false; problems: BodyProblem[] };

const ROW_KEY = /^[a-z0-9]{4,12}$/;

/** Facts as they are kept: tidied, empty values left out. What is needed to publish may still be missing. */
export function parseFacts(kind: Kind, raw: Readonly<Record<string, unknown>>): Parsed<Facts> {
  const fieldOf = (name: string) => {
    const field = Object.hasOwn(kind.fields, name) ? kind.fields[name] : undefined;
    return field === undefined || field.words ? null : field;
  };
  return parseBody(raw, fieldOf) as Parsed<Facts>;
}

/** The words of one language, in the same way. */
export function parseWords(kind: Kind, raw: Readonly<Record<string, unknown>>): Parsed<Words> {
  return parseBody(raw, (unit) => wordsField(kind, unit)) as Parsed<Words>;
}

/** The field or cell that a unit of words belongs to; null where the kind has none such. */
export function wordsField(kind: Kind, unit: string): Field | null {
  const [name = '', key, cell, ...rest] = unit.split('/');
  const field = Object.hasOwn(kind.fields, name) ? kind.fields[name] : undefined;
  if (field === undefined || rest.length > 0) return null;
  if (key === undefined) return field.words ? field : null;
  if (cell === undefined || !ROW_KEY.test(key) || !Object.hasOwn(field.cells, cell)) return null;
  const found = field.cells[cell];
  return found?.words ? found : null;
}

function parseBody(
  raw: Readonly<Record<string, unknown>>,
  fieldOf: (unit: string) => Field | null,
): Parsed<Record<string, unknown>> {
  const body: Record<string, unknown> = {};
  const problems: BodyProblem[] = [];
  for (const [unit, value] of Object.entries(raw)) {
    if (isEmpty(value)) continue;
    const field = fieldOf(unit);
    if (field === null) {
      problems.push({ unit, code: 'unknown' });
      continue;
    }
    const parsed = field.shape.safeParse(value);
    if (parsed.success) body[unit] = parsed.data;
    else if (!isBlank(value)) problems.push({ unit, code: isLong(parsed.error.issues) ? 'long' : 'wrong' });
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, body };
}

function isEmpty(value: unknown): boolean {
  return (
    value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
  );
}

const isBlank = (value: unknown) => typeof value === 'string' && value.trim() === '';
const isLong = (issues: readonly { code: string }[]) => issues.some(({ code }) => code === 'too_big');
