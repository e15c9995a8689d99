// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import {
  formatDay,
  formatList,
  formatPercent,
  formatRelative,
  formatRelativeDay,
  formatShort,
  formatTime,
  weekdayName,
  westernDigits,
} from './format.ts';
import { LANGS } from './languages.ts';
import { negotiate } from './negotiate.ts';

const riga = { lang: 'en', timeZone: 'Europe/Riga' } as const;
const evening = new Date('2026-05-04T21:30:00Z');

describe('dates and times', () => {
  it('follow the time zone of the installation, with the weekday', () => {
    expect(formatDay(evening, riga)).toBe('Tuesday, 5 May 2026');
    expect(formatTime(evening, riga)).toBe('00:30');
    expect(formatTime(evening, { lang: 'ar', timeZone: 'UTC' })).toBe('21:30');
    expect(formatDay(evening, { lang: 'ar', timeZone: 'UTC' })).toBe('الاثنين، 4 مايو 2026');
    expect(formatDay(evening, { lang: 'zh', timeZone: 'UTC' })).toBe('2026年5月4日星期一');
  });

  it('keep western digits unless the installation has chosen others', () => {
    expect(formatShort(evening, { lang: 'ar', timeZone: 'UTC' })).toMatch(/21:30/);
    expect(formatShort(evening, { lang: 'ar', timeZone: 'UTC', digits: 'arab' })).toMatch(/٢١:٣٠/);
  });

  it('say when something is due by the calendar of the reader', () => {
    const now = new Date('2026-05-04T20:00:00Z');
    expect(formatRelativeDay(evening, now, { lang: 'en', timeZone: 'UTC' })).toBe('today, 21:30');
    expect(formatRelativeDay(evening, now, riga)).toBe('tomorrow, 00:30');
    expect(formatRelativeDay(new Date('2026-05-09T09:00:00Z'), now, riga)).toBe('Sat 9 May, 12:00');
  });

  it('say how far away something is in whole units', () => {
    const now = new Date('2026-05-04T20:00:00Z');
    expect(formatRelative(evening, now, riga)).toBe('in 1 hour');
    expect(formatRelative(new Date('2026-05-02T19:00:00Z'), now, riga)).toBe('2 days ago');
    expect(formatRelative(now, now, riga)).toBe('this minute');
    expect(formatRelative(evening, now, { lang: 'ru', timeZone: 'UTC' })).toBe('через 1 час');
  });

  it('name weekdays from Monday as 1 in every language', () => {
    expect(weekdayName(1, { lang: 'lv' })).toMatch(/^pirmdiena$/i);
    expect(weekdayName(7, { lang: 'en' }, 'short')).toBe('Sun');
  });
});

it('writes lists and shares as each language does', () => {
  expect(formatList(['a', 'b', 'c'], { lang: 'fr' })).toBe('a, b et c');
  expect(formatPercent(0.5, { lang: 'fr' })).toMatch(/^50\s%$/);
});

it('reads the digits of Arabic, Persian and wide keyboards', () => {
  expect(westernDigits('٤٨٢١ ۰۹۳۷ ５５６０ 1186')).toBe('4821 0937 5560 1186');
});

describe('the language of a first visit', () => {
  it('is the open language with the highest weight', () => {
    expect(negotiate('de, ru;q=0.7, lv;q=0.9', LANGS)).toBe('lv');
    expect(negotiate('zh-Hant-TW,zh;q=0.9,en;q=0.8', LANGS)).toBe('zh');
    expect(negotiate('ar;q=0, vi;q=0.1', LANGS)).toBe('vi');
  });

  it('falls back to what is open, whatever the header holds', () => {
    expect(negotiate(undefined, ['lv', 'ru'], 'lv')).toBe('lv');
    expect(negotiate('fr', ['lv', 'ru'])).toBe('lv');
    expect(negotiate(`${','.repeat(5000)}constructor;q=1`, LANGS)).toBe('en');
    expect(negotiate('ru;q=nonsense, fr;q=2', LANGS, 'es')).toBe('es');
  });
});
