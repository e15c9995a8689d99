// SPDX-License-Identifier: EUPL-1.2
import { LinkButton, Ltr, Page, Panel, pathIn, type View } from '#platform/ui';

export interface IssuedView {
  alias: string;
  password: string;
  /** The authenticator secret in text, and its address, for apps that cannot scan. */
  secret: string;
  address: string;
  /** The recovery key's halves, only for the first person. */
  halves: { n: number; a: string; b: string } | null;
}

/** Shown once: how this person signs in from now on, and for the first person the two recovery papers. */
export function IssuedPage({ view, data }: { view: View; data: IssuedView }) {
  const { t } = view;
  return (
    <Page view={view} title={t('auth.issued.title')}>
      <Panel view={view} kind="warn" title={t('auth.issued.once')} />
      <dl class="summary">
        <Row label={t('auth.sign-in.alias')} value={data.alias} />
        <Row label={t('auth.sign-in.password')} value={data.password} />
        <Row label={t('auth.issued.secret')} value={data.secret} />
      </dl>
      <p>{t('auth.issued.app')}</p>
      <p>
        <a href={data.address}>{t('auth.issued.open-app')}</a>
      </p>
      {data.halves === null ? null : <Halves view={view} halves={data.halves} />}
      <LinkButton href={pathIn(view, '/desk/sign-in')}>{t('auth.issued.done')}</LinkButton>
    </Page>
  );
}

function Row({ label, value }: { label: string; value: string }) {
  return (
    <div class="summary-row">
      <dt>{label}</dt>
      <dd class="summary-value">
        <Ltr>{value}</Ltr>
      </dd>
    </div>
  );
}

function Halves({ view, halves }: { view: View; halves: NonNullable<IssuedView['halves']> }) {
  const { t } = view;
  return (
    <section>
      <h2>{t('auth.halves.title')}</h2>
      <p>{t('auth.halves.lead')}</p>
      <dl class="summary">
        <Row label={t('auth.halves.a', { n: halves.n })} value={halves.a} />
        <Row label={t('auth.halves.b', { n: halves.n })} value={halves.b} />
      </dl>
    </section>
  );
}
