// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { deed } from '../testing/sample.ts';
import { parseFacts, parseWords } from './parse.ts';

describe('facts', () => {
  it('are tidied, and empty ones left out', () => {
    const raw = {
      reference: '  A \u202E1 ',
      dated: '2021-12',
      topics: [],
      contact: '',
      keeper: undefined,
      pages: 3,
    };
    expect(parseFacts(deed, raw)).toEqual({
      ok: true,
      body: { reference: 'A 1', dated: '2021-12', pages: 3 },
    });
    expect(parseFacts(deed, { reference: '  ' })).toEqual({ ok: true, body: {} });
  });

  it('are refused one by one, with what is wrong', () => {
    const raw = { dated: '2021-13', contact: 'x'.repeat(301), name: 'words', constructor: 'x', pages: '3' };
    expect(parseFacts(deed, raw)).toEqual({
      ok: false,
      problems: [
        { unit: 'dated', code: 'wrong' },
        { unit: 'contact', code: 'long' },
        { unit: 'name', code: 'unknown' },
        { unit: 'constructor', code: 'unknown' },
        { unit: 'pages', code: 'wrong' },
      ],
    });
  });
});

describe('words', () => {
  it('are fields of words and cells of rows, and nothing else', () => {
    expect(parseWords(deed, { name: 'N', 'said/k001/words': 'W', summary: ' ' })).toEqual({
      ok: true,
      body: { name: 'N', 'said/k001/words': 'W' },
    });
    const units = [
      'reference',
      'said/k001/who',
      'said/K!/words',
      'said/k001',
      'said/k001/words/x',
      'nothing/k001/words',
    ];
    const parsed = parseWords(deed, Object.fromEntries(units.map((unit) => [unit, 'x'])));
    expect(parsed).toEqual({ ok: false, problems: units.map((unit) => ({ unit, code: 'unknown' })) });
  });
});
