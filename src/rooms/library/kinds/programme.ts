// SPDX-License-Identifier: EUPL-1.2
import { choice, code, day, kind, line, links, prose, rows } from '#platform/records';
import { ABOUT, about, ORIGIN, origin } from '../fields.ts';

/** Work that several do together over years: an initiative, a joint plan. Says which mandate it rests on. */
export const programme = kind({
  name: 'programme',
  room: 'library',
  fields: {
    title: line({ words: true, need: true, search: 'A' }),
    alsoKnown: line({ words: true, search: 'A' }),
    summary: prose({ words: true, need: true, search: 'B' }),
    runBy: line({ words: true, need: true, search: 'B' }),
    country: choice('country', { facet: true }),
    began: day({ facet: true }),
    ended: day({}),
    points: rows({ no: code({}), text: prose({ words: true }), quote: prose({}) }, {}),
    restsOn: links(['law', 'declaration', 'duty'], {}),
    guidelines: links(['guideline'], {}),
    ...about,
    ...origin,
  },
  title: 'title',
  lede: 'summary',
  day: 'began',
  course: 'reviewed',
  rights: {
    propose: ['librarian', 'secretariat'],
    edit: ['librarian', 'secretariat'],
    publish: ['librarian', 'secretariat'],
    fourEyes: true,
  },
  reads: [
    ['text', 'summary', 'alsoKnown', 'points'],
    ['paper', 'runBy', 'country', 'began', 'ended'],
    ABOUT,
    ['links', 'restsOn', 'guidelines'],
    ORIGIN,
  ],
  backlinks: [
    { kind: 'duty', field: 'outcomes' },
    { kind: 'news', field: 'mentions' },
    { kind: 'press-release', field: 'mentions' },
    { kind: 'news', field: 'anniversaryOf' },
    { kind: 'press-release', field: 'anniversaryOf' },
  ],
});
