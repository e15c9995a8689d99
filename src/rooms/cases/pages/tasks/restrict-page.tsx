// SPDX-License-Identifier: EUPL-1.2
import { Button, Checkboxes, Form, TextArea, Typed, type View } from '#platform/ui';
import { caseHref } from '../words.tsx';
import { many, one, type TaskData, TaskFrame } from './task-frame.tsx';

export interface RestrictData extends TaskData {
  /** Everybody of the desk who could read it. */
  people: readonly { id: string; alias: string; lends: boolean }[];
  /** Who reads it now; nobody yet where the whole desk does. */
  readers: readonly string[];
}

/** Keeps a case from the person it is about. */
export function RestrictPage({ view, data }: { view: View; data: RestrictData }) {
  const { t } = view;
  return (
    <TaskFrame view={view} data={data} task="restrict">
      <p>{t('cases.restrict.lead')}</p>
      <p>{t('cases.restrict.note')}</p>
      <Form view={view} action={caseHref(view, data.head.row.id, '/restrict')}>
        <Checkboxes
          view={view}
          name="people"
          legend={t('cases.restrict.people')}
          hint={t('cases.restrict.people-hint')}
          options={data.people.map(({ id, alias, lends }) => ({
            value: id,
            label: <Typed>{alias}</Typed>,
            ...(lends ? { hint: t('cases.restrict.lends') } : {}),
          }))}
          values={data.typed.people === undefined ? data.readers : many(data, 'people')}
          errors={data.errors}
        />
        <TextArea
          view={view}
          name="words"
          label={t('cases.form.why-label')}
          value={one(data, 'words')}
          rows={3}
          errors={data.errors}
        />
        <Button>{t('cases.restrict.go')}</Button>
      </Form>
    </TaskFrame>
  );
}
