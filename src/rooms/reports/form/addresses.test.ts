// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { findAddresses, isAddress } from './addresses.ts';
import { readRows } from './company-rows.ts';

describe('addresses in words', () => {
  it.each([
    ['https://example.org/a?b=1#c.', ['https://example.org/a?b=1#c']],
    ['look at example.org/room, (example.com)!', ['example.org/room', 'example.com']],
    ['我在example.org看到', ['example.org']],
    ['на сайте пример.рф', ['пример.рф']],
    ['It ended.Then I left. Write to mia@example.org', []],
    ['https://example.org https://example.org', ['https://example.org']],
    ['ShareApp, @mia.2012', []],
  ])('%s', (text, found) => {
    expect(findAddresses(text)).toEqual(found);
  });

  it('tell a web address from anything else', () => {
    expect(isAddress('http://192.0.2.7/x')).toBe(true);
    for (const text of [
      'javascript:alert(1)',
      'ftp://example.org',
      'example.org',
      'https://localhost/',
      'https://a b',
    ]) {
      expect(isAddress(text)).toBe(false);
    }
  });
});

describe('a pasted list', () => {
  it('keeps the good lines and names the others', () => {
    const text = [
      'https://example.org/1',
      '',
      'https://example.org/2, 2026-05-04 removed',
      'see you',
      'https://example.org/1',
      'https://example.org/3 yesterday',
      `https://example.org/${'x'.repeat(2000)}`,
    ].join('\r\n');
    const { rows, faults } = readRows(text);
    expect(rows).toEqual([
      { address: 'https://example.org/1', firstSeen: null, removed: false },
      { address: 'https://example.org/2', firstSeen: '2026-05-04', removed: true },
    ]);
    expect(faults.map(({ line, fault }) => `${line} ${fault}`)).toEqual([
      '4 not-address',
      '5 double',
      '6 not-understood',
      '7 too-long',
    ]);
  });

  it('ends at 500 rows', () => {
    const text = Array.from({ length: 502 }, (_, n) => `https://example.org/${n}`).join('\n');
    const { rows, faults } = readRows(text);
    expect(rows).toHaveLength(500);
    expect(faults.map(({ line, fault }) => `${line} ${fault}`)).toEqual(['501 too-many', '502 too-many']);
  });
});
