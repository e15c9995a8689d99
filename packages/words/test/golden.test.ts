// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { fold, LANGUAGES, stem } from '../src/index.ts';
import { arabic } from '../src/languages/arabic.ts';
import { english } from '../src/languages/english.ts';
import { french } from '../src/languages/french.ts';
import { latvian } from '../src/languages/latvian.ts';
import { russian } from '../src/languages/russian.ts';
import { spanish } from '../src/languages/spanish.ts';
import { finds } from './finds.ts';
import * as latin from './golden-latin.ts';
import * as other from './golden-other.ts';

const linesOf = (table: string): string[] => table.trim().split('\n');

describe.each([
  ['en', latin.english],
  ['fr', latin.french],
  ['es', latin.spanish],
  ['lv', latin.latvian],
  ['ru', other.russian],
  ['ar', other.arabic],
])('forms of one word in %s', (language, table) => {
  it.each(linesOf(table))('find one another: %s', (line) => {
    const words = line.split(' ');
    const missed = words.flatMap((asked) =>
      words.filter((text) => !finds(asked, text, language)).map((text) => `${asked} does not find ${text}`),
    );
    expect(missed).toEqual([]);
  });
});

describe('a Vietnamese word', () => {
  it.each(linesOf(other.vietnamese))('is found with its marks and without: %s', (line) => {
    const [text = '', ...asked] = line.split(' ');
    expect([text, ...asked].filter((one) => !finds(one, text, 'vi'))).toEqual([]);
  });
});

describe('a Chinese text', () => {
  it.each(linesOf(other.chinese))('is found, however the question is cut: %s', (line) => {
    const [text = '', asked = ''] = line.split(' | ');
    expect(finds(asked, text, 'zh')).toBe(true);
  });

  it('is not found by characters that only look like its words', () => {
    expect(finds('安全儿', '儿童保护与网络安全', 'zh')).toBe(false);
    expect(finds('保网', '儿童保护与网络安全', 'zh')).toBe(false);
  });
});

describe('words of other meaning', () => {
  it.each([
    ['en', 'police policy', 'child chill', 'report repair', 'new news', 'law lawn', 'age ago'],
    ['fr', 'fils fille', 'enfant enfer', 'loi loin', 'jeu jeune', 'mineur mine'],
    ['es', 'niño nido', 'ley leer', 'derecho directo', 'hijo hilo', 'policía política'],
    ['ru', 'право правило', 'дети детали', 'страна страница', 'мой мои', 'семь семья', 'мать материал'],
    ['ar', 'والدين دين', 'حق حقيقة', 'علم معلم', 'وطن طن', 'ابن بنت'],
    ['lv', 'skola skolotājs', 'likums liktenis', 'internets interns', 'vecāki vecs'],
  ])('stay apart in %s: %j', (language, ...pairs) => {
    const met = pairs.filter((pair) => {
      const [one = '', another = ''] = pair.split(' ');
      return finds(one, another, language);
    });
    expect(met).toEqual([]);
  });
});

describe('lists of kin', () => {
  const tongues = [arabic, english, french, latvian, russian, spanish];

  it.each(tongues)('give each group one stem of its own: $code', ({ code, kin }) => {
    const stems = kin.map((group) => [...new Set(group.split(' ').map((word) => stem(word, code)))]);
    expect(stems.filter((found) => found.length !== 1)).toEqual([]);
    expect(new Set(stems.flat()).size).toBe(kin.length);
  });

  it.each(tongues)('name a word once: $code', ({ kin }) => {
    const words = kin.flatMap((group) => [...new Set(group.split(' ').map(fold))]);
    expect(words.filter((word, at) => words.indexOf(word) !== at)).toEqual([]);
  });
});

describe('stem', () => {
  it.each(LANGUAGES)('leaves words of other scripts, with digits, and short ones as they are: %s', (code) => {
    expect(['東京', 'covid19', 'θεός', 'a', ''].map((word) => stem(word, code))).toEqual([
      '東京',
      'covid19',
      'θεοσ',
      'a',
      '',
    ]);
  });

  it('only folds where there are no endings, or the language is not ours', () => {
    expect(stem('Bảo', 'vi')).toBe('bao');
    expect(stem('儿童', 'zh')).toBe('儿童');
    expect(stem('Schulen', 'de')).toBe('schulen');
  });
});
