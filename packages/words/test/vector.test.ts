// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { forms, type Token, vector, vectorText } from '../src/index.ts';

const lexemesAt = (tokens: readonly Token[], at: number): string[] =>
  tokens.filter(({ position }) => position === at).map(({ lexeme }) => lexeme);

describe('vector', () => {
  it('gives a word up to four tokens at one position', () => {
    const tokens = vector('Защитой ребёнка: СОР', 'ru');
    expect(lexemesAt(tokens, 1)).toEqual(['защитой', 'защит']);
    expect(lexemesAt(tokens, 2)).toEqual(['ребёнка', 'ребенка', 'дет']);
    expect(lexemesAt(tokens, 3)).toEqual(['сор', '~cop']);
  });

  it('gives Chinese words their pairs as well', () => {
    const tokens = vector('儿童保护', 'zh');
    expect(lexemesAt(tokens, 1)).toEqual(['儿童', '童保']);
    expect(lexemesAt(tokens, 2)).toEqual(['保护']);
  });

  it('knows the language of a word by its letters where they tell', () => {
    expect(vector('the word защитой', 'en')).toContainEqual({ lexeme: 'защит', position: 3 });
    expect(lexemesAt(vector('слово children', 'ru'), 2)).toEqual(['children']);
  });

  it('of a text without words is empty, and so is its text', () => {
    expect(vector(' … !', 'en')).toEqual([]);
    expect(vectorText({ tokens: [], weight: 'A' })).toBe('');
    expect(vectorText()).toBe('');
  });

  it('holds the length of a word and of its forms', () => {
    const long = `${'ﷺ'.repeat(3000)} ${'a'.repeat(5000)}`;
    for (const { lexeme } of vector(long, 'ar')) expect([...lexeme].length).toBeLessThanOrEqual(200);
    expect(forms('a'.repeat(5000), 'en')).toEqual(forms('a'.repeat(100), 'en'));
  });
});

describe('vectorText', () => {
  const place = (lexeme: string, position: number): Token => ({ lexeme, position });

  it('writes each lexeme once with its places and weights', () => {
    const title = { tokens: vector('Child safety', 'en'), weight: 'A' } as const;
    const text = { tokens: vector('A child', 'en'), weight: 'C' } as const;
    expect(vectorText(title)).toBe("'child':1A 'safety':2A 'saf':2A");
    expect(vectorText(title, text)).toContain("'child':1A,5C");
  });

  it('doubles quotes and backslashes, and drops what PostgreSQL cannot hold', () => {
    const tokens = [place("o'b\\r", 1), place('a\0b', 2), place('x y:1A', 3)];
    expect(vectorText({ tokens, weight: 'D' })).toBe("'o''b\\\\r':1D 'ab':2D 'x y:1A':3D");
  });

  it('names no position above 16383, and each once', () => {
    const tokens = [16_382, 16_383, 16_384, 20_000].map((position) => place('word', position));
    expect(vectorText({ tokens, weight: 'B' })).toBe("'word':16382B,16383B");
  });

  it('names at most 256 positions of a lexeme', () => {
    const tokens = Array.from({ length: 300 }, (_, at) => place('word', at + 1));
    const places = vectorText({ tokens, weight: 'A' }).split(',');
    expect(places).toHaveLength(256);
    expect(places.at(-1)).toBe('256A');
  });

  it('ends before a megabyte', () => {
    const tokens = Array.from({ length: 60_000 }, (_, at) => place(`слово${'я'.repeat(20)}${at}`, at + 1));
    const written = vectorText({ tokens, weight: 'A' });
    expect(written.split(' ').length).toBeLessThan(20_000);
    expect(written.split(' ').length).toBeGreaterThan(10_000);
  });
});
