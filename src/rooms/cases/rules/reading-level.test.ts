// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { readingLevel } from './reading-level.ts';

describe('the meter', () => {
  it('finds a plain letter easy', () => {
    const letter =
      'Thank you. We read what you wrote. Do not pay. Do not delete the messages. We will write on Friday.';
    expect(readingLevel(letter, 'en')).toMatchObject({
      sentences: 5,
      longest: 5,
      average: 4,
      hard: [],
      easy: true,
    });
  });

  it('names long words and words of the desk, each once', () => {
    const level = readingLevel('The platform will retain the documentation. The platform is slow.', 'en', [
      'retain',
      'platform',
    ]);
    expect(level.hard).toEqual(['platform', 'retain', 'documentation']);
    expect(level.easy).toBe(false);
  });

  it('measures the longest sentence, and a new line ends one', () => {
    const long = Array.from({ length: 21 }, () => 'and').join(' ');
    expect(readingLevel(`${long}.`, 'en')).toMatchObject({ longest: 21, easy: false });
    expect(readingLevel('Hello\nYou can write to us', 'en')).toMatchObject({ sentences: 2, longest: 5 });
  });

  it('cuts languages without spaces by their words', () => {
    const level = readingLevel('谢谢你。我们读了你写的话。', 'zh');
    expect(level).toMatchObject({ sentences: 2, easy: true });
    expect(level.longest).toBeGreaterThan(2);
  });

  it('says nothing of an empty letter', () => {
    expect(readingLevel(' ', 'en')).toEqual({ sentences: 0, longest: 0, average: 0, hard: [], easy: true });
  });
});
