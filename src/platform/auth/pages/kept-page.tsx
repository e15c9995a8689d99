// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren } from 'preact';
import type { KeptForm } from '#platform/http';
import { Button, ButtonRow, Form, LinkButton, Page, Panel, pathIn, Typed, type View } from '#platform/ui';

export interface KeptView {
  form: KeptForm | null;
  nav: ComponentChildren;
}

/** What was typed before the question who one is: whole, and sent only by a press. */
export function KeptPage({ view, data }: { view: View; data: KeptView }) {
  const { t } = view;
  const { form, nav } = data;
  return (
    <Page view={view} title={t('auth.kept.title')} nav={nav}>
      {form === null ? <Nothing view={view} /> : <Kept view={view} form={form} />}
    </Page>
  );
}

function Kept({ view, form }: { view: View; form: KeptForm }) {
  const { t } = view;
  const said = form.fields.map(([, value]) => value).filter(isSaid);
  return (
    <>
      <p>{t('auth.kept.lead')}</p>
      {said.length === 0 ? null : (
        <Panel view={view} kind="plain" title={t('auth.kept.typed')}>
          {said.map((value, at) => (
            <p key={at} class="kept-words">
              <Typed>{value}</Typed>
            </p>
          ))}
        </Panel>
      )}
      <Form view={view} action={pathIn(view, form.path)} id="kept">
        {form.fields.map(([name, value], at) => (
          <input key={at} type="hidden" name={name} value={value} />
        ))}
        <ButtonRow>
          <Button>{t('auth.kept.go')}</Button>
          <LinkButton kind="quiet" href={pathIn(view, form.back)}>
            {t('auth.kept.back')}
          </LinkButton>
        </ButtonRow>
      </Form>
    </>
  );
}

function Nothing({ view }: { view: View }) {
  const { t } = view;
  return (
    <>
      <p>{t('auth.kept.none')}</p>
      <LinkButton href={pathIn(view, '/desk/me')}>{t('auth.kept.home')}</LinkButton>
    </>
  );
}

/** Words somebody wrote, not the choices and ids that a form also carries. */
function isSaid(value: string): boolean {
  return /\s/u.test(value.trim()) || /[^\p{ASCII}]/u.test(value);
}
