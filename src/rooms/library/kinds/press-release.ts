// SPDX-License-Identifier: EUPL-1.2
import { day, kind, line, link, links, prose } from '#platform/records';
import { about, ORIGIN, origin } from '../fields.ts';
import { statements } from '../statements.ts';

/** What an organisation told the press, in its own name. */
const { topics, audiences } = about;

export const pressRelease = kind({
  name: 'press-release',
  room: 'library',
  fields: {
    title: line({ words: true, need: true, search: 'A' }),
    lede: prose({ words: true, need: true, search: 'B' }),
    body: prose({ words: true, need: true, search: 'C' }),
    issuer: line({ words: true, need: true, search: 'B' }),
    dated: day({ need: true, facet: true }),
    statements,
    mentions: links(
      ['law', 'declaration', 'guideline', 'strategy-brief', 'practice', 'programme', 'news'],
      {},
    ),
    anniversaryOf: link(['law', 'declaration', 'guideline', 'strategy-brief', 'programme'], {}),
    topics,
    audiences,
    ...origin,
  },
  title: 'title',
  lede: 'lede',
  day: 'dated',
  course: 'reviewed',
  rights: {
    propose: ['librarian', 'secretariat'],
    edit: ['librarian', 'secretariat'],
    publish: ['librarian', 'secretariat'],
    fourEyes: true,
  },
  reads: [
    ['text', 'lede', 'body', 'issuer', 'dated'],
    ['said', 'statements'],
    ['about', 'topics', 'audiences'],
    ['links', 'mentions', 'anniversaryOf'],
    ORIGIN,
  ],
});
