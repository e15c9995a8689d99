// SPDX-License-Identifier: EUPL-1.2
import { choices, kind, line, links, prose, yes } from '#platform/records';
import { about, ORIGIN, origin } from '../fields.ts';

/** A word that we use, what it means, and which words to leave alone. Not called `term`: those are of vocabularies. */
const { risks } = about;

export const word = kind({
  name: 'word',
  room: 'library',
  fields: {
    name: line({ words: true, need: true, search: 'A' }),
    meaning: prose({ words: true, need: true, search: 'B' }),
    alsoKnown: line({ words: true, search: 'A' }),
    avoid: line({ words: true, search: 'B' }),
    why: prose({ words: true, search: 'C' }),
    ours: yes({}),
    seeAlso: links(['word'], {}),
    audiences: choices('audience', { facet: true }),
    risks,
    ...origin,
  },
  title: 'name',
  lede: 'meaning',
  course: 'reviewed',
  rights: {
    propose: ['librarian', 'lawyer', 'translator'],
    edit: ['librarian', 'lawyer', 'translator'],
    publish: ['librarian', 'reviewer'],
    fourEyes: true,
  },
  reads: [
    ['text', 'meaning', 'alsoKnown', 'avoid', 'why', 'ours'],
    ['about', 'risks', 'audiences'],
    ['links', 'seeAlso'],
    ORIGIN,
  ],
  backlinks: [
    { kind: 'word', field: 'seeAlso' },
    { kind: 'duty', field: 'preferred' },
    { kind: 'guide', field: 'related' },
  ],
});
