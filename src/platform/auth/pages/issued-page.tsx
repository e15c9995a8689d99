// SPDX-License-Identifier: EUPL-1.2
import { LinkButton, Ltr, Page, Panel, pathIn, Section, Summary, type View } from '#platform/ui';

export interface IssuedView {
  alias: string;
  /** Null where the person chose it and knows it. */
  password: string | null;
  /** The authenticator secret in text, and its address, for apps that cannot scan; null where it stays. */
  totp: { secret: string; address: string } | null;
  /** What a member must hear before they give the keys. */
  fingerprint: string | null;
  /** The recovery key's halves, only for the first person. */
  halves: { n: number; a: string; b: string } | null;
  /** Where the person goes on, without language. */
  next: string;
}

/** Shown once: how this person signs in from now on, and for the first person the two recovery papers. */
export function IssuedPage({ view, data }: { view: View; data: IssuedView }) {
  const { t } = view;
  const { password, totp } = data;
  const rows = [
    { label: t('auth.sign-in.alias'), value: <Ltr>{data.alias}</Ltr> },
    ...(password === null ? [] : [{ label: t('auth.sign-in.password'), value: <Ltr>{password}</Ltr> }]),
    ...(totp === null ? [] : [{ label: t('auth.issued.secret'), value: <Ltr>{totp.secret}</Ltr> }]),
  ];
  return (
    <Page view={view} title={t('auth.issued.title')}>
      <Panel view={view} kind="warn" title={t('auth.issued.once')} />
      <Summary view={view} rows={rows} />
      {totp === null ? null : (
        <>
          <p>{t('auth.issued.app')}</p>
          <p>
            <a href={totp.address}>{t('auth.issued.open-app')}</a>
          </p>
        </>
      )}
      {data.fingerprint === null ? null : <Fingerprint view={view} signs={data.fingerprint} />}
      {data.halves === null ? null : <Halves view={view} halves={data.halves} />}
      <LinkButton href={pathIn(view, data.next)}>
        {t(totp === null ? 'auth.issued.password.done' : 'auth.issued.done')}
      </LinkButton>
    </Page>
  );
}

/** The eight signs that a newcomer reads out, in two fours. */
export function Fingerprint({ view, signs }: { view: View; signs: string }) {
  const { t } = view;
  return (
    <Section title={t('auth.fingerprint.title')}>
      <p class="fingerprint">
        <Ltr>{`${signs.slice(0, 4)} ${signs.slice(4)}`}</Ltr>
      </p>
      <p>{t('auth.fingerprint.lead')}</p>
    </Section>
  );
}

/** The two papers, to be printed and forgotten. */
export function Halves({ view, halves }: { view: View; halves: NonNullable<IssuedView['halves']> }) {
  const { t } = view;
  const rows = [
    { label: t('auth.halves.a', { n: halves.n }), value: <Ltr>{halves.a}</Ltr> },
    { label: t('auth.halves.b', { n: halves.n }), value: <Ltr>{halves.b}</Ltr> },
  ];
  return (
    <Section title={t('auth.halves.title')}>
      <p>{t('auth.halves.lead')}</p>
      <Summary view={view} rows={rows} />
    </Section>
  );
}
