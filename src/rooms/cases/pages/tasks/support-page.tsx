// SPDX-License-Identifier: EUPL-1.2
import {
  Button,
  Details,
  Form,
  Panel,
  Radios,
  Section,
  Select,
  Status,
  TextArea,
  TextField,
  type View,
} from '#platform/ui';
import type { SupportView } from '../../queries/support.ts';
import { ENOUGH_BY, FOLLOW_UPS } from '../../rules/support.ts';
import { caseHref, dayWords, say } from '../words.tsx';
import { one, type TaskData, TaskFrame } from './task-frame.tsx';

export interface SupportData extends TaskData {
  plan: SupportView | null;
  today: string;
}

/** Who stands by a harmed child, until the child or carer says enough. */
export function SupportPage({ view, data }: { view: View; data: SupportData }) {
  const { t } = view;
  const { plan } = data;
  const runs = plan !== null && plan.endedAt === null;
  return (
    <TaskFrame view={view} data={data} task="support">
      <p>{t('cases.support.lead')}</p>
      {plan?.overdue ? <Panel view={view} kind="warn" title={t('cases.support.overdue')} /> : null}
      {plan?.endedBy ? <p>{say(view, 'enough', plan.endedBy)}</p> : null}
      <PlanForm view={view} data={data} runs={runs} />
      {runs ? <FollowUps view={view} data={data} plan={plan} /> : null}
      {runs ? <Enough view={view} data={data} /> : null}
    </TaskFrame>
  );
}

function PlanForm({ view, data, runs }: { view: View; data: SupportData; runs: boolean }) {
  const { t } = view;
  const { plan } = data;
  const field = { view, errors: data.errors };
  const value = (name: 'who' | 'services' | 'nextOn') =>
    data.typed[name] === undefined ? (plan?.[name] ?? '') : one(data, name);
  return (
    <Form view={view} action={caseHref(view, data.head.row.id, '/support')}>
      <TextField
        {...field}
        name="who"
        label={t('cases.support.who')}
        hint={t('cases.support.who-hint')}
        value={value('who')}
      />
      <TextArea
        {...field}
        name="services"
        label={t('cases.support.services')}
        hint={t('cases.support.services-hint')}
        rows={3}
        value={value('services')}
      />
      <TextField
        {...field}
        name="nextOn"
        type="date"
        label={t('cases.support.next')}
        width="medium"
        value={value('nextOn')}
      />
      <Button>{t(runs ? 'cases.support.change' : 'cases.support.begin')}</Button>
    </Form>
  );
}

function FollowUps({ view, data, plan }: { view: View; data: SupportData; plan: SupportView }) {
  const { t } = view;
  const { id } = data.head.row;
  return (
    <Section title={t('cases.support.follow-ups')}>
      {plan.followUps.length === 0 ? <p class="quiet">{t('cases.support.no-follow-ups')}</p> : null}
      <ul>
        {plan.followUps.map((followUp) => {
          const late = followUp.doneAt === null && followUp.on < data.today;
          return (
            <li key={followUp.id}>
              {dayWords(data, followUp.on)}: {say(view, 'follow-up', followUp.kind)}{' '}
              <Status tone={followUp.doneAt !== null ? 'ok' : late ? 'warn' : 'neutral'}>
                {t(
                  followUp.doneAt !== null
                    ? 'cases.support.done'
                    : late
                      ? 'cases.support.late'
                      : 'cases.support.open',
                )}
              </Status>
              {followUp.doneAt === null ? (
                <Form view={view} action={caseHref(view, id, `/follow-up/${followUp.id}`)}>
                  <Button kind="quiet">{t('cases.support.mark-done')}</Button>
                </Form>
              ) : null}
            </li>
          );
        })}
      </ul>
      <Form view={view} action={caseHref(view, id, '/follow-up')}>
        <Select
          view={view}
          name="kind"
          label={t('cases.support.follow-up-kind')}
          options={FOLLOW_UPS.map((value) => ({ value, label: say(view, 'follow-up', value) }))}
          value={one(data, 'kind')}
        />
        <TextField
          view={view}
          name="on"
          type="date"
          label={t('cases.support.follow-up-on')}
          width="medium"
          value={one(data, 'on')}
          errors={data.errors}
        />
        <Button kind="secondary">{t('cases.support.add')}</Button>
      </Form>
    </Section>
  );
}

function Enough({ view, data }: { view: View; data: SupportData }) {
  const { t } = view;
  return (
    <Details
      view={view}
      summary={t('cases.support.enough')}
      open={data.errors.some(({ field }) => field === 'by' || field === 'words')}
    >
      <Form view={view} action={caseHref(view, data.head.row.id, '/enough')}>
        <Radios
          view={view}
          name="by"
          legend={t('cases.support.enough-by')}
          options={ENOUGH_BY.map((value) => ({ value, label: say(view, 'enough', value) }))}
          value={one(data, 'by')}
          errors={data.errors}
        />
        <TextArea
          view={view}
          name="words"
          label={t('cases.form.why-label')}
          rows={2}
          value={one(data, 'words')}
          errors={data.errors}
        />
        <Button kind="secondary">{t('cases.support.end')}</Button>
      </Form>
    </Details>
  );
}
