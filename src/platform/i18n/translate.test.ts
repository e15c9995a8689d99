// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { LANGS } from './languages.ts';
import {
  type Catalogue,
  type MessageKey,
  safetyKeys,
  sourceText,
  translator,
  translatorOf,
} from './translate.ts';

const catalogue: Catalogue = {
  safety: [],
  review: {},
  messages: {
    en: {
      't.plain': 'Plain words',
      't.only': 'Only in English, {n, plural, one {# day} other {# days}}',
      't.name': 'Call {name} now',
      't.link': 'Read <a>the {name} page</a> first',
      't.big': 'Counted: {n, number}',
      't.share': '{p, number, percent}',
      't.choice': '{who, select, child {you} other {they}}',
      't.date': '{d, date, long}',
    },
    ar: { 't.name': 'اتصل {name} الآن', 't.big': 'العدد: {n, number}' },
  },
};

/** Keys of a test's own catalogue are not among the generated ones. */
const key = (text: string) => text as MessageKey;

describe('translation', () => {
  const en = translatorOf(catalogue, 'en');
  const ar = translatorOf(catalogue, 'ar');

  it('says plain words, arguments and choices', () => {
    expect(en(key('t.plain'))).toBe('Plain words');
    expect(en(key('t.name'), { name: '<b>Ann</b>' })).toBe('Call <b>Ann</b> now');
    expect(en(key('t.choice'), { who: 'child' })).toBe('you');
    expect(en(key('t.choice'), { who: 'constructor' })).toBe('they');
  });

  it('reads a message that a language lacks in English, with English plurals', () => {
    expect(ar(key('t.only'), { n: 1 })).toBe('Only in English, 1 day');
  });

  it('throws in tests for a key that no language has', () => {
    expect(() => en(key('t.nowhere'))).toThrow(RangeError);
    expect(() => en(key('constructor'))).toThrow(RangeError);
  });

  it('throws for an argument that is not given, and for dates inside messages', () => {
    expect(() => en(key('t.name'), {})).toThrow(TypeError);
    expect(() => en(key('t.date'), {})).toThrow(TypeError);
  });

  it('keeps Latin words, codes and numbers together inside Arabic, and leaves Arabic words alone', () => {
    expect(ar(key('t.name'), { name: 'chat.example' })).toBe('اتصل \u2068chat.example\u2069 الآن');
    expect(ar(key('t.name'), { name: '4821 0937' })).toContain('\u20684821 0937\u2069');
    expect(ar(key('t.name'), { name: 'أمي' })).toBe('اتصل أمي الآن');
  });

  it('writes numbers with the digits of the installation in every language', () => {
    expect(ar(key('t.big'), { n: 1234 })).toBe('العدد: 1,234');
    expect(translatorOf(catalogue, 'ar', 'arab')(key('t.big'), { n: 12 })).toBe('العدد: ١٢');
    expect(en(key('t.share'), { p: 0.256 })).toBe('25.6%');
  });

  it('gives pieces where an argument or a tag is an element', () => {
    const link = { name: { el: 'bdi' }, a: (children: unknown[]) => ({ el: 'a', children }) };
    expect(en.parts(key('t.link'), link)).toEqual([
      'Read ',
      { el: 'a', children: ['the ', { el: 'bdi' }, ' page'] },
      ' first',
    ]);
    expect(en(key('t.link'), { name: 'help' })).toBe('Read the help page first');
  });
});

describe('plural forms of the catalogue', () => {
  const counts: [string, number[], string[]][] = [
    [
      'ru',
      [1, 2, 5, 11, 21, 0],
      ['1 сообщение', '2 сообщения', '5 сообщений', '11 сообщений', '21 сообщение', '0 сообщений'],
    ],
    ['ar', [0, 1, 2, 3, 11, 100], ['لا رسائل', 'رسالة واحدة', 'رسالتان', '3 رسائل', '11 رسالة', '100 رسالة']],
    ['lv', [0, 1, 2, 10, 11, 21], ['0 ziņu', '1 ziņa', '2 ziņas', '10 ziņu', '11 ziņu', '21 ziņa']],
    ['zh', [0, 1, 2], ['0 条消息', '1 条消息', '2 条消息']],
  ];
  it.each(counts)('counts messages as %s does', (lang, numbers, words) => {
    const t = translator(LANGS.find((one) => one === lang) ?? 'en');
    expect(numbers.map((n) => t('ui.thread.count', { n }))).toEqual(words);
  });
});

describe('the words of the frame', () => {
  it('has them in all eight languages, safety text among them', () => {
    expect(safetyKeys).toContain('ui.leave');
    for (const lang of LANGS) {
      expect(sourceText('ui.leave', lang)).not.toBeNull();
      expect(sourceText('ui.error.title', lang)).not.toBeNull();
    }
  });
});
