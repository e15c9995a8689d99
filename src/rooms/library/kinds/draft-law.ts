// SPDX-License-Identifier: EUPL-1.2
import { choice, code, day, kind, line, link, links, prose, rows } from '#platform/records';
import { ABOUT, about, ORIGIN, origin } from '../fields.ts';

/** A law in the making, here or elsewhere, that we follow stage by stage. */
export const draftLaw = kind({
  name: 'draft-law',
  room: 'library',
  fields: {
    title: line({ words: true, need: true, search: 'A' }),
    alsoKnown: line({ words: true, search: 'A' }),
    summary: prose({ words: true, need: true, search: 'B' }),
    number: code({ search: 'A' }),
    proposer: line({ words: true, search: 'B' }),
    country: choice('country', { facet: true }),
    dated: day({ need: true, facet: true }),
    stage: choice('stage', { need: true, facet: true }),
    course: rows({ on: day({}), stage: choice('stage', {}), what: prose({ words: true }) }, {}),
    amends: links(['law'], {}),
    becomes: link(['law'], {}),
    ...about,
    ...origin,
  },
  title: 'title',
  lede: 'summary',
  day: 'dated',
  identifiers: ['number'],
  course: 'reviewed',
  rights: {
    propose: ['lawyer', 'librarian'],
    edit: ['lawyer', 'librarian'],
    publish: ['lawyer', 'librarian'],
  },
  reads: [
    ['text', 'summary', 'alsoKnown', 'number', 'proposer', 'country', 'dated'],
    ['steps', 'stage', 'course'],
    ABOUT,
    ['links', 'amends', 'becomes'],
    ORIGIN,
  ],
  backlinks: [
    { kind: 'duty', field: 'outcomes' },
    { kind: 'amendment', field: 'becomes' },
  ],
});
