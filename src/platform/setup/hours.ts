// SPDX-License-Identifier: EUPL-1.2
import type { Installation } from './installation.ts';

type Hours = Pick<Installation, 'timeZone' | 'hours' | 'holidays' | 'promised'>;
export type Priority = 'p0' | 'p1' | 'p2' | 'p3' | 'p4';

const MINUTE = 60_000;
const STEP = 5 * MINUTE;
const MONTH = 31 * 24 * 60 * MINUTE;

/** Whether somebody sits at the desk at `at`, by the desk's own clock. */
export function isOpen(site: Hours, at: Date): boolean {
  const local = localTime(site.timeZone, at);
  if (site.holidays.includes(local.date)) return false;
  return site.hours.some(
    (span) => span.days.includes(local.weekday) && span.from <= local.clock && local.clock < span.to,
  );
}

/** When a person reads next: now if the desk is open, else its next opening; null if it never opens. */
export function nextReading(site: Hours, at: Date): Date | null {
  if (isOpen(site, at)) return at;
  const start = Math.ceil(at.getTime() / STEP) * STEP;
  for (let time = start; time < start + MONTH; time += STEP) {
    if (isOpen(site, new Date(time))) return new Date(time);
  }
  return null;
}

/**
 * The promised time for a case that came at `at`. P0 and P1 run by the clock, for danger does not keep
 * office hours; the others count minutes of opening time only.
 */
export function dueAt(site: Hours, priority: Priority, at: Date): Date {
  const minutes = site.promised[priority];
  if (priority === 'p0' || priority === 'p1') return new Date(at.getTime() + minutes * MINUTE);
  let left = minutes * MINUTE;
  let time = at.getTime();
  const end = time + MONTH;
  while (left > 0 && time < end) {
    if (isOpen(site, new Date(time))) left -= STEP;
    time += STEP;
  }
  return new Date(time);
}

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const formats = new Map<string, Intl.DateTimeFormat>();

function localTime(timeZone: string, at: Date): { date: string; clock: string; weekday: number } {
  const zone = timeZone === '' ? 'UTC' : timeZone;
  let format = formats.get(zone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-CA', {
      timeZone: zone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      weekday: 'short',
      hourCycle: 'h23',
    });
    formats.set(zone, format);
  }
  const part = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
  return {
    date: `${part.year}-${part.month}-${part.day}`,
    clock: `${part.hour}:${part.minute}`,
    weekday: weekdays.indexOf(part.weekday ?? '') + 1,
  };
}
