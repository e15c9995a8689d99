// SPDX-License-Identifier: EUPL-1.2
import type { Priority } from './priority.ts';

// Who is next (hotline.md 5.10): priority, then due time, then age. With that alone a low case can wait for ever while
// urgent ones keep coming, so every fifth pull takes the oldest instead. Danger (P0) goes first and uses up no turn.

export interface Waiting {
  id: string;
  priority: Priority;
  dueAt: Date;
  receivedAt: Date;
}

/** One pull in so many takes the oldest case, whatever its priority. */
export const EVERY = 5;

/**
 * The waiting cases in the order they will be given out. `turn` counts the pulls so far that were not P0. The k-th
 * oldest case (from 1) is given out within `EVERY * k` such pulls, however many urgent ones arrive meanwhile.
 */
export function orderQueue<C extends Waiting>(waiting: readonly C[], turn: number): C[] {
  const urgent = waiting.toSorted(byUrgency);
  const danger = urgent.filter(isDanger);
  const rest = urgent.filter((one) => !isDanger(one));
  const oldest = rest.toSorted(byAge);
  const given = new Set<C>();
  const take = (from: C[]): C | undefined => {
    while (from[0] !== undefined && given.has(from[0])) from.shift();
    return from.shift();
  };
  for (let at = 0; at < waiting.length - danger.length; at++) {
    const next = take((turn + at) % EVERY === EVERY - 1 ? oldest : rest);
    if (next !== undefined) given.add(next);
  }
  return [...danger, ...given];
}

export function isDanger({ priority }: Pick<Waiting, 'priority'>): boolean {
  return priority === 'p0';
}

function byUrgency(a: Waiting, b: Waiting): number {
  return a.priority.localeCompare(b.priority) || a.dueAt.getTime() - b.dueAt.getTime() || byAge(a, b);
}

function byAge(a: Waiting, b: Waiting): number {
  return a.receivedAt.getTime() - b.receivedAt.getTime() || a.id.localeCompare(b.id);
}
