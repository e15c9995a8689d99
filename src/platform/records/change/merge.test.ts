// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deed } from '../testing/sample.ts';
import { diff } from './diff.ts';
import { deepen, flatten } from './flat.ts';
import { merge } from './merge.ts';

const word = fc.constantFrom('oak', 'elm', 'ash', 'yew');
const keys = fc.uniqueArray(fc.constantFrom('k001', 'k002', 'k003', 'k004'), { minLength: 1 });
const rows = keys.chain((list) =>
  fc.tuple(
    ...list.map((k) => fc.record({ k: fc.constant(k), who: word, phone: word }, { requiredKeys: ['k'] })),
  ),
);
const body = fc.record(
  {
    name: word,
    reference: word,
    pages: fc.integer({ min: 1, max: 3 }),
    topics: fc.uniqueArray(word, { minLength: 1 }),
    answers: fc.uniqueArray(fc.integer({ min: 1, max: 4 }), { minLength: 1 }),
    papers: fc.uniqueArray(fc.record({ sha256: word, name: word }), {
      minLength: 1,
      selector: ({ sha256 }) => sha256,
    }),
    said: rows,
  },
  { requiredKeys: [] },
);
type Body = Record<string, unknown>;
const bodies = fc.tuple(body, body, body) as fc.Arbitrary<[Body, Body, Body]>;
const law = (check: (a: Body, b: Body, c: Body) => void) =>
  fc.assert(
    fc.property(bodies, (three) => {
      check(...three);
    }),
  );

describe('a body', () => {
  it('comes back from its flat form', () => {
    law((a) => expect(deepen(deed, flatten(deed, a))).toEqual(a));
  });

  it('keeps the words of cells as they are', () => {
    const words = { name: 'Oak', 'said/k001/words': 'So it is.' };
    expect(deepen(deed, flatten(deed, words))).toEqual(words);
  });

  it('differs from itself nowhere, and from another where units differ', () => {
    law((a) => expect(diff(deed, a, structuredClone(a))).toEqual([]));
    const before = { pages: 1, said: [{ k: 'k001', who: 'a' }, { k: 'k002' }] };
    const after = { reference: 'R', said: [{ k: 'k002' }, { k: 'k001', who: 'b' }] };
    expect(diff(deed, before, after)).toEqual([
      { unit: 'reference', before: undefined, after: 'R' },
      { unit: 'pages', before: 1, after: undefined },
      { unit: 'said', before: ['k001', 'k002'], after: ['k002', 'k001'] },
      { unit: 'said/k001/who', before: 'a', after: 'b' },
    ]);
  });
});

describe('merging two changes', () => {
  it('gives the change when both made the same', () => {
    law((b, a) => expect(merge(deed, b, { mine: a, theirs: a })).toEqual({ body: a, clashes: [] }));
  });

  it('gives the change of the one who made one', () => {
    law((b, x) => expect(merge(deed, b, { mine: b, theirs: x })).toEqual({ body: x, clashes: [] }));
    law((b, x) => expect(merge(deed, b, { mine: x, theirs: b })).toEqual({ body: x, clashes: [] }));
  });

  it('clashes over the same units whoever comes first', () => {
    const units = (b: Body, mine: Body, theirs: Body) =>
      merge(deed, b, { mine, theirs })
        .clashes.map(({ unit }) => unit)
        .sort();
    law((b, x, y) => expect(units(b, x, y)).toEqual(units(b, y, x)));
  });

  it('loses no text: what either side wrote is kept or in a clash', () => {
    law((b, x, y) => {
      const { body: got, clashes } = merge(deed, b, { mine: x, theirs: y });
      const [flat, old] = [flatten(deed, got), flatten(deed, b)];
      const told = new Set(clashes.map(({ unit }) => unit));
      const written = [x, y].flatMap((side) => Object.entries(flatten(deed, side)));
      for (const [unit, value] of written)
        if (!Array.isArray(value) && !told.has(unit) && value !== old[unit])
          expect(flat[unit]).toEqual(value);
    });
  });

  it.each([
    ['both additions', ['a'], ['a', 'b'], ['c', 'a'], ['c', 'a', 'b']],
    ['both removals', ['a', 'b', 'c'], ['b', 'c'], ['a', 'b'], ['b']],
    ['an addition and a removal', ['a', 'b'], ['a', 'b', 'x'], ['b'], ['b', 'x']],
    ['a removal of everything and an addition', ['a'], undefined, ['a', 'b'], ['b']],
    [
      'a new order and an addition',
      ['a', 'b', 'c'],
      ['c', 'b', 'a'],
      ['a', 'b', 'n', 'c'],
      ['c', 'b', 'n', 'a'],
    ],
  ])('keeps %s in a list', (_what, base, mine, theirs, wanted) => {
    const topics = (list: string[] | undefined) => (list === undefined ? {} : { topics: list });
    const sides = { mine: topics(mine), theirs: topics(theirs) };
    expect(merge(deed, topics(base), sides)).toEqual({ body: { topics: wanted }, clashes: [] });
  });

  it('keeps the rows that both added, and the cells that each changed', () => {
    const base = { said: [{ k: 'k001', who: 'a', phone: '1' }] };
    const mine = {
      said: [
        { k: 'k001', who: 'b', phone: '1' },
        { k: 'k002', who: 'm' },
      ],
    };
    const theirs = {
      said: [
        { k: 'k003', who: 't' },
        { k: 'k001', who: 'a', phone: '2' },
      ],
    };
    expect(merge(deed, base, { mine, theirs })).toEqual({
      body: {
        said: [
          { k: 'k003', who: 't' },
          { k: 'k001', who: 'b', phone: '2' },
          { k: 'k002', who: 'm' },
        ],
      },
      clashes: [],
    });
  });

  it('gives a true clash back with both texts', () => {
    const sides = { mine: { name: 'Mine', pages: 2 }, theirs: { name: 'Theirs' } };
    expect(merge(deed, { name: 'Old' }, sides).clashes).toEqual([
      { unit: 'name', mine: 'Mine', theirs: 'Theirs' },
    ]);
  });

  it('does not let a row be taken away under a hand that writes in it', () => {
    const base = { said: [{ k: 'k001', who: 'a' }, { k: 'k002' }] };
    const mine = { said: [{ k: 'k002' }] };
    const theirs = { said: [{ k: 'k001', who: 'a', phone: 'new' }, { k: 'k002' }] };
    expect(merge(deed, base, { mine, theirs }).clashes).toEqual([
      { unit: 'said/k001/phone', mine: undefined, theirs: 'new' },
    ]);
  });
});
