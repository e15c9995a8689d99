// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren } from 'preact';
import { Button, type FieldErrors, Form, Page, Panel, pathIn, TextField, type View } from '#platform/ui';
import { teamWords } from './words.ts';

export interface RecoveryView {
  confirmedOn: string | null;
  a: string;
  b: string;
  errors: FieldErrors;
  /** Papers that were printed to take the place of those in use, and the teams whose keys they lack. */
  waiting: { n: number; lacking: readonly string[] } | null;
  nav: ComponentChildren;
}

/** Both holders type their half: the first time it counts from then on, later it is the rehearsal. */
export function RecoveryPage({ view, data }: { view: View; data: RecoveryView }) {
  const { t } = view;
  return (
    <Page
      view={view}
      title={t('auth.recovery.title')}
      back={{ href: pathIn(view, '/setup') }}
      errors={data.errors}
      form="recovery"
      nav={data.nav}
    >
      <p>{t('auth.recovery.lead')}</p>
      {data.confirmedOn === null ? null : (
        <Panel view={view} kind="ok" title={t('auth.recovery.done', { day: data.confirmedOn })} />
      )}
      <Waiting view={view} waiting={data.waiting} />
      <Form view={view} action={pathIn(view, '/desk/recovery')} id="recovery">
        <TextField
          view={view}
          name="a"
          label={t('auth.recovery.a')}
          value={data.a}
          ltr
          errors={data.errors}
        />
        <TextField
          view={view}
          name="b"
          label={t('auth.recovery.b')}
          value={data.b}
          ltr
          errors={data.errors}
        />
        <Button>{t('auth.recovery.go')}</Button>
      </Form>
      {data.confirmedOn === null ? null : (
        <p>
          <a href={pathIn(view, '/desk/recovery/new')}>{t('auth.papers.link')}</a>
        </p>
      )}
    </Page>
  );
}

function Waiting({ view, waiting }: { view: View; waiting: RecoveryView['waiting'] }) {
  const { t } = view;
  if (waiting === null) return null;
  return (
    <Panel view={view} kind="warn" title={t('auth.papers.waiting', { n: waiting.n })}>
      {waiting.lacking.length === 0 ? null : (
        <>
          <p>{t('auth.papers.lacking', { teams: teamWords(view, [...new Set(waiting.lacking)]) })}</p>
          <a href={pathIn(view, '/desk/keys')}>{t('auth.keys.title')}</a>
        </>
      )}
    </Panel>
  );
}
