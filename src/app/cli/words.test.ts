// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { bar, columns, count, minute, some } from './words.ts';

describe('what commands say', () => {
  it.each([
    [-1, '[........................]   0%'],
    [0, '[........................]   0%'],
    [0.5, '[############............]  50%'],
    [0.999, '[########################]  99%'],
    [1, '[########################] 100%'],
    [7, '[########################] 100%'],
  ])('draws %d as %s', (fraction, drawn) => {
    expect(bar(fraction)).toBe(drawn);
  });

  it('lines columns up and leaves no space at the end', () => {
    expect(
      columns([
        ['a', 'long word', ''],
        ['bb', 'c', 'd'],
        ['e', '', ''],
      ]),
    ).toEqual(['a   long word', 'bb  c          d', 'e']);
    expect(columns([])).toEqual([]);
  });

  it('counts', () => {
    expect([some(1, 'row'), some(0, 'row'), some(1234, 'row'), count(1e6)]).toEqual([
      '1 row',
      '0 rows',
      '1,234 rows',
      '1,000,000',
    ]);
    expect(minute(new Date('2026-11-21T12:34:56Z'))).toBe('2026-11-21 12:34');
  });
});
