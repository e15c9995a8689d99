// SPDX-License-Identifier: EUPL-1.2
import { choice, choices, day, files, kind, line, links, prose, web } from '#platform/records';
import { ABOUT, about, ORIGIN, origin } from '../fields.ts';

/** Something to use: a site, toolkit, film, game, course, lesson. Anybody may offer one; a person reviews it. */
export const resource = kind({
  name: 'resource',
  room: 'library',
  fields: {
    title: line({ words: true, need: true, search: 'A' }),
    what: prose({ words: true, need: true, search: 'B' }),
    resourceType: choice('resource-type', { need: true, facet: true }),
    organisation: line({ words: true, search: 'B' }),
    copublishers: line({ words: true, search: 'B' }),
    edition: line({ words: true }),
    dated: day({ facet: true }),
    country: choice('country', { facet: true }),
    languages: choices('language', { facet: true }),
    licence: choice('licence', { need: true, facet: true }),
    address: web({}),
    files: files({}),
    guidelines: links(['guideline'], {}),
    ...about,
    ...origin,
    contact: line({ seen: 'staff' }),
  },
  title: 'title',
  lede: 'what',
  day: 'dated',
  course: 'reviewed',
  rights: {
    propose: ['anyone', 'member', 'librarian'],
    edit: ['librarian'],
    publish: ['librarian'],
    fourEyes: true,
  },
  reads: [
    ['text', 'what', 'address', 'files'],
    [
      'paper',
      'resourceType',
      'organisation',
      'copublishers',
      'edition',
      'dated',
      'country',
      'languages',
      'licence',
    ],
    ABOUT,
    ['links', 'guidelines'],
    ORIGIN,
    ['desk', 'contact'],
  ],
});
