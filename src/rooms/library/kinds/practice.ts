// SPDX-License-Identifier: EUPL-1.2
import { choice, choices, day, files, kind, line, link, links, prose, web } from '#platform/records';
import { about } from '../fields.ts';

/** What worked somewhere, told so that others can copy it. Anybody may offer one; a person reviews it. */
export const practice = kind({
  name: 'practice',
  room: 'library',
  fields: {
    title: line({ words: true, need: true, search: 'A' }),
    what: prose({ words: true, need: true, search: 'B' }),
    context: prose({ words: true, search: 'C' }),
    outcomes: prose({ words: true, search: 'C' }),
    cost: prose({ words: true, search: 'C' }),
    conditions: prose({ words: true, search: 'C' }),
    organisation: line({ words: true, need: true, search: 'B' }),
    country: choice('country', { facet: true }),
    began: day({}),
    practiceType: choice('practice-type', { need: true, facet: true }),
    evidence: choice('evidence', { facet: true }),
    pillars: choices('pillar', { facet: true }),
    areas: choices('area', { facet: true }),
    languages: choices('language', { facet: true }),
    licence: choice('licence', { need: true, facet: true }),
    files: files({}),
    address: web({}),
    carriesOut: links(['guideline'], {}),
    restsOn: links(['law', 'declaration', 'duty'], {}),
    adaptedFrom: link(['practice'], {}),
    adapted: prose({ words: true, search: 'C' }),
    contact: line({ seen: 'staff' }),
    sentOn: day({ seen: 'staff' }),
    sentTo: line({ seen: 'staff' }),
    ...about,
  },
  title: 'title',
  lede: 'what',
  course: 'reviewed',
  rights: {
    propose: ['anyone', 'member', 'librarian', 'secretariat'],
    edit: ['librarian', 'secretariat'],
    publish: ['librarian', 'secretariat'],
    fourEyes: true,
  },
  reads: [
    ['text', 'what', 'context', 'outcomes', 'cost', 'conditions', 'files', 'address'],
    ['paper', 'organisation', 'country', 'began', 'practiceType', 'evidence', 'languages', 'licence'],
    ['about', 'topics', 'risks', 'audiences', 'ages', 'vulnerable', 'pillars', 'areas'],
    ['links', 'carriesOut', 'restsOn', 'adaptedFrom', 'adapted'],
    ['desk', 'contact', 'sentOn', 'sentTo'],
  ],
  backlinks: [
    { kind: 'practice', field: 'adaptedFrom' },
    { kind: 'news', field: 'mentions' },
    { kind: 'press-release', field: 'mentions' },
  ],
});
