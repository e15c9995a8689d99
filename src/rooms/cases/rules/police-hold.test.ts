// SPDX-License-Identifier: EUPL-1.2
import { expect, it } from 'vitest';
import { endsSoon, HOLD_DAYS, holdUntil, stands, WARN_DAYS } from './police-hold.ts';

const DAY = 86_400_000;
const set = new Date('2026-11-21T12:00:00Z');
const later = (days: number) => new Date(set.getTime() + days * DAY);
const hold = { expiresAt: holdUntil(set), endedAt: null };

it.each([
  ['at once', hold, set, true, false],
  ['three days before its end', hold, later(HOLD_DAYS - WARN_DAYS), true, true],
  ['at its end, with no job and no hand', hold, later(HOLD_DAYS), false, false],
  ['lifted', { ...hold, endedAt: later(2) }, later(3), false, false],
  ['never set', null, set, false, false],
])('a hold %s', (_name, found, now, standing, soon) => {
  expect([stands(found, now), endsSoon(found, now)]).toEqual([standing, soon]);
});
