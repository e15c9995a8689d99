// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { wordDiff } from './word-diff.ts';

const told = (before: string, after: string, lang: string) =>
  wordDiff(before, after, lang)
    .map(({ how, text }) => ({ same: text, gone: `[-${text}-]`, new: `[+${text}+]` })[how])
    .join('');

describe('what changed between two texts', () => {
  it.each([
    ['en', 'A child may ask.', 'A child may always ask.', 'A child may [+always +]ask.'],
    ['en', 'Until May.', 'Until June.', 'Until [-May-][+June+].'],
    ['en', 'Same.', 'Same.', 'Same.'],
    ['en', '', 'New.', '[+New.+]'],
    ['zh', '保护儿童上网', '保护所有儿童上网', '保护[+所有+]儿童上网'],
    [
      'en',
      'Who says so, and how.',
      'They wrote it, and when.',
      '[-Who says so-][+They wrote it+], and [-how-][+when+].',
    ],
    [
      'en',
      'old books in red rooms',
      'new stories in blue houses',
      '[-old books in red rooms-][+new stories in blue houses+]',
    ],
    ['ru', 'Закон о защите детей', 'Закон о детях', 'Закон о [-защите детей-][+детях+]'],
  ])('is told word by word (%s)', (lang, before, after, expected) => {
    expect(told(before, after, lang)).toBe(expected);
  });

  it('gives back both texts from its pieces, also where they are too long to compare', () => {
    const before = Array.from({ length: 3000 }, (_, n) => `a${n}`).join(' ');
    const after = Array.from({ length: 3000 }, (_, n) => `b${n}`).join(' ');
    const pieces = wordDiff(before, after, 'en');
    expect(
      pieces
        .filter(({ how }) => how !== 'new')
        .map(({ text }) => text)
        .join(''),
    ).toBe(before);
    expect(
      pieces
        .filter(({ how }) => how !== 'gone')
        .map(({ text }) => text)
        .join(''),
    ).toBe(after);
  });
});
