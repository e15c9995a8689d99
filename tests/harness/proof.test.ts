// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { idsInTitle, proofOf } from './proof.ts';

const sent = { role: 'public', verb: 'POST', route: '/en/report', status: 303 };
const read = { role: 'operator', verb: 'GET', route: '/desk', status: 200 };

describe('idsInTitle', () => {
  it('finds one id or several in brackets, and nothing else', () => {
    expect(idsInTitle(`lets a child speak [${'VI'}-18]`)).toEqual(['VI-18']);
    expect(idsInTitle(`joins [${'VI'}-18, RU-03] and [LV-01]`)).toEqual(['VI-18', 'RU-03', 'LV-01']);
    expect(idsInTitle('answers RFC-1035 [draft]')).toEqual([]);
  });
});

describe('proofOf', () => {
  it.each([
    ['a change read by another role', ['VI-18'], [sent, read], []],
    ['a read before the change', ['VI-18'], [read, sent], ['nobody in another role read the effect']],
    [
      'a read by the same role',
      ['VI-18'],
      [sent, { ...read, role: 'public' }],
      ['nobody in another role read the effect'],
    ],
    ['a refused change', ['VI-18'], [{ ...sent, status: 422 }, read], ['changed nothing']],
    [
      'a refused read',
      ['VI-18'],
      [sent, { ...read, status: 404 }],
      ['nobody in another role read the effect'],
    ],
    ['no request', ['VI-18'], [], ['made no request']],
    ['four ids', ['VI-18', 'RU-01', 'RU-02', 'RU-03'], [sent, read], ['names more than 3 requirements']],
  ])('judges %s', (_name, ids, requests, lacks) => {
    expect(proofOf(ids, requests).lacks).toEqual(lacks);
  });
});
