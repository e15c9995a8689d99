// SPDX-License-Identifier: EUPL-1.2
import { formatDate, type Translate } from '#platform/i18n';
import { contactLink, type Document, type Facts } from './document.ts';

/** The day somebody last compared these words with what is tested. */
const LOOKED_AT = new Date('2026-11-21T12:00:00Z');

/** The accessibility statement: the aim, what is tested, and what is known to be missing. */
export function accessibilityStatement(t: Translate, { contact }: Facts): Document {
  const tested = [
    t('app.access.tested-axe'),
    t('app.access.tested-keys'),
    t('app.access.tested-frame'),
    t('app.access.tested-contrast'),
  ];
  const gaps = [
    t('app.access.gap-people'),
    t('app.access.gap-forms'),
    t('app.access.gap-words'),
    t('app.access.gap-desk'),
  ];
  return {
    title: t('app.access.title'),
    lead: t('app.access.lead'),
    forChildren: false,
    sections: [
      { title: t('app.access.t-status'), blocks: [t('app.access.status')] },
      { title: t('app.access.t-tested'), blocks: [{ list: tested }] },
      { title: t('app.access.t-gaps'), blocks: [{ list: gaps }] },
      {
        title: t('app.access.t-tell'),
        blocks: [
          t('app.access.tell'),
          ...(contact === '' ? [] : [{ to: contactLink(contact), words: contact }]),
          t('app.access.date', { day: formatDate(LOOKED_AT, { lang: t.lang, timeZone: 'UTC' }) }),
        ],
      },
    ],
  };
}
