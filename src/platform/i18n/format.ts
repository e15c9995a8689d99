// SPDX-License-Identifier: EUPL-1.2
import { type Digits, type Lang, localeTag } from './languages.ts';

/** Whose habits a date or number follows: a language, an IANA time zone, the installation's digits. */
export interface Where {
  lang: Lang;
  timeZone: string;
  digits?: Digits;
}

const DAY: Intl.DateTimeFormatOptions = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' };
const SHORT_DAY: Intl.DateTimeFormatOptions = { weekday: 'short', day: 'numeric', month: 'short' };
const DATE: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'long', year: 'numeric' };
// Twenty-four hours everywhere: "12:00" with a half of the day left out has sent children at midnight.
const TIME: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };

const formats = new Map<string, Intl.DateTimeFormat>();

function formatted(when: Date, where: Where, options: Intl.DateTimeFormatOptions): string {
  const tag = localeTag(where.lang, where.digits);
  const name = `${tag} ${where.timeZone} ${Object.keys(options).join()} ${options.weekday}`;
  let format = formats.get(name);
  if (!format) {
    format = new Intl.DateTimeFormat(tag, { ...options, timeZone: where.timeZone });
    formats.set(name, format);
  }
  return format.format(when);
}

/** "Monday, 4 May 2026" */
export function formatDay(when: Date, where: Where): string {
  return formatted(when, where, DAY);
}

/** "4 May 2026" */
export function formatDate(when: Date, where: Where): string {
  return formatted(when, where, DATE);
}

/** "18:00", in twenty-four hours. */
export function formatTime(when: Date, where: Where): string {
  return formatted(when, where, TIME);
}

/** "Monday, 4 May 2026 at 18:00" */
export function formatDateTime(when: Date, where: Where): string {
  return formatted(when, where, { ...DAY, ...TIME });
}

/** "Mon 4 May, 18:00": for lists where the year is plain. */
export function formatShort(when: Date, where: Where): string {
  return formatted(when, where, { ...SHORT_DAY, ...TIME });
}

const RELATIVE_UNITS: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

/** "in 3 hours", "2 days ago": the largest whole unit; less than a minute is "this minute". */
export function formatRelative(when: Date, now: Date, where: Where): string {
  const words = new Intl.RelativeTimeFormat(localeTag(where.lang, where.digits), { numeric: 'auto' });
  const distance = when.getTime() - now.getTime();
  for (const [unit, length] of RELATIVE_UNITS) {
    // Whole days are counted on the clock: 47 hours are "1 day", never "the day after tomorrow".
    if (Math.abs(distance) >= length) {
      const whole = new Intl.RelativeTimeFormat(localeTag(where.lang, where.digits), { numeric: 'always' });
      return whole.format(Math.trunc(distance / length), unit);
    }
  }
  return words.format(0, 'minute');
}

/** When something is due, as a person says it: "today, 18:00", "tomorrow, 12:00", else the weekday and date. */
export function formatRelativeDay(when: Date, now: Date, where: Where): string {
  const days = dayNumber(when, where.timeZone) - dayNumber(now, where.timeZone);
  if (days < -1 || days > 1) return formatShort(when, where);
  const words = new Intl.RelativeTimeFormat(localeTag(where.lang, where.digits), { numeric: 'auto' });
  return formatList([words.format(days, 'day'), formatTime(when, where)], where, 'unit');
}

/** Days since 1970 of the calendar day that a clock in the time zone shows. */
function dayNumber(when: Date, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-u-ca-iso8601-nu-latn', {
    timeZone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
  }).formatToParts(when);
  const read = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  return Date.UTC(read('year'), read('month') - 1, read('day')) / 86_400_000;
}

export function formatNumber(n: number, where: Pick<Where, 'lang' | 'digits'>): string {
  return new Intl.NumberFormat(localeTag(where.lang, where.digits)).format(n);
}

/** `part` of 1 as a percentage, at most one decimal. */
export function formatPercent(part: number, where: Pick<Where, 'lang' | 'digits'>): string {
  const options: Intl.NumberFormatOptions = { style: 'percent', maximumFractionDigits: 1 };
  return new Intl.NumberFormat(localeTag(where.lang, where.digits), options).format(part);
}

/** "a, b and c"; with `unit` only commas. */
export function formatList(
  items: readonly string[],
  where: Pick<Where, 'lang' | 'digits'>,
  type: 'conjunction' | 'disjunction' | 'unit' = 'conjunction',
): string {
  return new Intl.ListFormat(localeTag(where.lang, where.digits), { type }).format(items);
}

/** The name of a weekday; 1 is Monday, 7 is Sunday (ISO 8601). */
export function weekdayName(
  day: number,
  where: Pick<Where, 'lang' | 'digits'>,
  width: 'long' | 'short' = 'long',
): string {
  // 5 January 1970 was a Monday.
  const when = new Date(Date.UTC(1970, 0, 4 + day));
  return new Intl.DateTimeFormat(localeTag(where.lang, where.digits), {
    weekday: width,
    timeZone: 'UTC',
  }).format(when);
}

const DIGIT_ZEROS = [0x0660, 0x06f0, 0xff10];

/** Turns the digits people type on Arabic, Persian and Chinese keyboards (٠, ۰, ０) into 0 to 9. */
export function westernDigits(text: string): string {
  return text.replace(/[\u0660-\u0669\u06f0-\u06f9\uff10-\uff19]/g, (digit) => {
    const code = digit.charCodeAt(0);
    const zero = DIGIT_ZEROS.find((start) => code >= start && code < start + 10) ?? code;
    return String(code - zero);
  });
}
