// SPDX-License-Identifier: EUPL-1.2
import { Button, Details, Form, Status, type View } from '#platform/ui';
import type { AssessmentView } from '../../queries/assessments.ts';
import type { CaseFile } from '../../queries/case-file.ts';
import { ratesHost } from '../../rules/assessment.ts';
import { caseHref, say } from '../words.tsx';
import type { CasePageView } from './case-view.ts';

/** What was said about the case, and its rating with the button that releases it and the one that undoes it. */
export function Ratings({ view, data, file }: { view: View; data: CasePageView; file: CaseFile }) {
  const shown = file.assessments.filter(
    ({ state, decision_id }) =>
      state === 'agreed' || state === 'waiting' || standing(file, decision_id) === 'released',
  );
  return (
    <>
      {shown.map((one) => (
        <div key={one.id}>
          <AssessmentText view={view} assessment={one} />
          <Rating view={view} data={data} assessment={one} state={standing(file, one.decision_id)} />
        </div>
      ))}
    </>
  );
}

function standing(file: CaseFile, decisionId: string | null): string | null {
  return file.decisions.find(({ id }) => id === decisionId)?.state ?? null;
}

/** An assessment in words, its reasons collapsed. */
export function AssessmentText({ view, assessment }: { view: View; assessment: AssessmentView }) {
  const { t } = view;
  return (
    <>
      <p>
        <strong>{say(view, 'harm', assessment.harm)}</strong>
        <br />
        {say(view, 'legal', assessment.legal)}
        <br />
        {t('cases.severity.of', { n: assessment.severity })}
        <br />
        {say(view, 'target', assessment.target)}
        <br />
        {say(view, 'next', assessment.next)}
      </p>
      <Details view={view} summary={t('cases.assess.reasons')}>
        <p class="letter-text" dir="auto">
          {assessment.words}
        </p>
      </Details>
    </>
  );
}

interface RatingProps {
  view: View;
  data: CasePageView;
  assessment: AssessmentView;
  state: string | null;
}

function Rating({ view, data, assessment, state }: RatingProps) {
  const { t } = view;
  if (state === null || !ratesHost(assessment.target)) return null;
  const { head } = data;
  const action = (verb: string) => caseHref(view, head.row.id, `/${verb}/${assessment.id}`);
  const ready = state === 'proposed' && assessment.state === 'agreed' && !head.hold?.stands;
  const needsOther = assessment.needs !== 'none' && assessment.by === data.me;
  const guarded = head.decisions.some(({ id, guarded }) => id === assessment.decision_id && guarded);
  return (
    <>
      <p>
        <Status tone={state === 'released' ? 'ok' : 'neutral'}>{say(view, 'rating', state)}</Status>
      </p>
      {ready && needsOther ? <p>{t('cases.rating.another')}</p> : null}
      {ready && !needsOther ? (
        <Form view={view} action={action('release')}>
          <Button kind="secondary">{t('cases.rating.release')}</Button>
        </Form>
      ) : null}
      {state === 'released' && (head.acts || data.isSupervisor) && (!guarded || data.isSupervisor) ? (
        <Form view={view} action={action('undo')}>
          <Button kind="danger">{t('cases.rating.undo')}</Button>
        </Form>
      ) : null}
    </>
  );
}
