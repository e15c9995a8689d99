// SPDX-License-Identifier: EUPL-1.2
import type { Row } from '../kind/fields.ts';
import type { Kind, PastStep } from '../kind/kind.ts';
import { isRows } from './flat.ts';

type Body = Record<string, unknown>;

/** A body in today's shape, and what the kind has no field for any more. */
export interface Today {
  body: Body;
  gone: Body;
}

/**
 * Reads a body that was written in an older shape. Steps name a field, or a cell as `field/cell`. Pure: history is
 * never rewritten, only read anew.
 */
export function today(kind: Kind, shape: number, body: Readonly<Body>): Today {
  const gone: Body = {};
  let read: Body = { ...body };
  for (const step of kind.past.filter(({ to }) => to > shape)) read = takeStep(step, read, gone);
  for (const [unit, value] of Object.entries(read)) {
    if (isKnown(kind, unit)) continue;
    gone[unit] = value;
    delete read[unit];
  }
  return { body: read, gone };
}

/** The states of translated units under the names that their texts have today. */
export function todayUnits<S>(
  kind: Kind,
  shape: number,
  units: Readonly<Record<string, S>>,
): Record<string, S> {
  const steps = kind.past.filter(({ to }) => to > shape);
  const named = Object.entries(units).map(([unit, state]) => [steps.reduce(renamed, unit), state] as const);
  return Object.fromEntries(named.filter(([unit]) => isKnown(kind, unit)));
}

function takeStep(step: PastStep, body: Body, gone: Body): Body {
  const read: Body = {};
  for (const [unit, value] of Object.entries(body)) {
    if (Array.isArray(value) && isRowList(value)) {
      const rows = value.map((row) => stepRow(step, { name: unit, row }, gone));
      keepValue(step, { unit, value: rows }, { read, gone });
    } else keepValue(step, { unit, value }, { read, gone });
  }
  return read;
}

function keepValue(
  step: PastStep,
  { unit, value }: { unit: string; value: unknown },
  { read, gone }: { read: Body; gone: Body },
): void {
  const place = placeOf(unit);
  const whole = unit.split('/', 1)[0] ?? unit;
  if (step.drop?.includes(place) || step.drop?.includes(whole)) {
    gone[unit] = value;
    return;
  }
  const turn = step.turn?.[place];
  const turned = turn === undefined ? value : turn(value);
  if (turned === undefined) gone[unit] = value;
  else read[renamed(unit, step)] = turned;
}

/** Cells of facts: the row keeps its key and its place. */
function stepRow(step: PastStep, { name, row }: { name: string; row: Row }, gone: Body): Row {
  const { k, ...cells } = row;
  const read: Body = {};
  for (const [cell, value] of Object.entries(cells)) {
    const place = `${name}/${cell}`;
    const turned = step.drop?.includes(place)
      ? undefined
      : (step.turn?.[place]?.(value) ?? turnless(step, place, value));
    if (turned === undefined) gone[`${name}/${k}/${cell}`] = value;
    else read[step.rename?.[place]?.split('/').at(-1) ?? cell] = turned;
  }
  return { k, ...read };
}

const turnless = (step: PastStep, place: string, value: unknown) =>
  step.turn !== undefined && Object.hasOwn(step.turn, place) ? undefined : value;

/** `field/key/cell` is declared as `field/cell`. */
function placeOf(unit: string): string {
  const [field = '', key, cell] = unit.split('/');
  return key === undefined || cell === undefined ? unit : `${field}/${cell}`;
}

function renamed(unit: string, step: PastStep): string {
  const [field = '', key, cell] = unit.split('/');
  if (key === undefined || cell === undefined) return step.rename?.[unit] ?? unit;
  const ownCell = step.rename?.[`${field}/${cell}`]?.split('/').at(-1) ?? cell;
  return `${step.rename?.[field] ?? field}/${key}/${ownCell}`;
}

function isRowList(list: readonly unknown[]): list is readonly Row[] {
  return list.every((one) => typeof one === 'object' && one !== null && 'k' in one);
}

function isKnown(kind: Kind, unit: string): boolean {
  const [field = '', key, cell = ''] = unit.split('/');
  if (!Object.hasOwn(kind.fields, field)) return false;
  return key === undefined || (isRows(kind, field) && Object.hasOwn(kind.fields[field]?.cells ?? {}, cell));
}
