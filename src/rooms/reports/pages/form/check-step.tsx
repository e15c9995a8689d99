// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren } from 'preact';
import type { MessageKey } from '#platform/i18n';
import { Button, Ltr, Panel, Summary, Typed, type View } from '#platform/ui';
import { type Answers, voiceOf } from '../../form/answers.ts';
import { type Step, stepsOf } from '../../form/flow.ts';
import { DutiesLink } from './care-steps.tsx';
import { StepFrame } from './frame.tsx';
import { QUESTIONS, type QuestionStep } from './questions.ts';
import type { StepModel } from './step-model.ts';

/** R8, I6: what will be sent, each with its way back, and who reads it. */
export function CheckStep({ view, model }: { view: View; model: StepModel }) {
  const { t } = view;
  const company = model.answers.who === 'company';
  const buttons = (
    <Button name="go" value="send" icon="send" view={view}>
      {t(company ? 'reports.company.send' : 'reports.check.send')}
    </Button>
  );
  const rows = stepsOf(model.answers)
    .filter((step) => step !== 'check' && step !== 'advice' && step !== 'numbers')
    .map((step) => ({
      label: labelOf(view, model.answers, step),
      value: shownAnswer(view, model, step),
      change: { go: `change:${step}` },
    }));
  return (
    <StepFrame view={view} model={model} title={t('reports.check.title')} heading="shown" buttons={buttons}>
      <Summary view={view} rows={rows} />
      <Panel view={view}>
        <p>{company ? t('reports.company.reads') : t('reports.check.reads', { operator: view.site.name })}</p>
        <DutiesLink view={view} />
      </Panel>
    </StepFrame>
  );
}

const TITLES: Record<Exclude<Step, QuestionStep | 'check' | 'advice' | 'numbers'>, MessageKey> = {
  where: 'reports.where.title',
  picture: 'reports.picture.do',
  more: 'reports.more.title',
  denounce: 'reports.denounce.do',
  email: 'reports.email.title',
  phone: 'reports.phone.title',
  organisation: 'reports.organisation.title',
  rows: 'reports.rows.title',
  risk: 'reports.risk.title',
  sort: 'reports.sort.title',
};

function labelOf(view: View, answers: Answers, step: Step): string {
  const say = { voice: voiceOf(answers), what: answers.what ?? 'other' };
  if (isQuestion(step)) return view.t(QUESTIONS[step].title, say);
  return step === 'check' || step === 'advice' || step === 'numbers' ? '' : view.t(TITLES[step], say);
}

function isQuestion(step: Step): step is QuestionStep {
  return Object.hasOwn(QUESTIONS, step);
}

function shownAnswer(view: View, model: StepModel, step: Step): ComponentChildren {
  const { t } = view;
  const { answers } = model;
  if (isQuestion(step)) return chosen(view, model, step);
  switch (step) {
    case 'where':
      return answers.where?.text === '' ? t('reports.where.unknown') : <Typed>{answers.where?.text}</Typed>;
    case 'picture':
      return answers.picture === undefined ? null : t(`reports.picture.${answers.picture}`);
    case 'more':
      return answers.more === '' ? null : <Typed>{answers.more}</Typed>;
    case 'denounce':
      return answers.denounce === undefined ? null : t(`reports.denounce.${answers.denounce}`);
    case 'email':
      return <Ltr>{answers.email?.address}</Ltr>;
    case 'phone':
      return <Ltr>{answers.phone?.number}</Ltr>;
    default:
      return companyValue(view, answers, step);
  }
}

function chosen(view: View, { answers, country }: StepModel, step: QuestionStep): ComponentChildren {
  const answer = answers[step];
  const values: readonly string[] = answer === undefined ? [] : [answer].flat();
  const say = { voice: voiceOf(answers), last: country.lastAge };
  const labels = QUESTIONS[step].options
    .filter(({ value }) => values.includes(value))
    .map(({ label }) => view.t(label, say));
  if (labels.length === 0) return answer === undefined ? null : view.t('reports.check.nothing');
  return labels.length === 1 ? (
    labels[0]
  ) : (
    <ul>
      {labels.map((label) => (
        <li key={label}>{label}</li>
      ))}
    </ul>
  );
}

function companyValue(view: View, answers: Answers, step: Step): ComponentChildren {
  const { t } = view;
  const { organisation, rows, risk, sort } = answers;
  if (step === 'organisation') return <Typed>{organisation?.name}</Typed>;
  if (step === 'rows') return t('reports.rows.count', { n: rows?.length ?? 0 });
  if (step === 'risk' && risk !== undefined)
    return `${t('reports.risk.danger')} ${t(`reports.risk.${risk.danger}`)}`;
  if (step === 'sort' && sort !== undefined) return t(`reports.sort.legal-${sort.legal}`);
  return null;
}
