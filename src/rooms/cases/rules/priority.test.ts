// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { callsNow, canTake, isUnopened, moreUrgent, type Need, type Priority } from './priority.ts';

const at = (minutes: number) => new Date(Date.UTC(2026, 10, 21, 12, minutes));

describe('what somebody can take today', () => {
  const cases: [string, Need[], Priority, Need[], boolean][] = [
    ['a case that asks nothing', [], 'p3', [], true],
    ['words for somebody who reads words', ['text'], 'p2', ['text'], true],
    ['pictures for somebody who takes none', ['text', 'links'], 'p2', ['links', 'images'], false],
    ['self-harm for somebody who does not today', ['text'], 'p1', ['text', 'self-harm'], false],
    ['danger, which waits for nobody', [], 'p0', ['text', 'images'], true],
  ];
  it.each(cases)('judges %s', (_name, can, priority, needs, expected) => {
    expect(canTake(can, { priority, needs })).toBe(expected);
  });
});

describe('a P0 that nobody took', () => {
  const danger = { priority: 'p0' as const, openedAt: null, dueAt: at(15) };

  it.each([
    ['in time', danger, at(15), false],
    ['late', danger, at(16), true],
    ['taken late', { ...danger, openedAt: at(20) }, at(30), false],
    ['not urgent', { ...danger, priority: 'p1' as const }, at(30), false],
  ])('is noticed: %s', (_name, found, now, expected) => {
    expect(isUnopened(found, now)).toBe(expected);
  });

  it('calls at once and then every ten minutes', () => {
    expect(callsNow(null, at(16))).toBe(true);
    expect(callsNow(at(16), at(25))).toBe(false);
    expect(callsNow(at(16), at(26))).toBe(true);
  });
});

it('keeps the more urgent of two priorities', () => {
  expect(moreUrgent('p3', 'p1')).toBe('p1');
  expect(moreUrgent('p0', 'p4')).toBe('p0');
});
