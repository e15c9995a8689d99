// SPDX-License-Identifier: EUPL-1.2
import { day, kind, line, link, links, prose } from '#platform/records';
import { about, ORIGIN, origin } from '../fields.ts';
import { statements } from '../statements.ts';

/** What happened, with a date. What people said stands in rows with their name and office. */
const { topics, audiences } = about;

export const news = kind({
  name: 'news',
  room: 'library',
  fields: {
    title: line({ words: true, need: true, search: 'A' }),
    lede: prose({ words: true, need: true, search: 'B' }),
    body: prose({ words: true, need: true, search: 'C' }),
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
  },
  reads: [
    ['text', 'lede', 'body', 'dated'],
    ['said', 'statements'],
    ['about', 'topics', 'audiences'],
    ['links', 'mentions', 'anniversaryOf'],
    ORIGIN,
  ],
});
