// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import type { Answers } from './answers.ts';
import { needsOf, priorityOf } from './priority.ts';

const risk = { danger: 'no', known: 'no', live: 'no', places: '' } as const;
const sort = { area: 'content', legal: 'harm' } as const;

const rows: [string, Answers, string][] = [
  ['somebody may hurt the child', { who: 'teen', what: 'mean', safe: 'someone' }, 'p0'],
  ['the child may hurt itself', { who: 'teen', what: 'picture', safe: 'myself' }, 'p0'],
  ['a stranger wants to meet', { who: 'teen', what: 'unsafe', asks: ['meet'], safe: 'yes' }, 'p0'],
  ['pictures against money', { who: 'teen', what: 'unsafe', asks: ['pictures', 'money'], safe: 'yes' }, 'p0'],
  ['money for silence', { who: 'teen', what: 'unsafe', asks: ['money', 'secret'], safe: 'yes' }, 'p0'],
  ['a stranger who wants pictures', { who: 'teen', what: 'unsafe', asks: ['pictures'], safe: 'yes' }, 'p1'],
  ['a stranger, no more said', { who: 'teen', what: 'unsafe', asks: [], safe: 'yes' }, 'p1'],
  ['a private picture', { who: 'teen', what: 'picture', safe: 'yes' }, 'p1'],
  ['mean people, not sure to be safe', { who: 'teen', what: 'mean', safe: 'unsure' }, 'p1'],
  ['a bad page', { who: 'teen', what: 'saw' }, 'p2'],
  ['something without a name', { who: 'teen', what: 'other' }, 'p2'],
  ['mean people and a child under 13', { who: 'under-13', what: 'mean', safe: 'yes' }, 'p2'],
  ['mean people', { who: 'teen', what: 'mean', safe: 'yes' }, 'p3'],
  ['a trick', { who: 'parent', what: 'tricked', wishes: ['know', 'remove'] }, 'p3'],
  ['a trick that we should only know of', { who: 'teen', what: 'tricked', wishes: ['know'] }, 'p4'],
  ['danger told before another branch was taken', { who: 'teen', what: 'tricked', safe: 'someone' }, 'p3'],
  ['a company: a child in danger', { who: 'company', risk: { ...risk, danger: 'yes' }, sort }, 'p0'],
  ['a company: a live stream', { who: 'company', risk: { ...risk, live: 'yes' }, sort }, 'p0'],
  ['a company: a child it knows', { who: 'company', risk: { ...risk, known: 'yes' }, sort }, 'p1'],
  [
    'a company: abuse, danger not known',
    { who: 'company', risk: { ...risk, danger: 'unsure' }, sort: { ...sort, legal: 'abuse' } },
    'p1',
  ],
  ['a company: abuse', { who: 'company', risk, sort: { ...sort, legal: 'abuse' } }, 'p2'],
  ['a company: class not known', { who: 'company', risk, sort: { ...sort, legal: 'unsure' } }, 'p2'],
  ['a company: harm', { who: 'company', risk, sort }, 'p3'],
];

describe('the priority', () => {
  it.each(rows)('of %s', (_, answers, priority) => {
    expect(priorityOf(answers)).toBe(priority);
  });
});

describe('the needs', () => {
  it('say what a person must be able to take', () => {
    const where = { text: 'See https://example.org/a', unknown: false };
    expect(needsOf({ who: 'teen', what: 'saw', where, more: '' })).toEqual(['links', 'images']);
    expect(needsOf({ who: 'teen', what: 'mean', safe: 'myself', more: 'words' })).toEqual([
      'text',
      'self-harm',
    ]);
    expect(needsOf({ who: 'teen', what: 'tricked' })).toEqual([]);
  });
});
