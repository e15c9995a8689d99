// SPDX-License-Identifier: EUPL-1.2
import { ALLOW_ALWAYS, BLOCK_EVERYONE, NEVER } from '@rowan/rating-index';
import { describe, expect, it } from 'vitest';
import { CLOSED_BY_FAMILY, CLOSED_FOR_EVERYONE, judge, OPEN } from './rules.ts';

const GAMES = 1 << 13;
const CHAT = 1 << 10;
const SCAM = 1 << 14;
const LAST = 2 ** 31;
const ages = new Uint8Array(32);
ages[13] = 7;
ages[10] = 13;
ages[14] = NEVER;
ages[31] = 16;

const words = { [OPEN]: 'open', [CLOSED_BY_FAMILY]: 'family', [CLOSED_FOR_EVERYONE]: 'everyone' };
const say = (openTo: number, verdict: { minAge: number; categories?: number; flags?: number }, more = {}) =>
  words[judge({ openTo, blocked: 0, opened: 0, ...more }, { categories: 0, flags: 0, ...verdict }, ages)];

describe("a child's rules", () => {
  it('leave open what nobody said anything about', () => {
    expect(judge({ openTo: 0, blocked: -1, opened: 0 }, null, ages)).toBe(OPEN);
  });

  it('close what is for older people', () => {
    expect([9, 13, 14, NEVER].map((minAge) => say(13, { minAge }))).toEqual([
      'open',
      'open',
      'family',
      'family',
    ]);
  });

  it('close a kind whatever its age', () => {
    expect(say(17, { minAge: 7, categories: GAMES }, { blocked: GAMES })).toBe('family');
    expect(say(17, { minAge: 0, categories: LAST }, { blocked: LAST })).toBe('family');
  });

  it('open a kind up to the age of that kind and no further', () => {
    const opened = { opened: CHAT };
    expect(say(9, { minAge: 13, categories: CHAT }, opened)).toBe('open');
    expect(say(9, { minAge: 13, categories: CHAT | GAMES }, opened)).toBe('open');
    expect(say(9, { minAge: 18, categories: CHAT }, opened)).toBe('family');
    expect(say(9, { minAge: NEVER, categories: CHAT | SCAM }, opened)).toBe('family');
    expect(say(9, { minAge: 16, categories: LAST }, { opened: LAST })).toBe('open');
  });

  it('close a kind even where another of its kinds was opened', () => {
    expect(say(9, { minAge: 13, categories: CHAT | GAMES }, { opened: CHAT, blocked: GAMES })).toBe('family');
  });

  it('close a host with a kind for older people that was not opened, whatever else it is', () => {
    const both = { minAge: 13, categories: CHAT | GAMES };
    expect(say(6, both, { opened: CHAT })).toBe('family');
    expect(say(6, both, { opened: CHAT | GAMES })).toBe('open');
    expect(say(6, both, { opened: GAMES })).toBe('family');
    expect(say(9, { minAge: 13, categories: CHAT | LAST }, { opened: CHAT })).toBe('open');
    expect(say(9, { minAge: 16, categories: CHAT | LAST }, { opened: LAST })).toBe('family');
  });

  it('never close help, and never open what is closed for everyone', () => {
    expect(say(0, { minAge: 0, categories: GAMES, flags: ALLOW_ALWAYS }, { blocked: GAMES })).toBe('open');
    expect(say(21, { minAge: NEVER, flags: BLOCK_EVERYONE }, { opened: -1 })).toBe('everyone');
  });
});
