// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import type { Priority } from './priority.ts';
import { EVERY, isDanger, orderQueue, type Waiting } from './queue-order.ts';

const NOON = Date.UTC(2026, 10, 21, 12);
const MINUTE = 60_000;

/** `due` and `came` in minutes from noon. */
function one(id: string, priority: Priority, { due = 0, came = 0 } = {}): Waiting {
  return { id, priority, dueAt: new Date(NOON + due * MINUTE), receivedAt: new Date(NOON + came * MINUTE) };
}

const ids = (cases: readonly Waiting[]) => cases.map(({ id }) => id).join(' ');

describe('the order of the queue', () => {
  it('is priority, then due time, then age', () => {
    const cases = [
      one('low', 'p3'),
      one('late', 'p2', { due: 60 }),
      one('soon', 'p2', { due: 30, came: -1 }),
      one('soon-older', 'p2', { due: 30, came: -2 }),
      one('danger', 'p0', { due: 900 }),
    ];
    expect(ids(orderQueue(cases, 0))).toBe('danger soon-older soon late low');
  });

  it('gives every fifth pull to the oldest case', () => {
    const urgent = Array.from({ length: 6 }, (_, at) => one(`u${at}`, 'p1', { due: at, came: at }));
    const old = one('old', 'p4', { due: 9000, came: -9000 });
    expect(ids(orderQueue([...urgent, old], 0))).toBe('u0 u1 u2 u3 old u4 u5');
    expect(ids(orderQueue([...urgent, old], 4))).toBe('old u0 u1 u2 u3 u4 u5');
  });

  it('keeps danger first on every turn', () => {
    const cases = [one('danger', 'p0', { came: 5 }), one('old', 'p4', { came: -9000 })];
    for (let turn = 0; turn < EVERY; turn++) expect(ids(orderQueue(cases, turn))).toBe('danger old');
  });

  it.each([1, 2, 7])('surfaces the %s. oldest case in bounded pulls, whatever keeps coming', (rank) => {
    const old = Array.from({ length: rank }, (_, at) =>
      one(`old${at}`, 'p4', { due: 9000, came: at - 9000 }),
    );
    let waiting: Waiting[] = [...old];
    let pulls = 0;
    for (let turn = 3; waiting.some(({ id }) => id === `old${rank - 1}`); turn++) {
      // Two urgent cases arrive for each one that is taken.
      waiting.push(one(`a${turn}`, 'p1', { came: turn }), one(`b${turn}`, 'p1', { came: turn }));
      const [next] = orderQueue(waiting, turn);
      waiting = waiting.filter((other) => other !== next);
      pulls++;
    }
    expect(pulls).toBeLessThanOrEqual(EVERY * rank);
  });

  it('loses and doubles nobody', () => {
    const priorities: Priority[] = ['p0', 'p1', 'p2', 'p3', 'p4'];
    const cases = Array.from({ length: 53 }, (_, at) =>
      one(`c${at}`, priorities[(at * 7) % 5] ?? 'p4', { due: (at * 37) % 50, came: (at * 61) % 70 }),
    );
    for (let turn = 0; turn < EVERY; turn++) {
      const ordered = orderQueue(cases, turn);
      expect(ordered.map(({ id }) => id).sort()).toEqual(cases.map(({ id }) => id).sort());
      expect(ordered.findLastIndex(isDanger)).toBeLessThan(ordered.findIndex((other) => !isDanger(other)));
    }
  });
});
