// SPDX-License-Identifier: EUPL-1.2
import { ALLOW_ALWAYS, BLOCK_EVERYONE, NEVER } from '@rowan/rating-index';
import { describe, expect, it } from 'vitest';
import { bitsOf, CATEGORIES, categoryOf, codesOf, isRated } from './categories.ts';
import { CHECKED, decidedVerdict, LISTED, type ListClaim, resolveLists } from './resolve.ts';

/** `adult@1` is the word of a list of independence group 1. */
function claims(...words: string[]): ListClaim[] {
  return words.map((word) => {
    const [code = '', group] = word.split('@');
    return { category: categoryOf(code)?.id ?? -1, group: Number(group) };
  });
}

function outcome(...words: string[]) {
  const { verdict, sure } = resolveLists(claims(...words));
  return { age: verdict.minAge, says: codesOf(verdict.categories), flags: verdict.flags, sure };
}

describe('what lists alone make of a host', () => {
  it.each([
    { by: [], age: 0, says: [], flags: 0, sure: 'not' },
    { by: ['adult@1'], age: 18, says: ['adult'], flags: LISTED, sure: 'not' },
    { by: ['adult@1', 'adult@2'], age: 18, says: ['adult'], flags: LISTED, sure: 'fairly' },
    { by: ['adult@1', 'adult@1', 'adult@1'], age: 18, says: ['adult'], flags: LISTED, sure: 'not' },
    { by: ['games@1', 'gambling@2'], age: 18, says: ['gambling', 'games'], flags: LISTED, sure: 'not' },
    {
      by: ['games@1', 'games@2', 'gambling@2'],
      age: 18,
      says: ['gambling', 'games'],
      flags: LISTED,
      sure: 'not',
    },
    {
      by: ['phishing@1', 'malware@1'],
      age: NEVER,
      says: ['phishing', 'malware'],
      flags: LISTED,
      sure: 'not',
    },
    { by: ['shared-host@1'], age: 0, says: [], flags: 0, sure: 'not' },
    { by: ['shared-host@1', 'adult@2'], age: 18, says: ['adult'], flags: LISTED, sure: 'not' },
  ])('$by gives age $age', ({ by, ...expected }) => {
    expect(outcome(...by)).toEqual(expected);
  });

  it.each([
    ['help', ALLOW_ALWAYS],
    ['health', ALLOW_ALWAYS],
    ['sex-education', ALLOW_ALWAYS],
    ['education', 0],
    ['news', 0],
    ['government', 0],
    ['known-good', 0],
  ])('no number of lists blocks a host known as %s (H3)', (code, flags) => {
    const many = ['adult@1', 'adult@2', 'adult@3', 'malware@4', 'scam@5'];
    expect(outcome(...many, `${code}@9`)).toEqual({ age: 0, says: [], flags, sure: 'not' });
  });

  it('believes no single list about a well-known host, and two independent ones', () => {
    expect(outcome('well-known@9', 'adult@1')).toMatchObject({ age: 0, says: [] });
    expect(outcome('well-known@9', 'adult@1', 'adult@1')).toMatchObject({ age: 0, says: [] });
    expect(outcome('well-known@9', 'adult@1', 'gambling@2')).toMatchObject({ age: 0, says: [] });
    expect(outcome('well-known@9', 'adult@1', 'adult@2')).toMatchObject({
      age: 18,
      says: ['adult'],
      sure: 'fairly',
    });
    expect(outcome('well-known@9', 'adult@1', 'adult@2', 'news@3')).toMatchObject({ age: 0, says: [] });
  });

  it('can say what it heard and why that was not enough', () => {
    const { standing, heard } = resolveLists(claims('well-known@9', 'adult@1', 'social@1', 'social@2'));
    expect(standing).toBe('well-known');
    expect(heard).toEqual([
      { category: 0, voices: 1, isEnough: false },
      { category: 9, voices: 2, isEnough: true },
    ]);
  });

  it('does not depend on the order of claims', () => {
    const words = ['adult@1', 'well-known@9', 'social@2', 'adult@3', 'social@4', 'games@1'];
    const first = resolveLists(claims(...words)).verdict;
    for (let turn = 0; turn < words.length; turn++) {
      words.push(words.shift() ?? '');
      expect(resolveLists(claims(...words)).verdict).toEqual(first);
    }
  });

  it('marks every rating that no person made (H17)', () => {
    for (const category of CATEGORIES.filter(isRated)) {
      expect(resolveLists(claims(`${category.code}@1`)).verdict.flags).toBe(LISTED);
    }
  });
});

describe("a person's decision", () => {
  it('is a verdict of its own and says that it was checked', () => {
    const decided = { minAge: 13, categories: bitsOf(['social', 'chat']), blockEveryone: false };
    expect(decidedVerdict(decided)).toEqual({ ...decided, blockEveryone: undefined, flags: CHECKED });
  });

  it('to block for everyone looks the same whatever the reason (H1)', () => {
    const one = decidedVerdict({ minAge: 18, categories: bitsOf(['scam']), blockEveryone: true });
    const other = decidedVerdict({ minAge: NEVER, categories: 0, blockEveryone: true });
    expect(one).toEqual(other);
    expect(one).toEqual({ minAge: NEVER, categories: 0, flags: BLOCK_EVERYONE });
  });
});

describe('categories', () => {
  it('have distinct numbers and codes, and rated ones fit into 32 bits', () => {
    expect(new Set(CATEGORIES.map(({ id }) => id)).size).toBe(CATEGORIES.length);
    expect(new Set(CATEGORIES.map(({ code }) => code)).size).toBe(CATEGORIES.length);
    for (const category of CATEGORIES) expect(isRated(category)).toBe(category.id < 32);
  });

  it('know nothing of politics, belief or orientation (H3)', () => {
    const codes = CATEGORIES.map(({ code }) => code).join(' ');
    expect(codes).not.toMatch(
      /politic|party|election|relig|faith|church|sect|belief|lgbt|gay|orientation|gender/,
    );
  });

  it('turn into bits and back', () => {
    expect(codesOf(bitsOf(['adult', 'remote-control']))).toEqual(['adult', 'remote-control']);
    expect(() => bitsOf(['help'])).toThrow('no rating category help');
  });
});
