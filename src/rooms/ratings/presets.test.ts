// SPDX-License-Identifier: EUPL-1.2
import { ALLOW_ALWAYS, BLOCK_EVERYONE, NEVER } from '@rowan/rating-index';
import { describe, expect, it } from 'vitest';
import { PRESETS, presetAnswer } from './presets.ts';

const answers = (minAge: number, flags = 0) =>
  PRESETS.map((preset) => presetAnswer(preset, { minAge, categories: 0, flags })).join(' ');

describe('presets', () => {
  it.each([
    [0, 'allow allow allow allow'],
    [7, 'ask allow allow allow'],
    [9, 'block allow allow allow'],
    [12, 'block ask allow allow'],
    [13, 'block block allow allow'],
    [15, 'block block ask allow'],
    [16, 'block block block allow'],
    [17, 'block block block ask'],
    [18, 'block block block block'],
    [NEVER, 'block block block block'],
  ])('for age %i answer %s', (minAge, expected) => {
    expect(answers(minAge)).toBe(expected);
  });

  it('never stop help, and always stop what is blocked for everyone', () => {
    expect(answers(0, ALLOW_ALWAYS)).toBe('allow allow allow allow');
    expect(answers(NEVER, BLOCK_EVERYONE)).toBe('block block block block');
  });

  it('leave a host open that nobody said anything about', () => {
    expect(PRESETS.map((preset) => presetAnswer(preset, null))).toEqual(['allow', 'allow', 'allow', 'allow']);
  });
});
