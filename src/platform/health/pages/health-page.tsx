// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren } from 'preact';
import { formatDateTime, type MessageKey } from '#platform/i18n';
import { Button, Form, Page, Panel, pathIn, type Task, TaskList, type Tone, type View } from '#platform/ui';
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
    <Page view={view} title={t('health.title')} nav={data.nav}>
      <Panel
        view={view}
        kind={kind}
        title={red + yellow === 0 ? t('health.all-well') : t('health.summary', { red, yellow })}
      />
      <TaskList tasks={data.findings.map((finding) => taskOf(view, finding, data.timeZone))} />
      <Form view={view} action={pathIn(view, '/desk/health/chain')}>
        <Button kind="secondary">{t('health.chain.check')}</Button>
      </Form>
    </Page>
  );
}

function taskOf(view: View, finding: Finding, timeZone: string): Task {
  const { t, lang } = view;
  const { name, light, message, args, at, path } = finding;
  const time = at === undefined ? {} : { time: formatDateTime(at, { lang, timeZone }) };
  return {
    id: name,
    label: t(`health.name.${name}` as MessageKey),
    hint: t(message, { ...args, ...time }),
    href: path === undefined ? null : pathIn(view, path),
    status: t(`health.light.${light}`),
    tone: tones[light],
  };
}
