// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { type Arrived, caseOfAll, joinsBySight } from './joining.ts';

const seen: Arrived = { channel: 'web', kind: 'saw', intent: 'notify', priority: 'p2' };

describe('a report that joins', () => {
  const rows: [string, Partial<Arrived>, boolean][] = [
    ['something that somebody saw', {}, true],
    ['what happened to the child itself', { kind: 'unsafe' }, false],
    ['somebody who wants to talk', { intent: 'help' }, false],
    ['an act that is denounced', { intent: 'denounce' }, false],
    ['danger', { priority: 'p0' }, false],
    ['a list of a company', { channel: 'company' }, false],
  ];
  it.each(rows)('by itself: %s', (_name, change, joins) => {
    expect(joinsBySight({ ...seen, ...change })).toBe(joins);
  });

  it('joins only where every address leads to one and the same case', () => {
    expect(caseOfAll([['a'], ['b', 'a']])).toBe('a');
    expect(caseOfAll([['a'], ['b']])).toBeNull();
    expect(
      caseOfAll([
        ['a', 'b'],
        ['a', 'b'],
      ]),
    ).toBeNull();
    expect(caseOfAll([['a'], []])).toBeNull();
    expect(caseOfAll([])).toBeNull();
  });
});
