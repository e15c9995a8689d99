// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import type { Answers } from './answers.ts';
import { intentOf } from './intent.ts';

const rows: [string, Answers, string][] = [
  ['nothing at all', { what: 'saw' }, 'tell'],
  ['only that we know', { what: 'saw', wishes: ['know'] }, 'tell'],
  ['not knowing what helps', { what: 'saw', wishes: ['unsure'] }, 'tell'],
  ['taking it down', { what: 'saw', wishes: ['remove'] }, 'notify'],
  ['making the person stop', { what: 'mean', wishes: ['stop'] }, 'notify'],
  ['talking', { what: 'mean', wishes: ['talk'] }, 'help'],
  ['talking before taking down', { what: 'mean', wishes: ['remove', 'talk'] }, 'help'],
  ['nothing, while in danger', { what: 'unsafe', safe: 'someone' }, 'help'],
  [
    'telling someone, after reading what then happens',
    { what: 'unsafe', wishes: ['tell'], denounce: 'yes' },
    'denounce',
  ],
  [
    'telling someone, while in danger',
    { what: 'unsafe', safe: 'someone', wishes: ['tell'], denounce: 'yes' },
    'denounce',
  ],
  ['telling someone, but talking first', { what: 'unsafe', wishes: ['tell'], denounce: 'talk' }, 'help'],
  ['telling someone, but not the police', { what: 'unsafe', wishes: ['tell'], denounce: 'no' }, 'notify'],
  ['telling someone, without having read that page', { what: 'unsafe', wishes: ['tell'] }, 'notify'],
  ['a yes that stayed from another branch', { what: 'unsafe', wishes: ['know'], denounce: 'yes' }, 'tell'],
  ['telling someone about a page one dislikes', { what: 'saw', wishes: ['tell'], denounce: 'yes' }, 'notify'],
  [
    'telling someone about a lost game item',
    { what: 'tricked', wishes: ['tell'], denounce: 'yes' },
    'notify',
  ],
  ['a list from a company', { who: 'company' }, 'notify'],
];

describe('the intent', () => {
  it.each(rows)('of %s is read from the answers', (_, answers, intent) => {
    expect(intentOf(answers)).toBe(intent);
  });
});
