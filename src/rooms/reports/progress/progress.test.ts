// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import type { Priority } from '../form/priority.ts';
import { dayAfter, mondayAfter, toMinute } from './clock.ts';
import { progressOf } from './progress.ts';
import { fits, hasActed, type ToldStep } from './steps.ts';

const at = (clock: string) => new Date(`2026-05-04T${clock}:00Z`);
const step = (name: ToldStep['step'], clock: string, more: Partial<ToldStep> = {}): ToldStep => ({
  step: name,
  code: null,
  n: null,
  row: null,
  dueAt: null,
  at: at(clock),
  ...more,
});

const look = (steps: ToldStep[], clock: string, priority: Priority = 'p2') =>
  progressOf({ priority, dueAt: at('18:00'), steps, now: at(clock), lateBy: at('23:00') });

describe('the progress of a report', () => {
  it('begins with what we promised', () => {
    const progress = look([step('received', '12:40')], '13:00');
    expect(progress).toMatchObject({ holder: 'team', due: at('18:00'), late: null, unopened: false });
    expect(progress.next).toEqual(['read', 'acting', 'finished']);
  });

  it('says that we are late, and by when a person writes', () => {
    const progress = look([step('received', '12:40')], '18:01');
    expect(progress.late).toEqual({ said: at('18:00'), by: at('23:00') });
    expect(progress.unopened).toBe(false);
  });

  it('says that nobody opened an urgent report, and stops saying so when somebody did', () => {
    expect(look([step('received', '12:40')], '18:01', 'p0').unopened).toBe(true);
    const read = [step('received', '12:40'), step('read', '18:02')];
    expect(look(read, '18:03', 'p0')).toMatchObject({ unopened: false, late: null });
  });

  it('names who has it now', () => {
    const steps = [
      step('received', '12:40'),
      step('handed-over', '13:00', { code: 'police', dueAt: at('20:00') }),
    ];
    expect(look(steps, '14:00')).toMatchObject({ holder: 'police', due: at('20:00'), next: ['finished'] });
    expect(look([step('received', '12:40'), step('question', '13:00')], '14:00').holder).toBe('you');
  });

  it('ends, and may be opened again for thirty days', () => {
    const steps = [step('received', '12:40'), step('finished', '13:00', { code: 'helped' })];
    const progress = look(steps, '23:30');
    expect(progress).toMatchObject({ finished: true, due: null, late: null, next: [] });
    expect(progress.againUntil).toEqual(new Date('2026-06-03T13:00:00Z'));
  });

  it('begins anew when it is opened again', () => {
    const steps = [
      step('received', '12:40'),
      step('acting', '13:00'),
      step('finished', '13:10'),
      step('reopened', '14:00', { dueAt: at('20:00') }),
    ];
    expect(look(steps, '14:10')).toMatchObject({
      finished: false,
      due: at('20:00'),
      next: ['read', 'acting', 'finished'],
    });
    expect(hasActed(steps)).toBe(false);
    expect(hasActed(steps.slice(0, 2))).toBe(true);
  });

  it('does not follow single rows of a list', () => {
    const steps = [step('received', '12:40'), step('row-removed', '13:00', { row: 7 })];
    expect(look(steps, '13:10').status.step).toBe('received');
  });

  it('knows which code belongs to which step', () => {
    expect(fits('handed-over', 'police')).toBe(true);
    expect(fits('handed-over', null)).toBe(true);
    expect(fits('read', 'police')).toBe(false);
  });
});

describe('dates that may be stored', () => {
  it('are cut to the minute', () => {
    expect(toMinute(new Date('2026-05-04T12:40:59.999Z'))).toEqual(at('12:40'));
  });

  it.each([
    ['2026-05-04T00:00:00Z', 7, '2026-05-11'],
    ['2026-05-05T23:59:00Z', 0, '2026-05-11'],
    ['2026-05-10T12:00:00Z', 1, '2026-05-11'],
    ['2026-05-11T12:00:00Z', 92, '2026-08-17'],
  ])('%s and %i days round up to Monday %s', (now, days, monday) => {
    expect(mondayAfter(new Date(now), days)).toBe(monday);
  });

  it('count days in UTC', () => {
    expect(dayAfter(new Date('2026-02-27T23:00:00Z'), 2)).toBe('2026-03-01');
  });
});
