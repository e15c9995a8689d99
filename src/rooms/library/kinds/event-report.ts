// SPDX-License-Identifier: EUPL-1.2
import { choice, day, files, kind, line, links, number, prose } from '#platform/records';
import { ABOUT, about } from '../fields.ts';

/** What somebody did on a day and sent us to publish. */
export const eventReport = kind({
  name: 'event-report',
  room: 'library',
  fields: {
    title: line({ words: true, need: true, search: 'A' }),
    summary: prose({ words: true, need: true, search: 'B' }),
    body: prose({ words: true, search: 'C' }),
    organisation: line({ words: true, need: true, search: 'B' }),
    country: choice('country', { facet: true }),
    place: line({ words: true }),
    dated: day({ need: true, facet: true }),
    received: day({ need: true }),
    reached: number({}),
    files: files({}),
    restsOn: links(['declaration', 'law'], {}),
    ...about,
    contact: line({ seen: 'staff' }),
  },
  title: 'title',
  lede: 'summary',
  day: 'dated',
  course: 'reviewed',
  rights: {
    propose: ['member', 'campaigner', 'librarian'],
    edit: ['campaigner', 'librarian'],
    publish: ['campaigner', 'librarian'],
    fourEyes: true,
  },
  reads: [
    ['text', 'summary', 'body', 'files'],
    ['paper', 'organisation', 'country', 'place', 'dated', 'received', 'reached'],
    ABOUT,
    ['links', 'restsOn'],
    ['desk', 'contact'],
  ],
});
