// SPDX-License-Identifier: EUPL-1.2
import { choice, day, files, kind, line, link, number, prose, yes } from '#platform/records';
import { MAKERS, SENDERS } from '../rights.ts';

/** What somebody did for a campaign and sent us to publish, with its pictures and papers. */
export const activityReport = kind({
  name: 'activity-report',
  room: 'campaigns',
  fields: {
    title: line({ words: true, need: true, search: 'A' }),
    what: prose({ words: true, need: true, search: 'B' }),
    campaign: link(['campaign'], { need: true, facet: true }),
    organisation: line({ need: true, search: 'B' }),
    country: choice('country', { facet: true }),
    place: line({ words: true, need: true }),
    on: day({ need: true, facet: true }),
    until: day({}),
    reached: number({}),
    counted: line({ words: true }),
    files: files({}),
    agreed: yes({ seen: 'staff' }),
  },
  title: 'title',
  lede: 'what',
  day: 'on',
  course: 'reviewed',
  rights: { propose: SENDERS, edit: MAKERS, publish: MAKERS, fourEyes: true },
  reads: [
    ['report', 'what', 'files'],
    ['when', 'campaign', 'organisation', 'country', 'place', 'on', 'until'],
    ['reach', 'reached', 'counted'],
    ['desk', 'agreed'],
  ],
});
