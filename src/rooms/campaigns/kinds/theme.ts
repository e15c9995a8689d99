// SPDX-License-Identifier: EUPL-1.2
import { day, kind, line, link, prose, yes } from '#platform/records';
import { ORIGIN, origin } from '../fields.ts';
import { MAKERS } from '../rights.ts';

/** What a year is about: who adopted it, and how long it runs. */
export const theme = kind({
  name: 'theme',
  room: 'campaigns',
  fields: {
    title: line({ words: true, need: true, search: 'A' }),
    about: prose({ words: true, need: true, search: 'B' }),
    observance: link(['observance'], { facet: true }),
    adoptedBy: line({ words: true, need: true, search: 'B' }),
    adoptedOn: day({}),
    from: day({ need: true, facet: true }),
    until: day({}),
    beyond: yes({}),
    ...origin,
  },
  title: 'title',
  lede: 'about',
  day: 'from',
  course: 'reviewed',
  rights: { propose: MAKERS, edit: MAKERS, publish: MAKERS, fourEyes: true },
  reads: [
    ['theme', 'about', 'observance'],
    ['adopted', 'adoptedBy', 'adoptedOn'],
    ['runs', 'from', 'until', 'beyond'],
    ORIGIN,
  ],
  backlinks: [{ kind: 'campaign', field: 'theme' }],
});
