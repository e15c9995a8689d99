// SPDX-License-Identifier: EUPL-1.2
import { Checkboxes, Panel, Radios, type View } from '#platform/ui';
import { voiceOf } from '../../form/answers.ts';
import { StepFrame } from './frame.tsx';
import { QUESTIONS, type QuestionStep } from './questions.ts';
import { choiceOf, type StepModel } from './step-model.ts';

/** A question with cards: one of them, or any. */
export function QuestionStepPage({
  view,
  model,
  step,
}: {
  view: View;
  model: StepModel;
  step: QuestionStep;
}) {
  const { t } = view;
  const question = QUESTIONS[step];
  const say = { voice: voiceOf(model.answers), last: model.country.lastAge };
  const answer = model.answers[step];
  const field = {
    view,
    name: step,
    legend: t(question.title, say),
    heading: true,
    errors: model.errors,
    ...(question.hint === undefined ? {} : { hint: t(question.hint, say) }),
    options: question.options.map(({ value, label, hint }) => ({
      value,
      label: t(label, say),
      ...(hint === undefined ? {} : { hint: t(hint, say) }),
    })),
  };
  return (
    <StepFrame view={view} model={model} title={t(question.title, say)}>
      {question.many ? (
        <Checkboxes {...field} values={Array.isArray(answer) ? answer : []} />
      ) : (
        <Radios
          {...field}
          value={choiceOf(model, step, typeof answer === 'string' ? answer : question.usual)}
        />
      )}
      {question.advice === undefined ? null : (
        <Panel view={view} kind="warn">
          <p>{t(question.advice, say)}</p>
        </Panel>
      )}
    </StepFrame>
  );
}
