// SPDX-License-Identifier: EUPL-1.2
import { Button, Form, type Task, TaskList, TextArea, type View } from '#platform/ui';
import type { CaseFile } from '../../queries/case-file.ts';
import { isRed } from '../../rules/referral.ts';
import { nextDay } from '../../rules/support.ts';
import { caseHref, dayWords, say } from '../words.tsx';
import { ClosedCodes } from './case-codes.tsx';
import { Contacts } from './case-contacts.tsx';
import { CaseForms, fieldOf, StopAsked } from './case-forms.tsx';
import { Ratings } from './case-ratings.tsx';
import type { CasePageView } from './case-view.ts';

/** What can be done now, in the order it is usually done, and how each thing stands. */
export function CaseTodo({ view, data, file }: { view: View; data: CasePageView; file: CaseFile }) {
  const { t } = view;
  const { head } = data;
  if (head.row.state === 'closed') return <Reopen view={view} data={data} />;
  return (
    <>
      <TaskList tasks={tasksOf(view, data, file)} />
      <Ratings view={view} data={data} file={file} />
      {head.acts ? null : <p class="quiet">{t('cases.case.not-yours')}</p>}
      {head.acts ? <Contacts view={view} data={data} file={file} /> : null}
      {head.acts ? <ClosedCodes view={view} data={data} file={file} /> : null}
      {head.acts ? <StopAsked view={view} data={data} file={file} /> : null}
      {head.acts ? <CaseForms view={view} data={data} /> : null}
      <p class="quiet">{t('cases.case.after')}</p>
    </>
  );
}

function tasksOf(view: View, data: CasePageView, file: CaseFile): Task[] {
  const { head } = data;
  const { t } = view;
  const { id } = head.row;
  const task = (name: string, status: string, tone: Task['tone'] = 'neutral'): Task => ({
    id: name,
    label: say(view, 'task', name),
    href: head.acts ? caseHref(view, id, `/${name}`) : null,
    status,
    tone,
  });
  const assessed = file.assessments.find(({ state }) => state === 'agreed' || state === 'waiting');
  const open = head.ledger.filter(isRed).length;
  const plan = file.support;
  const next = plan === null ? null : nextDay(plan);
  return [
    assessed === undefined
      ? task('assess', t('cases.task.not-yet'))
      : task('assess', say(view, 'assessment', assessed.state), assessed.state === 'agreed' ? 'ok' : 'info'),
    task(
      'hold',
      t(head.hold?.stands ? 'cases.task.held' : 'cases.task.none'),
      head.hold?.stands ? 'warn' : 'neutral',
    ),
    head.ledger.length === 0
      ? task('refer', t('cases.task.none'), head.red ? 'danger' : 'neutral')
      : task('refer', t('cases.task.ledger', { n: head.ledger.length, open }), open > 0 ? 'danger' : 'ok'),
    plan === null || next === null
      ? task('support', t(plan === null ? 'cases.task.none' : 'cases.task.over'))
      : task('support', dayWords(data, next), plan.overdue ? 'warn' : 'info'),
    task(
      'tell',
      t(head.row.told_at === null ? 'cases.task.not-yet' : 'cases.task.told'),
      head.row.told_at === null ? 'neutral' : 'ok',
    ),
    task(
      'restrict',
      head.readers === null ? t('cases.task.everybody') : t('cases.task.readers', { n: head.readers }),
      head.readers === null ? 'neutral' : 'info',
    ),
    task('close', t('cases.task.last')),
  ];
}

function Reopen({ view, data }: { view: View; data: CasePageView }) {
  const { t } = view;
  const { row } = data.head;
  return (
    <>
      <p>{row.outcome === null ? null : say(view, 'outcome', row.outcome)}</p>
      {row.delete_after === null ? null : (
        <p class="quiet">{t('cases.case.deleted-on', { day: dayWords(data, row.delete_after) })}</p>
      )}
      {data.works ? (
        <Form view={view} action={caseHref(view, row.id, '/reopen')}>
          <TextArea {...fieldOf({ view, data }, 'words')} label={t('cases.reopen.why')} rows={2} />
          <Button kind="secondary">{t('cases.reopen.go')}</Button>
        </Form>
      ) : null}
    </>
  );
}
