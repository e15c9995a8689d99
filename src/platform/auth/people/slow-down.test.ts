// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { createSlowDown } from './slow-down.ts';

const now = new Date('2026-11-21T12:00:00Z');
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000);

describe('slowing down', () => {
  it('doubles with each failure of one name and never passes a minute', () => {
    const slow = createSlowDown();
    const waits = Array.from({ length: 8 }, () => {
      slow.failed('Linden', now);
      return slow.wait('Linden', now);
    });
    expect(waits).toEqual([2, 4, 8, 16, 32, 60, 60, 60]);
  });

  it('is over with time, and forgotten after a good sign-in', () => {
    const slow = createSlowDown();
    slow.failed('Linden', now);
    expect(slow.wait(' LINDEN ', later(1))).toBe(1);
    expect(slow.wait('Linden', later(2))).toBe(0);
    slow.failed('Linden', later(2));
    slow.good('linden');
    slow.failed('Linden', later(10));
    expect(slow.wait('Linden', later(10))).toBe(2);
  });

  it('keeps one name out of the way of another', () => {
    const slow = createSlowDown();
    slow.failed('Linden', now);
    expect(slow.wait('Birch', now)).toBe(0);
  });
});
