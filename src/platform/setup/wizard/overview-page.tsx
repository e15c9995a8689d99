// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren } from 'preact';
import type { MessageKey } from '#platform/i18n';
import { Button, Form, Page, Panel, pathIn, type Task, TaskList, type View } from '#platform/ui';
import type { Missing } from '../missing.ts';
import { pages, type StepName } from './fields.ts';

export interface OverviewView {
  missing: readonly Missing[];
  finished: boolean;
  /** Other tasks of set-up that live on pages of their own. */
  recovery: boolean;
  /** The desk's navigation. */
  nav: ComponentChildren;
}

/** The task list of set-up: what is there, what the public forms still wait for, and the switch that opens. */
export function OverviewPage({ view, data }: { view: View; data: OverviewView }) {
  const { t } = view;
  const tasks = (Object.keys(pages) as StepName[]).map((step) => taskOf(view, step, data.missing));
  const recovery: Task = {
    id: 'recovery',
    label: t('setup.recovery.title'),
    href: pathIn(view, '/desk/recovery'),
    status: t(data.recovery ? 'setup.status.done' : 'setup.status.missing'),
    tone: data.recovery ? 'ok' : 'warn',
  };
  const words = { ...taskOf(view, 'words', data.missing), href: pathIn(view, '/desk/words') };
  const people: Task = {
    id: 'people',
    label: t('setup.people.title'),
    href: pathIn(view, '/desk/people'),
    status: t('setup.status.open'),
  };
  return (
    <Page view={view} title={t('setup.overview.title')} nav={data.nav}>
      <p>{t('setup.overview.lead')}</p>
      <TaskList tasks={[...tasks, people, recovery, words]} />
      {data.missing.length === 0 ? (
        <Panel view={view} kind="ok" title={t('setup.overview.nothing-missing')} />
      ) : (
        <Panel view={view} kind="warn" title={t('setup.overview.missing')}>
          <ul>
            {data.missing.map(({ message }) => (
              <li key={message}>{t(message)}</li>
            ))}
          </ul>
        </Panel>
      )}
      {data.finished ? (
        <p>{t('setup.overview.finished')}</p>
      ) : (
        <Form view={view} action={pathIn(view, '/setup')}>
          <Button name="finish" value="yes">
            {t('setup.overview.finish')}
          </Button>
        </Form>
      )}
    </Page>
  );
}

function taskOf(view: View, step: StepName | 'words', missing: readonly Missing[]): Task {
  const lacks = missing.filter((one) => one.step === step);
  return {
    id: step,
    label: view.t(`setup.${step}.title` as MessageKey),
    href: pathIn(view, `/setup/${step}`),
    status: view.t(lacks.length === 0 ? 'setup.status.done' : 'setup.status.missing'),
    tone: lacks.length === 0 ? 'ok' : 'warn',
  };
}
