// SPDX-License-Identifier: EUPL-1.2
import { Button, type FieldErrors, Form, Page, pathIn, TextField, type View } from '#platform/ui';
import { PasskeyButton } from './passkey-button.tsx';
import { ProofFields } from './proof-fields.tsx';

export interface SignInView {
  alias: string;
  /** False where this place has no name that passkeys could belong to. */
  passkeys: boolean;
  errors: FieldErrors;
}

/** Sign-in for staff: name, password, code; or a passkey where the browser has one. */
export function SignInPage({ view, data }: { view: View; data: SignInView }) {
  const { t } = view;
  return (
    <Page view={view} title={t('auth.sign-in.title')} errors={data.errors} form="sign-in">
      {data.passkeys ? (
        <PasskeyButton view={view} way="sign-in" label={t('auth.passkey.sign-in')} next="/desk" />
      ) : null}
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
        <ProofFields view={view} errors={data.errors} />
        <Button>{t('auth.sign-in.go')}</Button>
      </Form>
    </Page>
  );
}
