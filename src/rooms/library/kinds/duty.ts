// SPDX-License-Identifier: EUPL-1.2
import { choice, code, day, kind, line, link, links, number, prose } from '#platform/records';
import { about, ORIGIN, origin } from '../fields.ts';

/** What a law asks of somebody: a standing duty, or a task given to one body by a day. */
const { topics, risks } = about;

export const duty = kind({
  name: 'duty',
  room: 'library',
  fields: {
    name: line({ words: true, need: true, search: 'A' }),
    law: link(['law'], { need: true, facet: true }),
    place: code({}),
    order: number({ need: true }),
    stakeholder: choice('stakeholder', { facet: true }),
    bearer: line({ words: true, search: 'B' }),
    text: prose({ words: true, need: true, search: 'B' }),
    due: day({}),
    done: day({}),
    result: prose({ words: true, search: 'C' }),
    outcomes: links(['law', 'programme', 'draft-law'], {}),
    preferred: links(['word'], {}),
    topics,
    risks,
    ...origin,
  },
  title: 'name',
  partOf: { kind: 'law', field: 'law', order: 'order' },
  course: 'reviewed',
  rights: { propose: ['lawyer'], edit: ['lawyer'], publish: ['lawyer', 'librarian'], fourEyes: true },
  reads: [
    ['text', 'law', 'place', 'order', 'stakeholder', 'bearer', 'text'],
    ['steps', 'due', 'done', 'result'],
    ['about', 'topics', 'risks'],
    ['links', 'outcomes', 'preferred'],
    ORIGIN,
  ],
  backlinks: [
    { kind: 'provision', field: 'answers' },
    { kind: 'practice', field: 'restsOn' },
    { kind: 'programme', field: 'restsOn' },
    { kind: 'tool', field: 'answers' },
    { kind: 'gap', field: 'duties' },
  ],
});
