// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, expectTypeOf, it } from 'vitest';
import { code, line, links, number, prose, rows } from './fields.ts';
import { type FactsOf, type KindDeclaration, kind, type WordsOf } from './kind.ts';

const fields = {
  subject: line({ words: true, need: true, search: 'A' }),
  reference: code({ need: true, facet: true }),
  pages: number({}),
  said: rows({ who: line({}), words: prose({ words: true }) }, {}),
  answers: links(['sample'], {}),
  contact: line({ seen: 'staff' }),
};
const declared = {
  name: 'sample',
  room: 'attic',
  fields,
  title: 'subject',
  course: 'direct',
  rights: { propose: ['editor'], edit: ['editor'], publish: ['editor'] },
  reads: [['about', 'reference', 'pages', 'said', 'answers', 'contact']],
} as const;
const sample = kind(declared);

type LineOptions = Parameters<typeof line>[0];
type Title = KindDeclaration<typeof fields>['title'];

describe('a declaration', () => {
  it('does not compile where a field that not everybody reads is searched or a facet, or a code is words', () => {
    expectTypeOf<{ seen: 'staff' }>().toExtend<LineOptions>();
    expectTypeOf<{ seen: 'staff'; search: 'B' }>().not.toExtend<LineOptions>();
    expectTypeOf<{ seen: 'members'; facet: true }>().not.toExtend<LineOptions>();
    expectTypeOf<{ words: true }>().not.toExtend<Parameters<typeof code>[0]>();
    expectTypeOf<Title>().toEqualTypeOf<'subject'>();
  });

  it('gives the types of its facts and words', () => {
    expectTypeOf<{ reference: string; pages: 3; answers: number[] }>().toExtend<FactsOf<typeof sample>>();
    expectTypeOf<{ pages: string }>().not.toExtend<FactsOf<typeof sample>>();
    expectTypeOf<keyof FactsOf<typeof sample>>().toEqualTypeOf<
      'reference' | 'pages' | 'said' | 'answers' | 'contact'
    >();
    expectTypeOf<{ subject: string; 'said/k1ab/words': string }>().toExtend<WordsOf<typeof sample>>();
  });

  it('says what nobody said: who sees it, its shape', () => {
    expect(sample).toMatchObject({ seen: 'public', shape: 1, past: [], lede: null, day: null, partOf: null });
    expect(kind({ ...declared, course: 'kept' }).seen).toBe('staff');
  });

  it.each([
    ['its name is one word', { name: 'Two words' }],
    ['there is no field colour', { reads: [...declared.reads, ['more', 'colour']] }],
    ['there is no field soon', { day: 'soon' }],
    ['the field contact is in no section', { reads: [['about', 'reference', 'pages', 'said', 'answers']] }],
    ['a field is in two sections', { reads: [...declared.reads, ['more', 'pages']] }],
    ['each shape after the first needs one step', { shape: 2 }],
  ])('does not start where %s', (message, over) => {
    expect(() => kind({ ...declared, ...over } as never)).toThrow(message);
  });
});
