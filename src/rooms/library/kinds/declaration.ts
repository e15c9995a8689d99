// SPDX-License-Identifier: EUPL-1.2
import { choice, code, day, kind, line, links, prose, rows } from '#platform/records';
import { ABOUT, about, ORIGIN, origin } from '../fields.ts';

/** What leaders, a summit or an alliance declared: no law, and still what work can be tied to. */
export const declaration = kind({
  name: 'declaration',
  room: 'library',
  fields: {
    title: line({ words: true, need: true, search: 'A' }),
    alsoKnown: line({ words: true, search: 'A' }),
    summary: prose({ words: true, need: true, search: 'B' }),
    instrument: choice('instrument', { need: true, facet: true }),
    adoptedBy: line({ words: true, search: 'B' }),
    dated: day({ facet: true }),
    ended: day({}),
    points: rows({ no: code({}), text: prose({ words: true }), quote: prose({}) }, {}),
    restsOn: links(['law', 'declaration'], {}),
    ...about,
    ...origin,
  },
  title: 'title',
  lede: 'summary',
  day: 'dated',
  course: 'reviewed',
  rights: {
    propose: ['librarian', 'lawyer', 'secretariat'],
    edit: ['librarian', 'lawyer', 'secretariat'],
    publish: ['librarian', 'lawyer'],
    fourEyes: true,
  },
  reads: [
    ['text', 'summary', 'alsoKnown', 'points'],
    ['paper', 'instrument', 'adoptedBy', 'dated', 'ended'],
    ABOUT,
    ['links', 'restsOn'],
    ORIGIN,
  ],
  backlinks: [
    { kind: 'declaration', field: 'restsOn' },
    { kind: 'law', field: 'restsOn' },
    { kind: 'programme', field: 'restsOn' },
    { kind: 'guideline', field: 'restsOn' },
    { kind: 'practice', field: 'restsOn' },
    { kind: 'letter', field: 'restsOn' },
    { kind: 'news', field: 'mentions' },
    { kind: 'press-release', field: 'mentions' },
    { kind: 'news', field: 'anniversaryOf' },
    { kind: 'press-release', field: 'anniversaryOf' },
  ],
});
