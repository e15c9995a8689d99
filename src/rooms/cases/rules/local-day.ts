// SPDX-License-Identifier: EUPL-1.2

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/**
 * When a day (`2026-05-04`) begins in a time zone. Where clocks jump over midnight that is the first minute there is of
 * it; looked for rather than reckoned, because no offset can be trusted on the day on which it changes.
 */
export function dayBegins(day: string, timeZone: string): Date {
  const local = new Intl.DateTimeFormat('en-CA', {
    timeZone: timeZone === '' ? 'UTC' : timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  const noon = Date.parse(`${day}T12:00:00Z`);
  // No zone is further from UTC than 14 hours.
  let before = noon - 30 * HOUR;
  let after = noon + 6 * HOUR;
  while (after - before > MINUTE) {
    const middle = before + Math.floor((after - before) / 2 / MINUTE) * MINUTE;
    if (local.format(middle) < day) before = middle;
    else after = middle;
  }
  return new Date(after);
}
