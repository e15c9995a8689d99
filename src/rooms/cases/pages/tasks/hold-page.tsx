// SPDX-License-Identifier: EUPL-1.2
import { Button, Form, Panel, Radios, TextArea, type View } from '#platform/ui';
import { HOLD_DAYS } from '../../rules/police-hold.ts';
import { caseHref, short } from '../words.tsx';
import { one, type TaskData, TaskFrame } from './task-frame.tsx';

/** Police first: one person sets it at once, two lift it. */
export function HoldPage({ view, data }: { view: View; data: TaskData }) {
  const { t } = view;
  const { hold, row, waits } = data.head;
  const stands = hold?.stands === true;
  const options = stands
    ? [
        { value: 'renew', label: t('cases.hold.renew', { n: HOLD_DAYS }) },
        { value: 'ask-lift', label: t('cases.hold.ask-lift'), hint: t('cases.hold.ask-lift-hint') },
      ]
    : [{ value: 'set', label: t('cases.hold.set', { n: HOLD_DAYS }) }];
  return (
    <TaskFrame view={view} data={data} task="hold">
      <p>{t('cases.hold.lead')}</p>
      {stands && hold ? <p>{t('cases.hold.until', { time: short(data, hold.until) })}</p> : null}
      {waits.includes('case.lift-hold') ? (
        <Panel view={view} kind="info" title={t('cases.hold.lift-waits')} />
      ) : null}
      <Form view={view} action={caseHref(view, row.id, '/hold')}>
        <Radios
          view={view}
          name="act"
          legend={t('cases.hold.legend')}
          options={options}
          value={one(data, 'act') || (stands ? null : 'set')}
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
        <Button>{t('cases.hold.go')}</Button>
      </Form>
    </TaskFrame>
  );
}
