// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '#platform/db';
import { type FullRecord, readRecords, searchRecords } from '#platform/records';
import { anniversaryIn, observedOn } from '../days.ts';
import { titleOf } from '../said.ts';

export interface CalendarDay {
  record: FullRecord;
  title: string;
  /** ISO 8601; null where nobody set this year's day yet. */
  on: string | null;
  /** How many years, for an anniversary. */
  years: number | null;
}

export interface Calendar {
  days: CalendarDay[];
  /** Themes that run in this year, and campaigns. */
  themes: FullRecord[];
  campaigns: FullRecord[];
}

const MOST = 200;

/** What a year holds: its days in order, those without a day last; the themes and campaigns that run in it. */
export async function calendarOf(db: Db, lang: string, year: number): Promise<Calendar> {
  const observances = await published(db, 'observance', lang);
  const days = observances.map((record): CalendarDay => {
    const { facts } = record;
    const years = facts.what === 'anniversary' ? anniversaryIn(facts, year) : null;
    return { record, title: titleOf(record, lang), on: observedOn(facts, year), years };
  });
  const inYear = (record: FullRecord) => runsIn(record.facts, year);
  return {
    days: days
      .filter(({ record }) => began(record, year))
      .sort((a, b) => ((a.on ?? '9') < (b.on ?? '9') ? -1 : 1)),
    themes: (await published(db, 'theme', lang)).filter(inYear),
    campaigns: (await published(db, 'campaign', lang)).filter(inYear),
  };
}

/** Every published record of a kind, newest day first. */
export async function published(db: Db, kind: string, lang: string): Promise<FullRecord[]> {
  const found = await searchRecords(db, {
    reader: { face: 0, level: 0, lang },
    ...{ words: '', kinds: [kind], chosen: {}, schemes: [], from: 0, most: MOST },
  });
  return readRecords(
    db,
    found.hits.map(({ record }) => record),
    { face: 0, level: 0 },
  );
}

const began = ({ facts }: FullRecord, year: number) =>
  typeof facts.first !== 'string' || Number(facts.first.slice(0, 4)) <= year;

// "The whole year and beyond": a theme or campaign without an end goes on.
function runsIn({ from, until, beyond }: Readonly<Record<string, unknown>>, year: number): boolean {
  const first = Number(String(from ?? '').slice(0, 4));
  const open = until === undefined || beyond === true;
  return first <= year && (open || Number(String(until).slice(0, 4)) >= year);
}
