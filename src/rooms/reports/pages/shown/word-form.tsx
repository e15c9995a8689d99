// SPDX-License-Identifier: EUPL-1.2
import { Button, type FieldErrors, Form, pathIn, TextField, type View } from '#platform/ui';

interface WordFormProps {
  view: View;
  /** Without the language. */
  action: string;
  errors: FieldErrors;
  /** Where the code is not known from the page before, it is typed once more. */
  askCode: boolean;
}

/** A second thing to know beside the code. What was typed wrong is not shown again: it is a secret. */
export function WordForm({ view, action, errors, askCode }: WordFormProps) {
  const { t } = view;
  return (
    <Form view={view} action={pathIn(view, action)}>
      {askCode ? (
        <TextField
          view={view}
          name="code"
          label={t('reports.word.code')}
          inputMode="numeric"
          width="code"
          ltr
          errors={errors}
        />
      ) : null}
      <TextField
        view={view}
        name="word"
        label={t('reports.word.label')}
        hint={t('reports.word.hint')}
        width="medium"
        errors={errors}
      />
      <p>{t('reports.word.remember')}</p>
      <Button name="go" value="word" kind="secondary">
        {t('reports.word.button')}
      </Button>
    </Form>
  );
}
