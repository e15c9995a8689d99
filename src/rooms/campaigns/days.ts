// SPDX-License-Identifier: EUPL-1.2

const DAY = 86_400_000;

/** The day of an instant, ISO 8601. */
export const dayOf = (at: Date): string => at.toISOString().slice(0, 10);

export const daysLater = (at: Date, days: number): string => dayOf(new Date(at.getTime() + days * DAY));

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

/**
 * The day on which an observance falls in a year, by its facts; null where they do not say. `same-day`: month and day.
 * `nth-weekday`: that weekday of the nth week with one in the month (5 is the last). `set-yearly`: one of its dates.
 */
export function observedOn(facts: Readonly<Record<string, unknown>>, year: number): string | null {
  const { rule, month, monthDay, week, weekday } = facts;
  if (rule === 'same-day' && isIn(month, 12) && isIn(monthDay, 31)) return realDay(year, month, monthDay);
  if (rule === 'nth-weekday' && isIn(month, 12) && isIn(week, 5))
    return nthWeekday({ year, month, week, weekday: WEEKDAYS.indexOf(String(weekday)) });
  if (rule === 'set-yearly') return setDay(facts.dates, year);
  return null;
}

const isIn = (value: unknown, most: number): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= most;

function realDay(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 ? dayOf(date) : null;
}

interface Nth {
  year: number;
  month: number;
  week: number;
  /** Monday is 0. */
  weekday: number;
}

function nthWeekday({ year, month, week, weekday }: Nth): string | null {
  if (weekday < 0) return null;
  const first = (new Date(Date.UTC(year, month - 1, 1)).getUTCDay() + 6) % 7;
  const day = 1 + ((weekday - first + 7) % 7) + (week - 1) * 7;
  return realDay(year, month, day) ?? realDay(year, month, day - 7);
}

function setDay(dates: unknown, year: number): string | null {
  const rows = Array.isArray(dates) ? (dates as { on?: string }[]) : [];
  return rows.find(({ on }) => on?.length === 10 && on.startsWith(`${year}-`))?.on ?? null;
}

/** How many years after its first day an anniversary is in this year; null before it. */
export function anniversaryIn(facts: Readonly<Record<string, unknown>>, year: number): number | null {
  const first = typeof facts.first === 'string' ? Number(facts.first.slice(0, 4)) : Number.NaN;
  return Number.isInteger(first) && year > first ? year - first : null;
}
