// SPDX-License-Identifier: EUPL-1.2
import type { Row } from '../kind/fields.ts';
import type { Kind } from '../kind/kind.ts';

/**
 * A body with each thing that can change by itself under its own unit: `field`, or `field/key/cell` for a cell of a
 * row. `field` of rows holds the list of their keys, so that moving a row is a change of its own.
 */
export type Flat = Record<string, unknown>;

export function flatten(kind: Kind, body: Readonly<Record<string, unknown>>): Flat {
  const flat: Flat = {};
  for (const [name, value] of Object.entries(body)) {
    if (!isRows(kind, name)) {
      flat[name] = value;
      continue;
    }
    const rows = value as readonly Row[];
    flat[name] = rows.map(({ k }) => k);
    for (const { k, ...cells } of rows)
      for (const [cell, held] of Object.entries(cells)) flat[`${name}/${k}/${cell}`] = held;
  }
  return flat;
}

/** The way back. Cells of rows that are not in the list of keys are left out. */
export function deepen(kind: Kind, flat: Readonly<Flat>): Record<string, unknown> {
  const body: Record<string, unknown> = {};
  for (const [unit, value] of Object.entries(flat)) {
    if (isRows(kind, unit)) body[unit] = (value as readonly string[]).map((k) => rowOf(unit, k, flat));
    else if (!isRows(kind, fieldOf(unit)) || !kind.fields[fieldOf(unit)] || isWordsCell(kind, unit))
      body[unit] = value;
  }
  return body;
}

export function isRows(kind: Kind, name: string): boolean {
  return Object.hasOwn(kind.fields, name) && kind.fields[name]?.as === 'rows';
}

/** The field that a unit belongs to. */
export function fieldOf(unit: string): string {
  return unit.split('/', 1)[0] ?? unit;
}

function isWordsCell(kind: Kind, unit: string): boolean {
  const [name = '', , cell = ''] = unit.split('/');
  return kind.fields[name]?.cells[cell]?.words === true;
}

function rowOf(name: string, k: string, flat: Readonly<Flat>): Row {
  const start = `${name}/${k}/`;
  const cells = Object.entries(flat).filter(([unit]) => unit.startsWith(start));
  return { k, ...Object.fromEntries(cells.map(([unit, value]) => [unit.slice(start.length), value])) };
}
