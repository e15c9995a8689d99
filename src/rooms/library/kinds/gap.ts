// SPDX-License-Identifier: EUPL-1.2
import { choice, day, kind, line, links, prose } from '#platform/records';
import { ABOUT, about } from '../fields.ts';

/** Where the law says nothing, too little, or what nobody carries out. */
export const gap = kind({
  name: 'gap',
  room: 'library',
  fields: {
    title: line({ words: true, need: true, search: 'A' }),
    what: prose({ words: true, need: true, search: 'B' }),
    gapType: choice('gap-type', { need: true, facet: true }),
    gapState: choice('gap-state', { need: true, facet: true }),
    found: day({ need: true, facet: true }),
    country: choice('country', { facet: true }),
    duties: links(['duty'], {}),
    laws: links(['law'], {}),
    provisions: links(['provision'], {}),
    closedBy: links(['law', 'provision'], {}),
    ...about,
  },
  title: 'title',
  lede: 'what',
  day: 'found',
  course: 'reviewed',
  rights: { propose: ['lawyer'], edit: ['lawyer'], publish: ['lawyer'], fourEyes: true },
  reads: [
    ['text', 'what', 'gapType', 'gapState', 'found', 'country'],
    ABOUT,
    ['links', 'duties', 'laws', 'provisions', 'closedBy'],
  ],
  backlinks: [{ kind: 'amendment', field: 'gaps' }],
});
