// SPDX-License-Identifier: EUPL-1.2
// Read by the type checker alone: what a declaration must refuse, and the types that follow from it.
import { code, line, links, number, prose, rows } from './fields.ts';
import { type FactsOf, kind, type WordsOf } from './kind.ts';

const sample = kind({
  name: 'sample',
  room: 'library',
  fields: {
    subject: line({ words: true, need: true, search: 'A' }),
    reference: code({ need: true, facet: true }),
    pages: number({}),
    said: rows({ who: line({}), words: prose({ words: true }) }, {}),
    answers: links(['sample'], {}),
    // @ts-expect-error a field that only staff read cannot be searched
    contact: line({ seen: 'staff', search: 'B' }),
    // @ts-expect-error nor be a facet
    office: line({ seen: 'members', facet: true }),
    // @ts-expect-error a code is a fact, never words
    number: code({ words: true }),
  },
  title: 'subject',
  course: 'direct',
  rights: { propose: ['editor'], edit: ['editor'], publish: ['editor'] },
  reads: [['about', 'reference', 'pages', 'said', 'answers', 'contact', 'office', 'number']],
});

export const facts: FactsOf<typeof sample> = { reference: 'A 1', pages: 3, answers: [1000] };
export const words: WordsOf<typeof sample> = { subject: 'About', 'said/k1ab/words': 'So it is.' };
// @ts-expect-error words are not facts
export const mixed: FactsOf<typeof sample> = { subject: 'About' };
// @ts-expect-error a number is not a text
export const wrong: FactsOf<typeof sample> = { pages: 'three' };

export const title = kind({
  ...sample,
  lede: 'subject',
  // @ts-expect-error the title is a field of words
  title: 'reference',
});
