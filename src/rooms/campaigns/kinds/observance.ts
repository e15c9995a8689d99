// SPDX-License-Identifier: EUPL-1.2
import { choice, day, kind, line, link, links, number, prose, rows, web } from '#platform/records';
import { ORIGIN, origin } from '../fields.ts';
import { MAKERS } from '../rights.ts';

/** A day of the year or an anniversary, with how its date is found and how it came to be. */
export const observance = kind({
  name: 'observance',
  room: 'campaigns',
  fields: {
    name: line({ words: true, need: true, search: 'A' }),
    about: prose({ words: true, need: true, search: 'B' }),
    what: choice('observance-type', { need: true, facet: true }),
    rule: choice('observance-rule', { need: true }),
    month: number({}),
    monthDay: number({}),
    week: number({}),
    weekday: choice('weekday', {}),
    dates: rows({ on: day({}) }, {}),
    first: day({ facet: true }),
    proclaimedBy: line({ words: true, search: 'B' }),
    history: rows({ when: day({}), what: prose({ words: true, search: 'C' }) }, {}),
    aim: prose({ words: true, search: 'B' }),
    of: link(['strategy-brief', 'guideline', 'law', 'declaration', 'programme'], {}),
    releases: links(['press-release', 'news', 'resource', 'tool'], {}),
    site: web({}),
    ...origin,
  },
  title: 'name',
  lede: 'about',
  course: 'reviewed',
  rights: { propose: MAKERS, edit: MAKERS, publish: MAKERS, fourEyes: true },
  reads: [
    ['day', 'about', 'what', 'rule', 'month', 'monthDay', 'week', 'weekday', 'dates'],
    ['history', 'first', 'proclaimedBy', 'history'],
    ['why', 'aim'],
    ['links', 'of', 'releases', 'site'],
    ORIGIN,
  ],
  backlinks: [
    { kind: 'theme', field: 'observance' },
    { kind: 'campaign', field: 'observances' },
  ],
});
