// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import {
  allText,
  cut,
  fold,
  foldText,
  forms,
  LANGUAGES,
  question,
  stem,
  vector,
  vectorText,
} from '../src/index.ts';
import { matches } from './finds.ts';
import * as latin from './golden-latin.ts';
import * as other from './golden-other.ts';

type Random = (below: number) => number;

/** Repeatable random input (mulberry32): the same seed gives the same numbers on every machine. */
function seeded(seed: number): Random {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const vocabulary = [...Object.values(latin), ...Object.values(other)].join(' ').split(/[\s|]+/u);
const ODD = [
  "'",
  '\\',
  '\0',
  '-',
  '.',
  ':',
  '_',
  '’',
  '\u0301',
  '\u0306',
  '\u0654',
  'ـ',
  '\u200d',
  '\ud800',
  'ﷺ',
  '𠀀',
  '😀',
  '٣',
  'Й',
  'ё',
];

function anyCharacter(random: Random): string {
  const ranges = [0x80, 0x250, 0x530, 0x700, 0x2000, 0xa000, 0x11_0000];
  return String.fromCodePoint(random(ranges[random(ranges.length)] ?? 1));
}

function anyText(random: Random): string {
  const pieces = Array.from({ length: random(12) }, () => {
    const kind = random(4);
    if (kind === 0) return ODD[random(ODD.length)];
    if (kind === 1) return anyCharacter(random);
    return (vocabulary[random(vocabulary.length)] ?? '') + (random(3) === 0 ? '' : ' ');
  });
  return pieces.join('');
}

function texts(seed: number, count: number): { text: string; language: string }[] {
  const random = seeded(seed);
  return Array.from({ length: count }, () => ({
    text: anyText(random),
    language: [...LANGUAGES, '', 'de'][random(10)] ?? '',
  }));
}

/** Reads what `vectorText` wrote as PostgreSQL's documentation says it is read (8.11.1). */
function readVector(written: string): Map<string, string> {
  const entries = written.matchAll(/'((?:''|\\\\|[^'\\])*)':(\d+[A-D](?:,\d+[A-D])*)(?: |$)/gsy);
  return new Map(
    [...entries].map(([, lexeme = '', places = '']) => [lexeme.replace(/(['\\])\1/g, '$1'), places]),
  );
}

describe('any text', () => {
  it('gives the same tokens again', () => {
    for (const { text, language } of texts(1, 2000)) {
      expect(vector(text, language)).toEqual(vector(text, language));
    }
  });

  it('is folded once: folding again changes nothing', () => {
    for (const { text } of texts(2, 5000)) {
      expect(fold(fold(text))).toBe(fold(text));
      expect(foldText(foldText(text))).toBe(foldText(text));
    }
  });

  it('is cut into words that stand where they say, one after another', () => {
    for (const { text, language } of texts(3, 3000)) {
      let last = 0;
      for (const { text: word, start, end, position } of cut(text, language)) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(text.slice(start, end).replaceAll('.', '')).toBe(word.replaceAll('.', ''));
        expect(position).toBeGreaterThan(0);
        last = end;
      }
    }
  });

  it('is found by a question of any of its words, whoever asks', () => {
    const random = seeded(4);
    for (const { text, language } of texts(5, 3000)) {
      const preferred = LANGUAGES[random(LANGUAGES.length)] ?? 'en';
      for (const { text: word } of cut(text, language)) {
        const asked = question(word, preferred);
        if (asked.words.length > 0)
          expect([word, text, matches(asked, text, language)]).toEqual([word, text, true]);
      }
    }
  });

  it('makes a tsvector that reads back as its tokens', () => {
    for (const { text, language } of texts(6, 3000)) {
      const tokens = vector(text, language);
      const read = readVector(vectorText({ tokens, weight: 'B' }));
      const wanted = new Set(tokens.map(({ lexeme }) => lexeme.replaceAll('\0', '')));
      expect(new Set(read.keys())).toEqual(wanted);
    }
  });

  it('makes a question of quoted words and operators only', () => {
    for (const { text, language } of texts(7, 3000)) {
      const bare = allText(question(text, language).words).replace(/'(?:''|\\\\|[^'\\])*'/gs, 'w');
      expect(bare).toMatch(/^(\(w(:\*)?( \| w(:\*)?)*\)( & |$))*$/);
    }
  });

  it('leaves well-formed, bounded tokens without empty ones', () => {
    for (const { text, language } of texts(8, 3000)) {
      for (const { lexeme } of vector(text, language)) {
        expect(lexeme.isWellFormed() && lexeme !== '' && [...lexeme].length <= 200).toBe(true);
      }
    }
  });
});

describe('a word', () => {
  it('has four forms at most, and its stem is one that a question in its language asks for', () => {
    for (const word of vocabulary.filter((one) => one !== '')) {
      for (const language of LANGUAGES) {
        expect(forms(word, language).length).toBeLessThanOrEqual(4);
        expect(stem(word, language)).not.toBe('');
      }
    }
  });
});
