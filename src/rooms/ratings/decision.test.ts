// SPDX-License-Identifier: EUPL-1.2
import { NEVER } from '@rowan/rating-index';
import { describe, expect, it } from 'vitest';
import { expiryOf, type KnownAs, moreCareful, neededFor } from './decision.ts';

const unknown: KnownAs = { standing: null, isShared: false, below: null };
const block = { scope: 'host', minAge: 18, blockEveryone: false, guarded: false } as const;

describe('who must agree before a decision holds (H3)', () => {
  it.each([
    ['a rating of an unknown host', block, unknown, 'none'],
    ['a block for everyone', { ...block, blockEveryone: true }, unknown, 'second'],
    ['a guarded host', { ...block, minAge: 0, guarded: true }, unknown, 'second'],
    ['a well-known host', block, { ...unknown, standing: 'well-known' }, 'second'],
    ['a host somebody vouches for', block, { ...unknown, standing: 'known-good' }, 'second'],
    ['a shared host', block, { ...unknown, isShared: true }, 'second'],
    ['a school', block, { ...unknown, standing: 'protected' }, 'supervisor'],
    [
      'a school for everyone',
      { ...block, blockEveryone: true },
      { ...unknown, standing: 'protected' },
      'supervisor',
    ],
    ['a school that is opened', { ...block, minAge: 0 }, { ...unknown, standing: 'protected' }, 'none'],
    [
      'a host with a school below',
      { ...block, scope: 'subtree' },
      { ...unknown, below: 'protected' },
      'supervisor',
    ],
    ['a host alone with a school below', block, { ...unknown, below: 'protected' }, 'none'],
    ['even the lowest age', { ...block, minAge: 3 }, { ...unknown, standing: 'protected' }, 'supervisor'],
    ['an age of never', { ...block, minAge: NEVER }, unknown, 'none'],
  ] as const)('%s', (_, asked, known, needs) => {
    expect(neededFor(asked, known)).toBe(needs);
  });

  it('never becomes less careful between proposal and release', () => {
    expect(moreCareful('none', 'supervisor')).toBe('supervisor');
    expect(moreCareful('second', 'none')).toBe('second');
  });

  it('lets whatever took a second person end after 90 days', () => {
    const released = new Date('2026-11-22T10:00:00Z');
    expect(expiryOf('second', released)?.toISOString()).toBe('2027-02-20T10:00:00.000Z');
    expect(expiryOf('none', released)).toBeNull();
  });
});
