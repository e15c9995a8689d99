// SPDX-License-Identifier: EUPL-1.2
import { choice, choices, day, kind, line, link, links, prose, yes } from '#platform/records';

/**
 * What to do about one worry, for a child or for an adult: two records that name each other, so that each has its own words,
 * review and reader. `safety` marks words to a child who may be in danger (H10); guards.ts holds those back.
 */
export const guide = kind({
  name: 'guide',
  room: 'library',
  fields: {
    title: line({ words: true, need: true, search: 'A' }),
    lede: prose({ words: true, need: true, search: 'B' }),
    worry: choice('worry', { need: true, facet: true }),
    audience: choice('audience', { need: true, facet: true }),
    ages: choices('age', { facet: true }),
    what: prose({ words: true, need: true, search: 'C' }),
    now: prose({ words: true, need: true, search: 'C' }),
    avoid: prose({ words: true, need: true, search: 'C' }),
    helps: prose({ words: true, need: true, search: 'C' }),
    remember: prose({ words: true, need: true, search: 'C' }),
    counterpart: link(['guide'], {}),
    related: links(['guide', 'resource', 'tool', 'word'], {}),
    checkedOn: day({}),
    safety: yes({ seen: 'staff' }),
  },
  title: 'title',
  lede: 'lede',
  course: 'reviewed',
  rights: {
    propose: ['librarian'],
    edit: ['librarian'],
    publish: ['librarian', 'reviewer'],
    fourEyes: true,
  },
  reads: [
    ['text', 'lede', 'what', 'now', 'avoid', 'helps', 'remember'],
    ['about', 'worry', 'audience', 'ages', 'checkedOn'],
    ['links', 'counterpart', 'related'],
    ['desk', 'safety'],
  ],
});
