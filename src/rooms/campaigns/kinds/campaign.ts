// SPDX-License-Identifier: EUPL-1.2
import { choice, choices, day, kind, line, link, links, prose, rows } from '#platform/records';
import { MAKERS } from '../rights.ts';

/** What is said to whom, how long, and with which kit; who helps to carry it stands in a table of this room. */
export const campaign = kind({
  name: 'campaign',
  room: 'campaigns',
  fields: {
    name: line({ words: true, need: true, search: 'A' }),
    about: prose({ words: true, need: true, search: 'B' }),
    goals: rows({ goal: line({ words: true, search: 'B' }) }, {}),
    audiences: choices('audience', { need: true, facet: true }),
    topics: choices('topic', { facet: true }),
    way: choice('campaign-way', { need: true, facet: true }),
    from: day({ need: true, facet: true }),
    until: day({}),
    theme: link(['theme'], {}),
    observances: links(['observance'], {}),
    calls: rows({ call: line({ words: true, search: 'B' }), who: choice('audience', {}) }, {}),
    kit: link(['kit-text'], {}),
    look: choice('campaign-look', { need: true }),
    reading: links(['guide', 'resource', 'tool', 'practice'], {}),
  },
  title: 'name',
  lede: 'about',
  day: 'from',
  course: 'reviewed',
  rights: { propose: MAKERS, edit: MAKERS, publish: MAKERS, fourEyes: true },
  reads: [
    ['campaign', 'about', 'goals', 'calls'],
    ['who', 'audiences', 'topics'],
    ['runs', 'way', 'from', 'until', 'theme', 'observances'],
    ['kit', 'kit', 'look', 'reading'],
  ],
  backlinks: [{ kind: 'activity-report', field: 'campaign' }],
});
