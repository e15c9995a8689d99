// SPDX-License-Identifier: EUPL-1.2
import { choices, day, files, kind, line, links, prose, rows } from '#platform/records';
import { ABOUT, about, IMPRINT, imprint, ORIGIN, origin } from '../fields.ts';

/** Step by step advice on writing a national strategy. */
export const strategyBrief = kind({
  name: 'strategy-brief',
  room: 'library',
  fields: {
    title: line({ words: true, need: true, search: 'A' }),
    summary: prose({ words: true, need: true, search: 'B' }),
    ...imprint,
    dated: day({ need: true, facet: true }),
    areas: choices('area', { facet: true }),
    course: rows({ text: prose({ words: true }) }, {}),
    files: files({}),
    guidelines: links(['guideline'], {}),
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
    ['text', 'summary', 'course', 'files'],
    ['paper', ...IMPRINT, 'dated', 'areas'],
    ABOUT,
    ['links', 'guidelines', 'restsOn'],
    ORIGIN,
  ],
  backlinks: [
    { kind: 'news', field: 'mentions' },
    { kind: 'press-release', field: 'mentions' },
    { kind: 'news', field: 'anniversaryOf' },
    { kind: 'press-release', field: 'anniversaryOf' },
  ],
});
