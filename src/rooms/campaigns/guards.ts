// SPDX-License-Identifier: EUPL-1.2
import type { Guard, RecordRoom } from '#platform/records';

// A picture of a child goes out only when somebody said that nobody can be recognised, or that the child and a parent agreed.
const agreedPictures: Guard = (_ctx, step, { facts }) => {
  const files = Array.isArray(facts.files) ? facts.files.length : 0;
  return step === 'publish' && files > 0 && facts.agreed !== true ? ['campaigns.guard.agreed'] : [];
};

// The calendar must be able to say when a day is.
const dayThatIs: Guard = (_ctx, step, { facts }) => {
  const { rule, month, monthDay, week, weekday } = facts;
  const whole =
    rule === 'set-yearly' ||
    (rule === 'same-day' && month !== undefined && monthDay !== undefined) ||
    (rule === 'nth-weekday' && month !== undefined && week !== undefined && weekday !== undefined);
  return step === 'publish' && !whole ? ['campaigns.guard.day'] : [];
};

export const guards: NonNullable<RecordRoom['guards']> = {
  'activity-report': [agreedPictures],
  observance: [dayThatIs],
};
