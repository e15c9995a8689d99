// SPDX-License-Identifier: EUPL-1.2
import type { Translate } from '#platform/i18n';
import type { Room } from '#platform/setup';
import type { Document, Facts, Section } from './document.ts';
import { reportClocks } from './notices.ts';

/** An activity of the register: whose it is, and how long it keeps what it keeps. */
interface Activity {
  name: 'reports' | 'family' | 'staff' | 'sites' | 'news' | 'post' | 'running';
  room?: Room;
  until: string;
}

/** The register of processing activities, one section each. */
export function processingRegister(t: Translate, facts: Facts): Document {
  const activities: Activity[] = [
    { name: 'reports', room: 'reports', until: reportClocks(t, facts.retention).join(' ') },
    { name: 'family', room: 'guard', until: t('app.register.family-until') },
    { name: 'staff', until: t('app.register.staff-until') },
    { name: 'sites', room: 'ratings', until: t('app.register.sites-until') },
    { name: 'news', until: t('app.register.news-until') },
    { name: 'post', room: 'campaigns', until: t('app.register.post-until') },
    { name: 'running', until: t('app.register.running-until') },
  ];
  return {
    title: t('app.register.title'),
    lead: t('app.register.lead', { name: facts.name }),
    forChildren: false,
    sections: activities.map((activity) => sectionOf(t, facts, activity)),
  };
}

function sectionOf(t: Translate, facts: Facts, { name, room, until }: Activity): Section {
  return {
    title: t(`app.register.${name}`),
    ...(room === undefined ? {} : { room }),
    blocks: [
      {
        rows: [
          [t('app.register.purpose'), t(`app.register.${name}-purpose`)],
          [t('app.adults.basis'), facts.basis === '' ? t('app.adults.unnamed') : facts.basis],
          [t('app.register.data'), t(`app.register.${name}-data`)],
          [t('app.register.recipients'), t(`app.register.${name}-recipients`)],
          [t('app.keep.t-long'), until],
          [t('app.register.safe'), t(`app.register.${name}-safe`)],
        ],
      },
    ],
  };
}
