// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren } from 'preact';
import { Button, type FieldErrors, Form, Page, pathIn, type View } from '#platform/ui';
import { PasskeyButton } from './passkey-button.tsx';
import { ProofFields } from './proof-fields.tsx';

export interface ConfirmView {
  /** Where the person was on their way to: a path of the desk, without language. */
  next: string;
  passkeys: boolean;
  errors: FieldErrors;
  nav: ComponentChildren;
}

/** Shows again who one is, before something grave. */
export function ConfirmPage({ view, data }: { view: View; data: ConfirmView }) {
  const { t } = view;
  const { next } = data;
  return (
    <Page view={view} title={t('auth.confirm.title')} errors={data.errors} form="confirm" nav={data.nav}>
      <p>{t('auth.confirm.lead')}</p>
      {data.passkeys ? (
        <PasskeyButton view={view} way="confirm" label={t('auth.passkey.confirm')} next={next} />
      ) : null}
      <Form view={view} action={pathIn(view, '/desk/confirm')} id="confirm">
        <input type="hidden" name="next" value={next} />
        <ProofFields view={view} errors={data.errors} />
        <Button>{t('auth.confirm.go')}</Button>
      </Form>
    </Page>
  );
}
