// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren } from 'preact';
import { formatDateTime, type MessageKey } from '#platform/i18n';
import { Button, Form, Page, Panel, pathIn, Status, Table, type Tone, type View } from '#platform/ui';
import type { Finding, Light } from '../judge.ts';

export interface HealthView {
  findings: readonly Finding[];
  timeZone: string;
  nav: ComponentChildren;
}

const tones: Record<Light, Tone> = { ok: 'ok', yellow: 'warn', red: 'danger' };

/** How this installation stands: the worst first, each in words, and where something can be done. */
export function HealthPage({ view, data }: { view: View; data: HealthView }) {
  const { t } = view;
  const count = (light: Light) => data.findings.filter((finding) => finding.light === light).length;
  const [red, yellow] = [count('red'), count('yellow')];
  const kind = red > 0 ? 'danger' : yellow > 0 ? 'warn' : 'ok';
  return (
    <Page view={view} title={t('health.title')} nav={data.nav} wide>
      <Panel
        view={view}
        kind={kind}
        title={red + yellow === 0 ? t('health.all-well') : t('health.summary', { red, yellow })}
      />
      <Table
        view={view}
        id="health"
        caption={t('health.title')}
        captionHidden
        columns={[
          { label: t('health.column.what'), head: true },
          { label: t('health.column.state') },
          { label: t('health.column.words') },
        ]}
        rows={data.findings.map((finding) => [
          t(`health.name.${finding.name}` as MessageKey),
          <Status key="state" tone={tones[finding.light]}>
            {t(`health.light.${finding.light}`)}
          </Status>,
          <Words key="words" view={view} finding={finding} timeZone={data.timeZone} />,
        ])}
      />
      <Form view={view} action={pathIn(view, '/desk/health/chain')}>
        <Button kind="secondary">{t('health.chain.check')}</Button>
      </Form>
    </Page>
  );
}

function Words({ view, finding, timeZone }: { view: View; finding: Finding; timeZone: string }) {
  const { t, lang } = view;
  const { message, args, at, path } = finding;
  const time = at === undefined ? {} : { time: formatDateTime(at, { lang, timeZone }) };
  return (
    <>
      {t(message, { ...args, ...time })}
      {path === undefined || finding.light === 'ok' ? null : (
        <>
          {' '}
          <a href={pathIn(view, path)}>
            {t('health.go')}
            <span class="vh">: {t(`health.name.${finding.name}` as MessageKey)}</span>
          </a>
        </>
      )}
    </>
  );
}
