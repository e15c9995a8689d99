// SPDX-License-Identifier: EUPL-1.2
import {
  Button,
  Code,
  type FieldErrors,
  Form,
  LinkButton,
  Page,
  pathIn,
  TextField,
  type View,
} from '#platform/ui';

/** It arrived; this code opens it again. */
export function ShareCodePage({ view, code }: { view: View; code: string }) {
  const { t } = view;
  return (
    <Page view={view} title={t('library.share.thanks')}>
      <p>{t('library.share.code-why')}</p>
      <Code view={view} code={code} />
      <LinkButton href={pathIn(view, '/library/share/back')}>{t('library.home.back')}</LinkButton>
    </Page>
  );
}

/** Coming back with the code. */
export function EnterShareCodePage(props: { view: View; typed: string; errors: FieldErrors }) {
  const { view, typed, errors } = props;
  const { t } = view;
  return (
    <Page
      view={view}
      title={t('library.home.back')}
      back={{ href: pathIn(view, '/library') }}
      errors={errors}
    >
      <Form view={view} action={pathIn(view, '/library/share/back')}>
        <TextField
          view={view}
          name="code"
          label={t('library.share.code')}
          hint={t('library.share.code-hint')}
          value={typed}
          errors={errors}
          inputMode="numeric"
          width="code"
          ltr
        />
        <Button name="go" value="open">
          {t('library.share.open')}
        </Button>
      </Form>
      <p>
        <a href={pathIn(view, '/code')}>{t('library.share.report-code')}</a>
      </p>
    </Page>
  );
}
