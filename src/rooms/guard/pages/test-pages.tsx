// SPDX-License-Identifier: EUPL-1.2
import { LinkButton, Page, Panel, pathIn, Section, type View } from '#platform/ui';

/**
 * F8 without script: a link to a name that only our resolver knows. Whether it opens is the answer, and the page says
 * before what each outcome means and what cannot be known.
 */
export function TestPage({ view, link }: { view: View; link: string }) {
  const { t } = view;
  return (
    <Page view={view} title={t('guard.test.title')}>
      <p>{t('guard.test.lead')}</p>
      <p>{t('guard.test.press')}</p>
      <ul>
        <li>{t('guard.test.opens')}</li>
        <li>{t('guard.test.warning')}</li>
        <li>{t('guard.test.not-found')}</li>
      </ul>
      <LinkButton href={link} icon="refresh-cw" view={view}>
        {t('guard.test.button')}
      </LinkButton>
      <p class="after-form">{t('guard.test.minute')}</p>
      <p>{t('guard.test.help')}</p>
      <Section title={t('guard.test.cannot')}>
        <ul>
          <li>{t('guard.test.cannot-apps')}</li>
          <li>{t('guard.test.cannot-who')}</li>
          <li>{t('guard.test.cannot-vpn')}</li>
        </ul>
      </Section>
    </Page>
  );
}

/** Where the link leads. Somebody who typed the address by hand has proven nothing. */
export function TestResultPage({ view, isOn }: { view: View; isOn: boolean }) {
  const { t } = view;
  return (
    <Page view={view} title={isOn ? t('guard.test.on-title') : t('guard.test.unknown-title')}>
      <Panel view={view} kind={isOn ? 'ok' : 'info'}>
        <p>{isOn ? t('guard.test.on') : t('guard.test.unknown')}</p>
      </Panel>
      {isOn ? null : <LinkButton href={pathIn(view, '/test')}>{t('guard.test.again')}</LinkButton>}
    </Page>
  );
}
