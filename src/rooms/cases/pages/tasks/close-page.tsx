// SPDX-License-Identifier: EUPL-1.2
import { Button, Form, LinkButton, Page, Panel, pathIn, Radios, TextArea, type View } from '#platform/ui';
import { type CloseProblem, OUTCOMES, UNTOLD } from '../../rules/closing.ts';
import { caseHref, type Desk, say } from '../words.tsx';
import { one, type TaskData, TaskFrame } from './task-frame.tsx';

export interface CloseData extends TaskData {
  problems: readonly CloseProblem[];
}

/** D8: how it ends. Nobody closes a case without telling, or saying why there is no safe way. */
export function ClosePage({ view, data }: { view: View; data: CloseData }) {
  const { t } = view;
  const { row } = data.head;
  const told = row.told_at !== null;
  return (
    <TaskFrame view={view} data={data} task="close">
      {data.problems.length === 0 ? null : (
        <Panel view={view} kind="danger" title={t('cases.close.cannot')} live>
          <ul>
            {data.problems.map((problem) => (
              <li key={problem}>{say(view, 'close.problem', problem)}</li>
            ))}
          </ul>
        </Panel>
      )}
      {data.head.red ? <Panel view={view} kind="danger" title={t('cases.case.red')} /> : null}
      {told ? null : (
        <p>
          {t('cases.close.not-told')} <a href={caseHref(view, row.id, '/tell')}>{t('cases.task.tell')}</a>
        </p>
      )}
      <Form view={view} action={caseHref(view, row.id, '/close')}>
        <Radios
          view={view}
          name="outcome"
          legend={t('cases.close.outcome')}
          hint={t('cases.close.outcome-hint')}
          options={OUTCOMES.map((value) => ({ value, label: say(view, 'outcome', value) }))}
          value={one(data, 'outcome')}
          errors={data.errors}
        />
        {told ? null : (
          <Radios
            view={view}
            name="untold"
            legend={t('cases.close.untold')}
            optional
            options={UNTOLD.map((value) => ({ value, label: say(view, 'untold', value) }))}
            value={one(data, 'untold')}
            errors={data.errors}
          />
        )}
        <TextArea
          view={view}
          name="words"
          label={t('cases.close.words')}
          value={one(data, 'words')}
          rows={4}
          optional
        />
        <Button>{t('cases.close.go')}</Button>
      </Form>
    </TaskFrame>
  );
}

/** After closing: how are you? Counted without a name, or not at all. */
export function FeelingPage({ view, desk }: { view: View; desk: Desk }) {
  const { t } = view;
  return (
    <Page view={view} title={t('cases.feeling.title')} nav={desk.nav}>
      <p>{t('cases.feeling.lead')}</p>
      <Form view={view} action={pathIn(view, '/desk/feeling')}>
        <Radios
          view={view}
          name="feeling"
          legend={t('cases.feeling.legend')}
          options={['fine', 'hard', 'break'].map((value) => ({ value, label: say(view, 'feeling', value) }))}
        />
        <Button>{t('ui.continue')}</Button>
        <LinkButton kind="quiet" href={pathIn(view, '/desk')}>
          {t('cases.feeling.skip')}
        </LinkButton>
      </Form>
    </Page>
  );
}
