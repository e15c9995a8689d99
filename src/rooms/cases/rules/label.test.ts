// SPDX-License-Identifier: EUPL-1.2
import { expect, it } from 'vitest';
import { labelOf, readLabel } from './label.ts';

const id = 'f3a1c04e-9b77-4c11-8a52-0d6e3b1f9ac4';

it('names a case by eight letters of its id, and finds it again', () => {
  const label = labelOf(id);
  expect(label).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
  const range = readLabel(label);
  expect(range !== null && range.from <= id && id <= range.to).toBe(true);
});

it('forgives how a name is typed', () => {
  expect(readLabel(' 0o1l-ABCD')).toEqual(readLabel('0011ABCD'));
  expect(readLabel('0011-ABC')).toBeNull();
  expect(readLabel('0011-ABCU')).toBeNull();
});
