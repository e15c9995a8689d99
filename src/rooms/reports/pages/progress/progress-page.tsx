// SPDX-License-Identifier: EUPL-1.2
import { formatDate, formatRelativeDay, formatShort, type MessageKey } from '#platform/i18n';
import {
  DoDont,
  EXIT_PATH,
  Lead,
  LinkButton,
  Page,
  Panel,
  pathIn,
  Section,
  Steps,
  type View,
  Ways,
} from '#platform/ui';
import type { ReportStatus } from '../../queries/report-status.ts';
import { DutiesLink } from '../form/care-steps.tsx';
import { After, Again } from './finished.tsx';
import type { ProgressPageView } from './progress-view.ts';
import { Rows } from './rows.tsx';
import { TALK_FORM, Talk } from './talk.tsx';
import { CAN, CANNOT, holderWords, outcomeWords, stepWords } from './told.ts';

/** T2: what happened, who has it now, what comes next and by when; then the talk; then what one can do. */
export function ProgressPage({ view, page }: { view: View; page: ProgressPageView }) {
  const { t } = view;
  const { status, done, errors } = page;
  return (
    <Page view={view} title={t('reports.progress.title')} errors={errors} form={TALK_FORM}>
      {done === null ? null : (
        <Panel view={view} kind="ok" live>
          <p>{t(done)}</p>
        </Panel>
      )}
      {status.reference === null ? null : (
        <p>{t('reports.progress.reference', { reference: status.reference })}</p>
      )}
      <Now view={view} page={page} />
      <SoFar view={view} page={page} />
      {status.role === 'company' ? (
        <Rows view={view} status={status} />
      ) : (
        <DoDont
          view={view}
          dos={{ title: t('reports.progress.can'), items: CAN[status.kind].map((key) => t(key)) }}
          donts={{ title: t('reports.progress.cannot'), items: CANNOT[status.kind].map((key) => t(key)) }}
        />
      )}
      <Talk view={view} page={page} />
      <Doing view={view} page={page} />
      <Kept view={view} page={page} />
      <LinkButton href={EXIT_PATH} kind="secondary">
        {t('reports.progress.leave')}
      </LinkButton>
    </Page>
  );
}

function Now({ view, page }: { view: View; page: ProgressPageView }) {
  const { t } = view;
  const { progress } = page.status;
  const by = (at: Date) => formatRelativeDay(at, page.now, page.where);
  const outcome = outcomeWords(view, progress.status);
  return (
    <>
      <Lead>
        <strong>{stepWords(view, progress.status)}</strong>
      </Lead>
      {outcome === null ? null : <p>{outcome}</p>}
      <p>{t('reports.progress.holder', { who: holderWords(view, progress.holder) })}</p>
      <Promised view={view} progress={progress} by={by} />
      {progress.againUntil === null ? null : (
        <Again view={view} until={formatDate(progress.againUntil, page.where)} />
      )}
      {page.status.mayAnswerAfter ? <After view={view} /> : null}
    </>
  );
}

interface PromisedProps {
  view: View;
  progress: ReportStatus['progress'];
  by: (at: Date) => string;
}

// A time we missed is said by us, before anybody has to ask.
function Promised({ view, progress, by }: PromisedProps) {
  const { t } = view;
  const { late, due } = progress;
  if (late !== null && progress.unopened) {
    return (
      <Panel view={view} kind="danger" title={t('reports.progress.unopened-title')}>
        <p>{t('reports.progress.unopened', { said: by(late.said) })}</p>
      </Panel>
    );
  }
  if (late !== null) {
    return (
      <Panel view={view} kind="warn" icon="clock" title={t('reports.progress.late-title')}>
        <p>{t('reports.progress.late', { said: by(late.said), by: by(late.by) })}</p>
      </Panel>
    );
  }
  if (progress.finished) return null;
  return <p>{due === null ? t('reports.progress.no-due') : t('reports.progress.due', { time: by(due) })}</p>;
}

function SoFar({ view, page }: { view: View; page: ProgressPageView }) {
  const { progress } = page.status;
  const told = progress.done.map((step, at) => ({
    state: at === progress.done.length - 1 && !progress.finished ? ('now' as const) : ('done' as const),
    label: stepWords(view, step),
    at: formatShort(step.at, page.where),
  }));
  const next = progress.next.map((step) => ({
    state: 'next' as const,
    label: stepWords(view, { ...progress.status, step, code: null, n: null }),
  }));
  return (
    <Section title={view.t('reports.progress.steps')}>
      <Steps view={view} items={[...told, ...next]} />
    </Section>
  );
}

function Doing({ view, page }: { view: View; page: ProgressPageView }) {
  const { t } = view;
  const { status } = page;
  const way = (to: string, label: MessageKey) => ({ href: pathIn(view, `/progress/${to}`), label: t(label) });
  return (
    <Section title={t('reports.progress.more-title')}>
      <Ways
        view={view}
        items={[
          way('add', 'reports.progress.add'),
          ...(status.mayChangeIntent ? [way('wish', 'reports.progress.wish')] : []),
          ...(status.role === 'company' ? [] : [way('person', 'reports.progress.other-person')]),
          ...(status.hasWord ? [] : [way('word', 'reports.progress.word')]),
          way('stop', 'reports.progress.stop'),
        ]}
      />
      <DutiesLink view={view} />
    </Section>
  );
}

function Kept({ view, page }: { view: View; page: ProgressPageView }) {
  const { t } = view;
  const { deleteAfter, accessUntil, quiet } = page.status;
  const day = (text: string) => formatDate(new Date(`${text}T12:00:00Z`), { ...page.where, timeZone: 'UTC' });
  return (
    <>
      {quiet ? <p>{t('reports.progress.quiet')}</p> : null}
      <p>
        {deleteAfter === null
          ? t('reports.progress.keep-open', { days: page.closedDays })
          : t('reports.progress.keep', { day: day(deleteAfter) })}
      </p>
      <p>{t('reports.progress.code-until', { day: day(accessUntil) })}</p>
    </>
  );
}
