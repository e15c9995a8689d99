// SPDX-License-Identifier: EUPL-1.2
import { choice, choices, code, day, files, kind, line, link, links, prose, rows } from '#platform/records';
import { ABOUT, about, IMPRINT, imprint, ORIGIN, origin } from '../fields.ts';

/** Guidance that organisations read and adopt, with its items, so that a practice can say which it carries out. */
export const guideline = kind({
  name: 'guideline',
  room: 'library',
  fields: {
    title: line({ words: true, need: true, search: 'A' }),
    alsoKnown: line({ words: true, search: 'A' }),
    summary: prose({ words: true, need: true, search: 'B' }),
    ...imprint,
    dated: day({ need: true, facet: true }),
    languages: choices('language', { facet: true }),
    country: choice('country', { facet: true }),
    items: rows({ no: code({}), text: prose({ words: true }) }, {}),
    files: files({}),
    within: link(['guideline'], {}),
    follows: links(['guideline'], {}),
    restsOn: links(['law', 'declaration'], {}),
    ...about,
    ...origin,
  },
  title: 'title',
  lede: 'summary',
  day: 'dated',
  course: 'reviewed',
  rights: { propose: ['librarian'], edit: ['librarian'], publish: ['librarian'], fourEyes: true },
  reads: [
    ['text', 'summary', 'alsoKnown', 'items', 'files'],
    ['paper', ...IMPRINT, 'dated', 'languages', 'country'],
    ABOUT,
    ['links', 'within', 'follows', 'restsOn'],
    ORIGIN,
  ],
  backlinks: [
    { kind: 'guideline', field: 'within' },
    { kind: 'guideline', field: 'follows' },
    { kind: 'strategy-brief', field: 'guidelines' },
    { kind: 'practice', field: 'carriesOut' },
    { kind: 'resource', field: 'guidelines' },
    { kind: 'tool', field: 'guidelines' },
    { kind: 'programme', field: 'guidelines' },
    { kind: 'news', field: 'mentions' },
    { kind: 'press-release', field: 'mentions' },
    { kind: 'news', field: 'anniversaryOf' },
    { kind: 'press-release', field: 'anniversaryOf' },
  ],
});
