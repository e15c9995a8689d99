// SPDX-License-Identifier: EUPL-1.2
import { Button, type FieldErrors, Form, Page, Panel, pathIn, TextField, type View } from '#platform/ui';
import { HOME } from './frame.tsx';

export interface SignInView {
  code: string;
  errors: FieldErrors;
  /** After too many tries: the ticket that is good after so many seconds. */
  wait: { ticket: string; seconds: number } | null;
}

/** Coming back: the code, and the password where the family has one. */
export function SignInPage({ view, data }: { view: View; data: SignInView }) {
  const { t } = view;
  const { errors, wait } = data;
  return (
    <Page view={view} title={t('guard.enter.title')} errors={errors} back={{ href: pathIn(view, HOME) }}>
      {wait === null ? null : (
        <Panel view={view} kind="warn">
          <p>{t('guard.enter.wait', { seconds: wait.seconds })}</p>
        </Panel>
      )}
      <Form view={view} action={pathIn(view, `${HOME}/sign-in`)}>
        {wait === null ? null : <input type="hidden" name="ticket" value={wait.ticket} />}
        <TextField
          view={view}
          name="code"
          label={t('guard.enter.code')}
          hint={t('guard.enter.code-hint')}
          inputMode="numeric"
          width="code"
          ltr
          value={data.code}
          errors={errors}
        />
        <TextField
          view={view}
          name="password"
          type="password"
          autocomplete="current-password"
          label={t('guard.enter.password')}
          width="medium"
          errors={errors}
        />
        <Button>{t('guard.enter.button')}</Button>
      </Form>
      <p class="quiet after-form">{t('guard.enter.lost')}</p>
    </Page>
  );
}
