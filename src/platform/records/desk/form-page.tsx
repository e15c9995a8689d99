// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren } from 'preact';
import { deskNav } from '#platform/auth';
import type { Actor } from '#platform/ctx';
import { type Back, Button, ButtonRow, Form, Page, Panel, type View } from '#platform/ui';
import type { FormView } from '../form/form-view.ts';
import { RecordInputs } from '../form/record-form.tsx';
import { RoomOff } from './room-off.tsx';

export interface FormPageView {
  actor: Actor;
  title: string;
  caption: string;
  back: Back;
  action: string;
  form: FormView;
  /** Hidden inputs: the revisions that the form was opened on. */
  hidden: Readonly<Record<string, string | number>>;
  /** Somebody else saved another text in the same place; both are shown, and nothing was saved. */
  clash: boolean;
  /** More inputs above the fields. */
  before?: ComponentChildren;
  /** What stands above the form. */
  intro?: ComponentChildren;
  place?: 'library' | 'translate';
}

const FORM = 'record';

/** A form of a record: everything typed stays whatever button is pressed, without script too. */
export function FormPage({ view, shown }: { view: View; shown: FormPageView }) {
  const { t } = view;
  const { form, clash } = shown;
  return (
    <Page
      view={view}
      title={shown.title}
      caption={shown.caption}
      back={shown.back}
      errors={form.errors}
      form={FORM}
      nav={deskNav(view, shown.actor, shown.place ?? 'library')}
      wide={form.beside !== undefined}
    >
      <RoomOff view={view} room={form.kind.room} />
      {shown.intro}
      {clash ? (
        <Panel view={view} kind="warn" title={t('records.clash.title')} live>
          <p>{t('records.clash.what')}</p>
        </Panel>
      ) : null}
      <Form view={view} action={shown.action} id={FORM} class="record-form">
        {Object.entries(shown.hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {shown.before}
        <RecordInputs view={view} form={form} />
        <ButtonRow>
          <Button name="go" value="save">
            {t(clash ? 'records.clash.save' : 'records.form.save')}
          </Button>
        </ButtonRow>
      </Form>
    </Page>
  );
}
