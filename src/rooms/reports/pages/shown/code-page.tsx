// SPDX-License-Identifier: EUPL-1.2
import {
  Button,
  Code,
  Details,
  EXIT_PATH,
  type FieldErrors,
  Form,
  Lead,
  LinkButton,
  Ltr,
  Page,
  Panel,
  pathIn,
  Radios,
  Section,
  Steps,
  Typed,
  type View,
} from '#platform/ui';
import { FEELINGS } from '../../form/after.ts';
import { REPORT } from '../form/frame.tsx';
import { Slip } from './slip.tsx';
import { WordForm } from './word-form.tsx';

/** The code and what comes next, in words of the page's language already. */
export interface CodeView {
  role: 'main' | 'child' | 'company';
  code: string;
  young: boolean;
  /** Where the code can be typed, as people type addresses. */
  address: string;
  /** The whole address of the slip for the child, or null. */
  invitation: string | null;
  received: string;
  due: string;
  reference: string | null;
  wrote: readonly string[];
  worded: boolean;
  thanked: boolean;
  errors: FieldErrors;
}

/** R9: shown once, for ten minutes, in this browser. */
export function CodePage({ view, shown }: { view: View; shown: CodeView }) {
  const { t } = view;
  const title = {
    main: 'reports.code.title',
    child: 'reports.code.child-title',
    company: 'reports.company.title',
  } as const;
  return (
    <Page view={view} title={t(title[shown.role])} errors={shown.errors}>
      <Lead>
        {shown.reference === null
          ? t('reports.code.lead')
          : t('reports.company.lead', { reference: shown.reference })}
      </Lead>
      <Code view={view} code={shown.code} />
      <p>{t.parts('reports.code.slip', { address: <Ltr key="address">{shown.address}</Ltr> })}</p>
      <Panel view={view} kind="warn">
        <p>{t('reports.code.once')}</p>
        <p>{t('reports.code.again')}</p>
        {shown.young ? <p>{t('reports.code.young')}</p> : null}
      </Panel>
      {shown.role === 'company' ? (
        <CompanyNext view={view} shown={shown} />
      ) : (
        <Next view={view} shown={shown} />
      )}
      {shown.invitation === null ? null : <Slip view={view} address={shown.invitation} />}
      <Wrote view={view} wrote={shown.wrote} />
      <Word view={view} shown={shown} />
      {shown.role === 'company' ? null : <Feedback view={view} shown={shown} />}
      <p>
        <a href={pathIn(view, '/code')}>{t('reports.code.see')}</a>
      </p>
      <LinkButton href={EXIT_PATH}>{t('reports.code.finish')}</LinkButton>
    </Page>
  );
}

function CompanyNext({ view, shown }: { view: View; shown: CodeView }) {
  return (
    <>
      <p>{view.t('reports.company.next', { time: shown.due })}</p>
      <p>{view.t('reports.company.correct')}</p>
    </>
  );
}

function Next({ view, shown }: { view: View; shown: CodeView }) {
  const { t } = view;
  return (
    <>
      <Details view={view} summary={t('reports.code.ideas')}>
        <ul>
          <li>{t('reports.code.idea-paper')}</li>
          <li>{t('reports.code.idea-hide')}</li>
          <li>{t('reports.code.idea-trust')}</li>
        </ul>
      </Details>
      <Section title={t('reports.code.next')}>
        <Steps
          view={view}
          items={[
            { state: 'done', label: t('reports.step.received'), at: shown.received },
            {
              state: 'now',
              label: t('reports.code.next-read'),
              at: t('reports.code.by', { time: shown.due }),
            },
            { state: 'next', label: t('reports.code.next-told') },
          ]}
        />
      </Section>
      <Section title={t('reports.code.while')}>
        <ul>
          <li>{t('reports.code.while-block')}</li>
          <li>{t('reports.code.while-keep')}</li>
          <li>{t('reports.code.while-pay')}</li>
          <li>
            <a href={pathIn(view, '/help')}>{t('reports.code.while-talk')}</a>
          </li>
        </ul>
      </Section>
    </>
  );
}

// Closed, because somebody may look over the shoulder; the only time that these words are shown again.
function Wrote({ view, wrote }: { view: View; wrote: readonly string[] }) {
  if (wrote.length === 0) return null;
  return (
    <Details view={view} summary={view.t('reports.code.wrote')}>
      <p>{view.t('reports.code.wrote-once')}</p>
      {wrote.map((words) => (
        <blockquote key={words}>
          <Typed>{words}</Typed>
        </blockquote>
      ))}
    </Details>
  );
}

// A child whose slip somebody else may have held is asked for a word at once; others may add one.
function Word({ view, shown }: { view: View; shown: CodeView }) {
  const { t } = view;
  if (shown.worded) {
    return (
      <Panel view={view} kind="ok" live>
        <p>{t('reports.word.saved')}</p>
      </Panel>
    );
  }
  const form = <WordForm view={view} action={REPORT} errors={shown.errors} askCode={false} />;
  if (shown.role === 'child') {
    return (
      <Section title={t('reports.word.child-title')}>
        <p>{t('reports.word.child-why')}</p>
        {form}
      </Section>
    );
  }
  return (
    <Details view={view} summary={t('reports.word.title')} open={shown.errors.length > 0}>
      <p>{t('reports.word.why')}</p>
      {form}
    </Details>
  );
}

function Feedback({ view, shown }: { view: View; shown: CodeView }) {
  const { t } = view;
  if (shown.thanked) return <p role="status">{t('reports.feedback.thanks')}</p>;
  return (
    <Form view={view} action={pathIn(view, REPORT)}>
      <Radios
        view={view}
        name="feeling"
        legend={t('reports.feedback.title')}
        optional
        inline
        options={FEELINGS.map((value) => ({ value, label: t(`reports.feedback.${value}`) }))}
      />
      <Button name="go" value="feedback" kind="secondary">
        {t('reports.feedback.send')}
      </Button>
    </Form>
  );
}
