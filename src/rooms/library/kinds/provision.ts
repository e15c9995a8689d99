// SPDX-License-Identifier: EUPL-1.2
import { code, kind, line, link, links, number, prose } from '#platform/records';
import { about, ORIGIN, origin } from '../fields.ts';

/** One article or paragraph of a law, with what follows when it is broken. */
const { topics, risks } = about;

export const provision = kind({
  name: 'provision',
  room: 'library',
  fields: {
    heading: line({ words: true, need: true, search: 'A' }),
    law: link(['law'], { need: true, facet: true }),
    place: code({ need: true, search: 'A' }),
    order: number({ need: true }),
    text: prose({ words: true, need: true, search: 'B' }),
    sanction: prose({ words: true, search: 'C' }),
    answers: links(['duty'], {}),
    topics,
    risks,
    ...origin,
  },
  title: 'heading',
  partOf: { kind: 'law', field: 'law', order: 'order' },
  course: 'reviewed',
  rights: { propose: ['lawyer'], edit: ['lawyer'], publish: ['lawyer', 'librarian'], fourEyes: true },
  reads: [
    ['text', 'law', 'place', 'order', 'text', 'sanction'],
    ['about', 'topics', 'risks'],
    ['links', 'answers'],
    ORIGIN,
  ],
  backlinks: [
    { kind: 'gap', field: 'provisions' },
    { kind: 'amendment', field: 'provision' },
  ],
});
