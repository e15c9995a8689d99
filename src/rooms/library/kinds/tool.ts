// SPDX-License-Identifier: EUPL-1.2
import { choices, day, kind, line, links, prose, web, yes } from '#platform/records';
import { ABOUT, about } from '../fields.ts';

/** A tool that protects or supports children, with what it tells to whom. */
export const tool = kind({
  name: 'tool',
  room: 'library',
  fields: {
    title: line({ words: true, need: true, search: 'A' }),
    what: prose({ words: true, need: true, search: 'B' }),
    toolTypes: choices('tool-type', { need: true, facet: true }),
    organisation: line({ words: true, search: 'B' }),
    worksOn: line({ words: true, search: 'C' }),
    useIt: prose({ words: true, search: 'C' }),
    privacy: prose({ words: true, need: true, search: 'C' }),
    free: yes({ facet: true }),
    languages: choices('language', { facet: true }),
    checkedOn: day({}),
    address: web({}),
    guidelines: links(['guideline'], {}),
    answers: links(['duty'], {}),
    ...about,
  },
  title: 'title',
  lede: 'what',
  course: 'reviewed',
  rights: {
    propose: ['member', 'librarian'],
    edit: ['librarian'],
    publish: ['librarian'],
    fourEyes: true,
  },
  reads: [
    ['text', 'what', 'useIt', 'privacy', 'address'],
    ['paper', 'toolTypes', 'organisation', 'worksOn', 'free', 'languages', 'checkedOn'],
    ABOUT,
    ['links', 'guidelines', 'answers'],
  ],
  backlinks: [{ kind: 'guide', field: 'related' }],
});
