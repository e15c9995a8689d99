// SPDX-License-Identifier: EUPL-1.2
import { expect, it } from 'vitest';
import { isOverdue, nextDay, type Plan } from './support.ts';

const plan: Plan = {
  nextOn: '2026-12-01',
  endedAt: null,
  followUps: [
    { on: '2026-11-25', doneAt: null },
    { on: '2026-11-20', doneAt: new Date('2026-11-20T10:00:00Z') },
  ],
};

it('knows the next day on which somebody stands by, and what is overdue', () => {
  expect(nextDay(plan)).toBe('2026-11-25');
  expect(nextDay({ ...plan, followUps: [] })).toBe('2026-12-01');
  expect(isOverdue(plan, '2026-11-25')).toBe(false);
  expect(isOverdue(plan, '2026-11-26')).toBe(true);
});

it('ends when somebody said enough', () => {
  const over = { ...plan, endedAt: new Date('2026-11-24T10:00:00Z') };
  expect(nextDay(over)).toBeNull();
  expect(isOverdue(over, '2027-01-01')).toBe(false);
});
