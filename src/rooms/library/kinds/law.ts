// SPDX-License-Identifier: EUPL-1.2
import { choice, code, day, kind, line, links, prose } from '#platform/records';
import { ABOUT, about, ORIGIN, origin } from '../fields.ts';

/** A text that binds or guides: treaty, resolution, law, decree, directive, regulation, standard. */
export const law = kind({
  name: 'law',
  room: 'library',
  fields: {
    title: line({ words: true, need: true, search: 'A' }),
    alsoKnown: line({ words: true, search: 'A' }),
    summary: prose({ words: true, need: true, search: 'B' }),
    instrument: choice('instrument', { need: true, facet: true }),
    number: code({ search: 'A' }),
    adoptedBy: line({ words: true, search: 'B' }),
    country: choice('country', { facet: true }),
    adopted: day({ facet: true }),
    inForce: day({}),
    until: day({}),
    amends: links(['law'], {}),
    follows: links(['law'], {}),
    restsOn: links(['law', 'declaration'], {}),
    ...about,
    ...origin,
  },
  title: 'title',
  lede: 'summary',
  day: 'adopted',
  identifiers: ['number'],
  course: 'reviewed',
  rights: {
    propose: ['lawyer', 'librarian'],
    edit: ['lawyer', 'librarian'],
    publish: ['lawyer', 'librarian'],
    fourEyes: true,
  },
  reads: [
    ['text', 'summary', 'alsoKnown'],
    ['paper', 'instrument', 'number', 'adoptedBy', 'country', 'adopted', 'inForce', 'until'],
    ABOUT,
    ['links', 'amends', 'follows', 'restsOn'],
    ORIGIN,
  ],
  backlinks: [
    { kind: 'provision', field: 'law' },
    { kind: 'duty', field: 'law' },
    { kind: 'law', field: 'amends' },
    { kind: 'law', field: 'follows' },
    { kind: 'draft-law', field: 'amends' },
    { kind: 'gap', field: 'laws' },
    { kind: 'amendment', field: 'law' },
    { kind: 'programme', field: 'restsOn' },
    { kind: 'guideline', field: 'restsOn' },
    { kind: 'letter', field: 'restsOn' },
  ],
});
