// SPDX-License-Identifier: EUPL-1.2
import {
  Button,
  Code,
  type FieldErrors,
  Form,
  LinkButton,
  Page,
  Panel,
  pathIn,
  TextField,
  type View,
} from '#platform/ui';
import { FAMILY, HOME } from './frame.tsx';

export interface CodeView {
  /** Made in the last ten minutes by this browser. */
  code: string | null;
  hasCode: boolean;
  hasPassword: boolean;
  /** Where "I have written it down" leads. */
  next: string;
  errors: FieldErrors;
}

/** F1: an account without a name. The code is made when the person is ready to write. */
export function CodePage({ view, data }: { view: View; data: CodeView }) {
  const { t } = view;
  const { code, errors } = data;
  const back = data.hasCode ? { back: { href: pathIn(view, FAMILY) } } : {};
  return (
    <Page view={view} title={t('guard.code.title')} errors={errors} {...back}>
      {code === null ? (
        <MakeCode view={view} data={data} />
      ) : (
        <ShownCode view={view} data={{ ...data, code }} />
      )}
    </Page>
  );
}

function ShownCode({ view, data }: { view: View; data: CodeView & { code: string } }) {
  const { t } = view;
  return (
    <>
      <p>{t('guard.code.write')}</p>
      <Code view={view} code={data.code} />
      {data.hasPassword ? <p>{t('guard.code.both')}</p> : null}
      <p>{t('guard.code.minutes')}</p>
      <LinkButton href={pathIn(view, data.next)}>{t('guard.code.next')}</LinkButton>
    </>
  );
}

function MakeCode({ view, data }: { view: View; data: CodeView }) {
  const { t } = view;
  return (
    <>
      <p>{t('guard.code.why')}</p>
      {data.hasCode ? (
        <Panel view={view}>
          <p>{t('guard.code.there')}</p>
        </Panel>
      ) : null}
      <Form view={view} action={pathIn(view, `${HOME}/code`)}>
        <TextField
          view={view}
          name="password"
          type="password"
          autocomplete="new-password"
          label={t('guard.code.password')}
          hint={t('guard.code.password-hint')}
          optional
          width="medium"
          errors={data.errors}
        />
        {data.hasCode ? <p>{t('guard.code.again-hint')}</p> : null}
        <Button>{data.hasCode ? t('guard.code.again') : t('guard.code.make')}</Button>
      </Form>
    </>
  );
}
