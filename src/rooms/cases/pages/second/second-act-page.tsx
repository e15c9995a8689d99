// SPDX-License-Identifier: EUPL-1.2
import {
  Button,
  Details,
  type FieldErrors,
  Form,
  Page,
  Panel,
  pathIn,
  Radios,
  Section,
  TextArea,
  Typed,
  type View,
} from '#platform/ui';
import type { AssessmentView } from '../../queries/assessments.ts';
import type { CaseFile } from '../../queries/case-file.ts';
import type { ReferralContent } from '../../queries/referral-content.ts';
import type { SecondView } from '../../queries/second-view.ts';
import { CaseFacts } from '../case/case-facts.tsx';
import { AssessmentText } from '../case/case-ratings.tsx';
import { CaseTalk } from '../case/case-talk.tsx';
import { caseHref, type Desk, say, short } from '../words.tsx';

export interface SecondActView extends Desk {
  act: SecondView;
  /** The same facts as the first person saw; null for a custodian, who opens no cases. */
  file: CaseFile | null;
  assessment: AssessmentView | null;
  referral: ReferralContent | null;
  typed: { decision: string; words: string };
  errors: FieldErrors;
}

/** One act, with what the first person saw. Nobody confirms their own. */
export function SecondActPage({ view, data }: { view: View; data: SecondActView }) {
  const { t } = view;
  const { act, file } = data;
  return (
    <Page
      view={view}
      title={say(view, 'act', act.act.slice('case.'.length))}
      caption={t('cases.case.title', { name: act.label })}
      nav={data.nav}
      back={{ href: pathIn(view, '/desk/second'), label: t('cases.second.title') }}
      errors={data.errors}
      wide
    >
      <p>
        {view.t.parts('cases.second.asked', {
          who: <Typed>{act.byWhom ?? ''}</Typed>,
          time: short(data, act.askedAt),
          end: short(data, act.expiresAt),
        })}
      </p>
      <p>{say(view, 'act-means', act.act.slice('case.'.length))}</p>
      {data.assessment === null ? null : (
        <Section title={t('cases.second.what')}>
          <AssessmentText view={view} assessment={data.assessment} />
        </Section>
      )}
      {data.referral === null ? null : <Referral view={view} content={data.referral} />}
      <Decide view={view} data={data} />
      {file === null ? null : (
        <Section title={t('cases.case.known')}>
          <CaseFacts view={view} desk={data} file={file} />
          <Details view={view} summary={t('cases.case.talk')}>
            <CaseTalk view={view} desk={data} file={file} />
          </Details>
          <p>
            <a href={caseHref(view, act.caseId, '?look=yes')}>{t('cases.second.whole-case')}</a>
          </p>
        </Section>
      )}
    </Page>
  );
}

function Referral({ view, content }: { view: View; content: ReferralContent }) {
  return (
    <Section title={view.t('cases.refer.preview')}>
      <p>
        <bdi>{content.to.name}</bdi>. {view.t('cases.refer.law')}: <bdi>{content.law}</bdi>
      </p>
      <dl class="summary">
        {content.lines.map(({ label, text }) => (
          <div key={label} class="summary-row">
            <dt>{label}</dt>
            <dd class="summary-value letter-text" dir="auto">
              {text}
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}

function Decide({ view, data }: { view: View; data: SecondActView }) {
  const { t } = view;
  const { act, typed } = data;
  const action = pathIn(view, `/desk/second/${act.id}`);
  if (act.own) {
    return (
      <Panel view={view} kind="info" title={t('cases.second.own')}>
        <Form view={view} action={action}>
          <Button kind="secondary" name="decision" value="withdraw">
            {t('cases.second.withdraw')}
          </Button>
        </Form>
      </Panel>
    );
  }
  return (
    <Form view={view} action={action}>
      <Radios
        view={view}
        name="decision"
        legend={t('cases.second.legend')}
        options={[
          { value: 'approve', label: t('cases.second.approve') },
          { value: 'return', label: t('cases.second.return') },
        ]}
        value={typed.decision}
        errors={data.errors}
      />
      <TextArea
        view={view}
        name="words"
        label={t('cases.second.words')}
        hint={t('cases.second.words-hint')}
        value={typed.words}
        rows={3}
        errors={data.errors}
      />
      <Button>{t('cases.second.go')}</Button>
    </Form>
  );
}
