// SPDX-License-Identifier: EUPL-1.2
import { Button, type FieldErrors, Form, Page, pathIn, TextField, type View } from '#platform/ui';

export interface SignInView {
  alias: string;
  errors: FieldErrors;
}

/** Sign-in for staff: name, issued password, code. The password field never comes back filled. */
export function SignInPage({ view, data }: { view: View; data: SignInView }) {
  const { t } = view;
  return (
    <Page view={view} title={t('auth.sign-in.title')} errors={data.errors} form="sign-in">
      <Form view={view} action={pathIn(view, '/desk/sign-in')} id="sign-in">
        <TextField
          view={view}
          name="alias"
          label={t('auth.sign-in.alias')}
          value={data.alias}
          autocomplete="username"
          width="medium"
          errors={data.errors}
        />
        <TextField
          view={view}
          name="password"
          type="password"
          label={t('auth.sign-in.password')}
          hint={t('auth.sign-in.password.hint')}
          autocomplete="current-password"
          width="medium"
          ltr
          errors={data.errors}
        />
        <TextField
          view={view}
          name="code"
          inputMode="numeric"
          label={t('auth.sign-in.code')}
          hint={t('auth.sign-in.code.hint')}
          autocomplete="one-time-code"
          width="short"
          ltr
          errors={data.errors}
        />
        <Button>{t('auth.sign-in.go')}</Button>
      </Form>
    </Page>
  );
}
