// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren } from 'preact';
import { Button, type FieldErrors, Form, Page, Panel, pathIn, TextField, type View } from '#platform/ui';

export interface RecoveryView {
  confirmedOn: string | null;
  a: string;
  b: string;
  errors: FieldErrors;
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
    </Page>
  );
}
