// SPDX-License-Identifier: EUPL-1.2
import { LANGS, westernDigits } from '#platform/i18n';

/** Short enough to meet a month in any case of its language, long enough to tell June from July. */
const SHORTEST = 3;
const LAST_YEAR = 2199;

const months = new Map(
  LANGS.flatMap((lang) =>
    Array.from({ length: 12 }, (_, at): [string, number][] => {
      const day = new Date(Date.UTC(2021, at, 3));
      const parts = new Intl.DateTimeFormat(lang, {
        day: 'numeric',
        month: 'long',
        timeZone: 'UTC',
      }).formatToParts(day);
      const name = parts.find(({ type }) => type === 'month')?.value.toLowerCase() ?? '';
      return /^\p{L}{3,}/u.test(name) ? [[name, at + 1]] : [];
    }).flat(),
  ),
);

type Found = { at: number; year: number; month: number; day: number };

/** The first day that a text names, ISO 8601, in the ways of eight languages; null where it names none. Pure. */
export function dayIn(text: string): string | null {
  const plain = westernDigits(text);
  const first = [...numbered(plain), ...named(plain)].filter(isDay).sort((a, b) => a.at - b.at)[0];
  if (first === undefined) return null;
  return [first.year, first.month, first.day].map((part) => String(part).padStart(2, '0')).join('-');
}

// Year first, or day first. A month first, as written in one country, would be a guess in all others.
function numbered(text: string): Found[] {
  const yearFirst = /(\d{4})\s*(?:年|-)\s*(\d{1,2})\s*(?:月|-)\s*(\d{1,2})/gu;
  const dayFirst = /(?<!\d)(\d{1,2})\s*(?:[./]|tháng)\s*(\d{1,2})\s*(?:[./]|năm)\s*(\d{4})/giu;
  return [
    ...[...text.matchAll(yearFirst)].map(({ index, 1: y, 2: m, 3: d }) => made(index, y, [Number(m), d])),
    ...[...text.matchAll(dayFirst)].map(({ index, 1: d, 2: m, 3: y }) => made(index, y, [Number(m), d])),
  ];
}

function named(text: string): Found[] {
  const dayMonthYear = /(?<!\d)(\d{1,2})\.?\s+(?:de\s+)?(\p{L}{3,})\s+(?:de\s+)?(\d{4})/gu;
  const monthDayYear = /(\p{L}{3,})\s+(\d{1,2}),?\s+(\d{4})/gu;
  // Latvian: "2022. gada 8. februāris".
  const yearDayMonth = /(\d{4})\.\s*gada\s+(\d{1,2})\.\s*(\p{L}{3,})/giu;
  return [
    ...[...text.matchAll(dayMonthYear)].map(({ index, 1: d, 2: m, 3: y }) => made(index, y, [monthOf(m), d])),
    ...[...text.matchAll(monthDayYear)].map(({ index, 1: m, 2: d, 3: y }) => made(index, y, [monthOf(m), d])),
    ...[...text.matchAll(yearDayMonth)].map(({ index, 1: y, 2: d, 3: m }) => made(index, y, [monthOf(m), d])),
  ];
}

const made = (at: number, year: string | undefined, [month, day]: [number, string | undefined]): Found => ({
  at,
  year: Number(year),
  month,
  day: Number(day),
});

/** A month by its name in any of our languages, whatever its ending; 0 for another word. */
function monthOf(word = ''): number {
  const name = word.toLowerCase();
  const whole = months.get(name);
  if (whole !== undefined) return whole;
  const near = [...months].find(([one]) => {
    const least = Math.max(SHORTEST, Math.min(one.length, name.length) - 2);
    return Math.abs(one.length - name.length) <= 2 && one.slice(0, least) === name.slice(0, least);
  });
  return near?.[1] ?? 0;
}

function isDay({ year, month, day }: Found): boolean {
  const at = new Date(Date.UTC(year, month - 1, day));
  return (
    year > 1800 && year <= LAST_YEAR && month > 0 && at.getUTCMonth() === month - 1 && at.getUTCDate() === day
  );
}
