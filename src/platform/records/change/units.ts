// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import type { Row } from '../kind/fields.ts';
import type { Kind } from '../kind/kind.ts';
import type { UnitMaker, UnitState } from '../record.ts';
import { isRows } from './flat.ts';

type Texts = Readonly<Record<string, unknown>>;
type Units = Readonly<Record<string, UnitState>>;

/** What a translation is made from: each unit of the original whose row still exists. */
export function sourceUnits(kind: Kind, facts: Texts, original: Texts): Map<string, string> {
  const units = Object.entries(original).filter(([unit]) => hasPlace(kind, facts, unit));
  return new Map(units.map(([unit, text]) => [unit, String(text)]));
}

/** Whether the unit's row is still among the facts; fields of words always have their place. */
export function hasPlace(kind: Kind, facts: Texts, unit: string): boolean {
  const [field = '', key] = unit.split('/');
  if (key === undefined || !isRows(kind, field)) return key === undefined;
  return ((facts[field] ?? []) as readonly Row[]).some(({ k }) => k === key);
}

/** Tells one source text from another; long enough that two texts of one unit never share it. */
export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 16);
}

/**
 * The states, looked at against the source: a unit made from another text gets `since`, which stays from the first
 * change on and goes when the source returns.
 */
export function mark(
  units: Units,
  source: ReadonlyMap<string, string>,
  now: Date,
): Record<string, UnitState> {
  const marked = Object.entries(units).map(([unit, { since, ...state }]): [string, UnitState] => {
    const text = source.get(unit);
    const isStale = text !== undefined && hashOf(text) !== state.of;
    return [unit, isStale ? { ...state, since: since ?? now.toISOString() } : state];
  });
  return Object.fromEntries(marked);
}

export interface Counts {
  todo: number;
  stale: number;
  machine: number;
}

/** What waits in a translation: without a text, out of date, read by nobody. */
export function countUnits(units: Units, body: Texts, source: ReadonlyMap<string, string>): Counts {
  const waiting = [...source.keys()].filter((unit) => !Object.hasOwn(body, unit)).length;
  const states = Object.entries(units).filter(([unit]) => source.has(unit));
  return {
    todo: waiting,
    stale: states.filter(([, { since }]) => since !== undefined).length,
    machine: states.filter(([, { s }]) => s === 'machine').length,
  };
}

export interface Said {
  states: Readonly<Record<string, UnitMaker>>;
  /** The texts that the translator had beside the form. */
  source: ReadonlyMap<string, string>;
  by: string | null;
  now: Date;
  /** What stands behind a new text when nothing is said of it. */
  otherwise: UnitMaker;
}

/**
 * The states after a save: a unit whose text is new, or of which something else is said than before, was made now
 * from the source beside the form. One that was only sent along keeps its state.
 */
export function saidUnits(
  before: { body: Texts; units: Units },
  after: Texts,
  said: Said,
): Record<string, UnitState> {
  const made = Object.keys(after).map((unit): [string, UnitState] => {
    const old = before.units[unit];
    const isNew = before.body[unit] !== after[unit];
    const s = said.states[unit] ?? (isNew || old === undefined ? said.otherwise : old.s);
    const of = hashOf(said.source.get(unit) ?? '');
    const isSaidAnew = said.states[unit] !== undefined && (s !== old?.s || of !== old.of);
    if (old !== undefined && !isNew && !isSaidAnew) return [unit, old];
    return [unit, { s, of, by: said.by, at: said.now.toISOString() }];
  });
  return Object.fromEntries(made);
}
