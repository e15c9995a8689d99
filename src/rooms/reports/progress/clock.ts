// SPDX-License-Identifier: EUPL-1.2

const MINUTE = 60_000;
const DAY = 86_400_000;
const MONDAY = 1;

/** Cut to the minute: with a second beside it, one visit among many could be singled out (security.md 2.9). */
export function toMinute(at: Date): Date {
  return new Date(Math.floor(at.getTime() / MINUTE) * MINUTE);
}

/** The calendar day in UTC, YYYY-MM-DD. */
export function dayOf(at: Date): string {
  return at.toISOString().slice(0, 10);
}

/** The day `days` from now, rounded up to a Monday, so that a date does not tell the day of a visit. */
export function mondayAfter(now: Date, days: number): string {
  const end = new Date(now.getTime() + days * DAY);
  const ahead = (7 + MONDAY - end.getUTCDay()) % 7;
  return dayOf(new Date(end.getTime() + ahead * DAY));
}

/** The day `days` from now. */
export function dayAfter(now: Date, days: number): string {
  return dayOf(new Date(now.getTime() + days * DAY));
}
