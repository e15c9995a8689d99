// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { dayBegins } from './local-day.ts';

describe('a day', () => {
  it.each([
    ['UTC', '2026-05-04', '2026-05-04T00:00:00.000Z'],
    ['', '2026-05-04', '2026-05-04T00:00:00.000Z'],
    ['Europe/Riga', '2026-05-04', '2026-05-03T21:00:00.000Z'],
    ['Asia/Kolkata', '2026-05-04', '2026-05-03T18:30:00.000Z'],
    ['Pacific/Kiritimati', '2026-05-04', '2026-05-03T10:00:00.000Z'],
    ['Pacific/Pago_Pago', '2026-05-04', '2026-05-04T11:00:00.000Z'],
    ['America/St_Johns', '2026-01-01', '2026-01-01T03:30:00.000Z'],
  ])('begins in %s at its own midnight', (timeZone, day, begins) => {
    expect(dayBegins(day, timeZone).toISOString()).toBe(begins);
  });

  it('begins at the first minute there is where clocks jump over midnight', () => {
    expect(dayBegins('2026-04-24', 'Africa/Cairo').toISOString()).toBe('2026-04-23T22:00:00.000Z');
  });
});
