// SPDX-License-Identifier: EUPL-1.2
import { Ltr, Page, pathIn, Section, type View, Ways } from '#platform/ui';
import type { LookAlike } from '../look-alike.ts';
import { CheckBox } from './check.tsx';
import { LookTwice } from './look-twice.tsx';

/**
 * The one answer for every host without a person's public rating: never seen, named by lists, or guarded. It is one
 * page with one set of words, so that it tells nobody which (H1, H17).
 */
export function Nothing({ view, host, alike }: { view: View; host: string; alike: LookAlike | null }) {
  const { t } = view;
  return (
    <Page view={view} title={t('ratings.nothing.title')} back={{ href: pathIn(view, '/check') }}>
      <LookTwice view={view} host={host} alike={alike} />
      <p>{t.parts('ratings.nothing.checked', { host: <Ltr>{host}</Ltr> })}</p>
      <p>{t('ratings.nothing.means')}</p>
      <p>{t('ratings.nothing.filters')}</p>
      <Ways
        view={view}
        items={[{ href: pathIn(view, '/report'), label: t('ratings.nothing.report'), icon: 'flag' }]}
      />
      <Section title={t('ratings.check.another')}>
        <CheckBox view={view} check={{ typed: '', errors: [] }} />
      </Section>
    </Page>
  );
}
