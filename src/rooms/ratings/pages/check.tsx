// SPDX-License-Identifier: EUPL-1.2
import { Button, type FieldErrors, Form, Lead, Page, pathIn, TextField, type View } from '#platform/ui';

export interface CheckView {
  typed: string;
  errors: FieldErrors;
}

/** S1: one box. A link is shown and answered in the address, so that it can be kept and sent. */
export function Check({ view, check }: { view: View; check: CheckView }) {
  const { t } = view;
  return (
    <Page view={view} title={t('ratings.check.title')} errors={check.errors}>
      <Lead>{t('ratings.check.lead')}</Lead>
      <CheckBox view={view} check={check} />
      <p class="quiet">{t('ratings.check.private')}</p>
    </Page>
  );
}

export function CheckBox({ view, check }: { view: View; check: CheckView }) {
  const { t } = view;
  return (
    <Form view={view} action={pathIn(view, '/check')} method="get" role="search">
      <TextField
        view={view}
        name="q"
        type="search"
        ltr
        label={t('ratings.check.label')}
        hint={t('ratings.check.hint')}
        value={check.typed}
        errors={check.errors}
      />
      <Button icon="search" view={view}>
        {t('ratings.check.button')}
      </Button>
    </Form>
  );
}
