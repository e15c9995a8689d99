// SPDX-License-Identifier: EUPL-1.2
import { Button, type FieldErrors, Form, Page, TextField, type View } from '#platform/ui';

export interface FirstView {
  action: string;
  alias: string;
  errors: FieldErrors;
}

/** The page behind the one-time set-up link: who begins. */
export function FirstPage({ view, data }: { view: View; data: FirstView }) {
  const { t } = view;
  return (
    <Page view={view} title={t('auth.first.title')} errors={data.errors} form="first">
      <p>{t('auth.first.lead')}</p>
      <Form view={view} action={data.action} id="first">
        <TextField
          view={view}
          name="alias"
          label={t('auth.first.alias')}
          hint={t('auth.first.alias.hint')}
          value={data.alias}
          width="medium"
          errors={data.errors}
        />
        <Button>{t('auth.first.go')}</Button>
      </Form>
    </Page>
  );
}
