// SPDX-License-Identifier: EUPL-1.2
import type { Kind } from '../kind/kind.ts';
import type { Clash } from '../record.ts';
import { deepen, type Flat, fieldOf, flatten, isRows } from './flat.ts';
import { canonical, same } from './same.ts';

type Body = Record<string, unknown>;

export interface Merged {
  body: Body;
  /** Units that both changed, each into something else. Where there is one, `body` must not be kept. */
  clashes: Clash[];
}

/**
 * Joins two changes of one body. What only one side changed is taken; lists (choices, links, files, the order of rows)
 * keep the additions and removals of both. Pure.
 */
export function merge(kind: Kind, base: Readonly<Body>, sides: { mine: Body; theirs: Body }): Merged {
  const old = flatten(kind, base);
  const mine = flatten(kind, sides.mine);
  const theirs = flatten(kind, sides.theirs);
  const flat: Flat = {};
  const clashes: Clash[] = [];
  const units = new Set([...Object.keys(old), ...Object.keys(theirs), ...Object.keys(mine)]);
  for (const unit of units) {
    const found = mergeUnit(old[unit], mine[unit], theirs[unit]);
    if (found.clash) clashes.push({ unit, mine: mine[unit], theirs: theirs[unit] });
    else if (found.value !== undefined) flat[unit] = found.value;
  }
  clashes.push(...lostCells(kind, flat, { mine, theirs }));
  return { body: deepen(kind, flat), clashes };
}

function mergeUnit(base: unknown, mine: unknown, theirs: unknown): { value?: unknown; clash: boolean } {
  if (same(mine, theirs) || same(mine, base)) return { value: theirs, clash: false };
  if (same(theirs, base)) return { value: mine, clash: false };
  const lists = [base ?? [], mine ?? [], theirs ?? []];
  if (!lists.every(Array.isArray)) return { clash: true };
  const [b = [], m = [], t = []] = lists as unknown[][];
  const value = mergeLists(b, m, t);
  return { value: value.length > 0 ? value : undefined, clash: false };
}

/**
 * Both removals and both additions. The order is that of whoever moved what was there before, mine where both did;
 * what the other added stands after its neighbour there.
 */
function mergeLists(
  base: readonly unknown[],
  mine: readonly unknown[],
  theirs: readonly unknown[],
): unknown[] {
  const [b, m, t] = [keyed(base), keyed(mine), keyed(theirs)];
  const kept = (key: string) => (b.has(key) ? m.has(key) && t.has(key) : true);
  const common = [...b.keys()].filter(kept);
  const [lead, other] = same(inOrder(m, common), common) ? [t, m] : [m, t];
  const order = [...lead.keys()].filter(kept);
  let after = -1;
  for (const key of other.keys()) {
    if (!kept(key)) continue;
    const at = order.indexOf(key);
    if (at >= 0) after = at;
    else order.splice(++after, 0, key);
  }
  return order.map((key) => (m.has(key) ? m.get(key) : t.get(key)));
}

const keyed = (list: readonly unknown[]) => new Map(list.map((one) => [canonical(one), one]));
const inOrder = (list: Map<string, unknown>, keys: readonly string[]) =>
  [...list.keys()].filter((key) => keys.includes(key));

/** One side wrote into a row that the other took away: nobody's text may go unseen. */
function lostCells(kind: Kind, flat: Flat, { mine, theirs }: { mine: Flat; theirs: Flat }): Clash[] {
  const lost = Object.keys(flat).filter((unit) => {
    const [, key] = unit.split('/');
    const field = fieldOf(unit);
    if (key === undefined || !isRows(kind, field) || isWords(kind, unit)) return false;
    return !((flat[field] ?? []) as readonly string[]).includes(key);
  });
  return lost.map((unit) => ({ unit, mine: mine[unit], theirs: theirs[unit] }));
}

function isWords(kind: Kind, unit: string): boolean {
  const [field = '', , cell = ''] = unit.split('/');
  return kind.fields[field]?.cells[cell]?.words === true;
}
