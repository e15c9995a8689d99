// SPDX-License-Identifier: EUPL-1.2
import type { Translate } from '#platform/i18n';
import { type Block, contactLink, type Document, type Facts, type Section } from './document.ts';

/** How long backups and archives of the database may be kept (docs/privacy/README.md). */
const SAFETY_COPY_DAYS = 35;

/** For children of nine to eleven. Its words are safety text: a native reviewer passes them (H10). */
export function childrenNotice(t: Translate, facts: Facts): Document {
  const keep: Section = {
    title: t('app.keep.t-keep'),
    room: 'reports',
    blocks: [{ list: [t('app.kids.keep-words'), t('app.kids.keep-facts'), t('app.kids.keep-contact')] }],
  };
  const who: Section = {
    title: t('app.keep.t-who'),
    room: 'reports',
    blocks: [
      {
        list: [
          t('app.kids.who-team'),
          t('app.kids.who-contact'),
          t('app.kids.who-others'),
          t('app.kids.who-parents'),
          t('app.kids.who-code'),
        ],
      },
      { to: '/duties', words: t('app.home.duties') },
    ],
  };
  const cookie: Section = {
    title: t('app.keep.t-cookie'),
    blocks: [t('app.kids.cookie'), { to: '/private', words: t('app.home.private') }],
  };
  return {
    title: t('app.kids.title'),
    lead: t('app.kids.lead'),
    forChildren: true,
    sections: [keep, never(t, neverOf(t)), who, howLong(t, facts), mine(t, facts), family(t), cookie],
  };
}

/** For young people of thirteen to seventeen: the same, with the reasons. */
export function youngNotice(t: Translate, facts: Facts): Document {
  const seen: Section = {
    title: t('app.young.t-seen'),
    blocks: [t('app.young.seen'), { to: '/private', words: t('app.home.private') }],
  };
  return {
    title: t('app.young.title'),
    lead: t('app.young.lead'),
    forChildren: true,
    sections: [
      { title: t('app.keep.t-keep'), room: 'reports', blocks: [{ list: lockedAndNot(t) }] },
      never(t, [...neverOf(t), t('app.young.never-profile')]),
      { title: t('app.keep.t-who'), room: 'reports', blocks: [{ list: readers(t, facts) }] },
      law(t),
      howLong(t, facts),
      mine(t, facts),
      seen,
      family(t),
      { title: t('app.keep.t-cookie'), blocks: [t('app.kids.cookie')] },
    ],
  };
}

/** For adults: who answers for it, on which ground, and every limit. */
export function adultNotice(t: Translate, facts: Facts): Document {
  const kept = [t('app.adults.report'), ...lockedAndNot(t), t('app.adults.company')];
  const who = facts.off.reports === undefined ? readers(t, facts) : [];
  const limits = [t('app.adults.rights-find'), t('app.adults.rights-child')];
  return {
    title: t('app.adults.title'),
    lead: t('app.adults.lead', { name: facts.name }),
    forChildren: false,
    sections: [
      answers(t, facts),
      { title: t('app.keep.t-keep'), room: 'reports', blocks: [{ list: kept }] },
      never(t, [...neverOf(t), t('app.young.never-profile'), t('app.adults.limits')]),
      { title: t('app.keep.t-who'), blocks: [{ list: [...who, t('app.adults.processors')] }] },
      law(t),
      howLong(t, facts, [t('app.adults.long-code')]),
      mine(t, facts, limits),
      {
        title: t('app.keep.t-family'),
        room: 'guard',
        blocks: [{ list: [t('app.adults.family'), t('app.adults.long-family')] }],
      },
      {
        title: t('app.keep.t-cookie'),
        blocks: [t('app.adults.cookies')],
      },
    ],
  };
}

function answers(t: Translate, { contact, basis, watchdog }: Facts): Section {
  const named = (text: string) => (text === '' ? t('app.adults.unnamed') : text);
  return {
    title: t('app.adults.t-answers'),
    blocks: [
      {
        rows: [
          [t('app.adults.contact'), named(contact)],
          [t('app.adults.basis'), named(basis)],
          [t('app.adults.watchdog'), named(watchdog)],
        ],
      },
    ],
  };
}

const neverOf = (t: Translate) => [
  t('app.kids.never-name'),
  t('app.kids.never-pictures'),
  t('app.kids.never-device'),
  t('app.kids.never-sites'),
];

const never = (t: Translate, list: string[]): Section => ({
  title: t('app.keep.t-never'),
  blocks: [{ list }],
});

const lockedAndNot = (t: Translate) => [
  t('app.young.keep-words'),
  t('app.young.keep-facts'),
  t('app.young.keep-contact'),
];

const readers = (t: Translate, { name }: Facts) => [
  t('app.young.who-team', { name }),
  t('app.young.who-others'),
  t('app.kids.who-parents'),
  t('app.kids.who-code'),
];

const law = (t: Translate): Section => ({
  title: t('app.young.t-law'),
  room: 'reports',
  blocks: [t('app.young.law'), { to: '/duties', words: t('app.home.duties') }],
});

const family = (t: Translate): Section => ({
  title: t('app.keep.t-family'),
  room: 'guard',
  blocks: [{ list: [t('app.kids.family-ask'), t('app.kids.family-keep')] }],
});

function howLong(t: Translate, { retention }: Facts, more: string[] = []): Section {
  const list = [
    t('app.keep.draft'),
    ...reportClocks(t, retention),
    t('app.keep.copies', { days: SAFETY_COPY_DAYS }),
    t('app.keep.law'),
    ...more,
  ];
  return { title: t('app.keep.t-long'), room: 'reports', blocks: [{ list }] };
}

/** The installation's own times, as every document says them. */
export const reportClocks = (t: Translate, retention: Facts['retention']) => [
  t('app.keep.open', { days: retention.closedDays }),
  t('app.keep.nothing', { days: retention.notActionableDays }),
  t('app.keep.code', { days: retention.codeDays }),
];

function mine(t: Translate, { contact, watchdog }: Facts, limits: string[] = []): Section {
  const list = [
    t('app.mine.see'),
    t('app.mine.correct'),
    t('app.mine.stop'),
    t('app.mine.delete'),
    t('app.mine.complain'),
    ...(watchdog === '' ? [] : [t('app.mine.watchdog', { who: watchdog })]),
    ...limits,
  ];
  const write: Block[] =
    contact === '' ? [] : [t('app.mine.contact'), { to: contactLink(contact), words: contact }];
  return { title: t('app.keep.t-mine'), room: 'reports', blocks: [{ list }, ...write] };
}
