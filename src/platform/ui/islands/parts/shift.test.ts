// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { shiftCounter } from './shift.ts';

function counterAt() {
  let now = 0;
  const counter = shiftCounter(() => now);
  const press = (at: number) => {
    now = at;
    counter.down('Shift', false);
    return counter.up('Shift');
  };
  return { counter, press };
}

describe('Shift three times', () => {
  it('counts to three within five seconds', () => {
    const { press } = counterAt();
    expect([press(0), press(1000), press(4999)]).toEqual([1, 2, 3]);
  });

  it('forgets a press that is five seconds old', () => {
    const { press } = counterAt();
    expect([press(0), press(2000), press(5000), press(6000)]).toEqual([1, 2, 2, 3]);
  });

  it('does not count capital letters, and starts again after any other key', () => {
    const { counter, press } = counterAt();
    press(0);
    press(100);
    counter.down('Shift', false);
    counter.down('A', false);
    expect(counter.up('A')).toBe(0);
    expect(counter.up('Shift')).toBe(0);
    expect(press(200)).toBe(1);
  });

  it('counts a key that is held down once', () => {
    const { counter } = counterAt();
    counter.down('Shift', false);
    counter.down('Shift', true);
    expect(counter.up('Shift')).toBe(1);
    expect(counter.up('Shift')).toBe(0);
  });
});
