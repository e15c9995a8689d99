// SPDX-License-Identifier: EUPL-1.2
import { deskNav } from '#platform/auth';
import type { Actor } from '#platform/ctx';
import { formatNumber } from '#platform/i18n';
import { Ltr, Page, pathIn, Section, Summary, Table, type View } from '#platform/ui';
import { refusedTotal } from '../lists/refusals.ts';
import type { Run, Source } from '../queries/sources.ts';
import { dayWords, keyOf } from './words.ts';

export interface SourceView {
  actor: Actor;
  source: Source;
  runs: Run[];
  timeZone: string;
}

/** One list: whose it is, and what its readings came to. */
export function DeskSource({ view, shown }: { view: View; shown: SourceView }) {
  const { t } = view;
  const { source, runs, timeZone } = shown;
  const last = runs[0];
  const category =
    source.category === null ? t('ratings.desk.many-categories') : t(keyOf('category', source.category));
  return (
    <Page
      view={view}
      title={source.name}
      back={{ href: pathIn(view, '/desk/ratings') }}
      nav={deskNav(view, shown.actor, 'ratings')}
      wide
    >
      <Summary
        view={view}
        rows={[
          { label: t('ratings.desk.category'), value: category },
          { label: t('ratings.desk.licence'), value: source.licence },
          { label: t('ratings.desk.group'), value: source.group },
          { label: t('ratings.desk.format'), value: source.format },
          { label: t('ratings.desk.added'), value: dayWords(view, source.addedAt, timeZone) },
          {
            label: t('ratings.desk.counts'),
            value: t(source.isFresh ? 'ratings.claims.yes' : 'ratings.desk.stale'),
          },
        ]}
      />
      {last === undefined ? null : <LastRun view={view} run={last} />}
      {runs.length > 1 ? <Earlier view={view} runs={runs.slice(1)} timeZone={timeZone} /> : null}
    </Page>
  );
}

function LastRun({ view, run }: { view: View; run: Run }) {
  const { t } = view;
  const n = (value: number) => formatNumber(value, view);
  return (
    <>
      <Section title={t('ratings.desk.last-run')}>
        <Summary
          view={view}
          rows={[
            { label: t('ratings.desk.lines'), value: n(run.lines) },
            { label: t('ratings.desk.said'), value: n(run.said) },
            { label: t('ratings.desk.new'), value: n(run.added) },
            { label: t('ratings.desk.kept'), value: n(run.kept) },
            { label: t('ratings.desk.gone'), value: n(run.gone) },
            { label: t('ratings.desk.refused'), value: n(refusedTotal(run.refused)) },
            { label: t('ratings.desk.silent'), value: n(run.silent) },
            { label: t('ratings.desk.seconds'), value: n(Math.round(run.seconds * 10) / 10) },
          ]}
        />
      </Section>
      <Section title={t('ratings.desk.refused-title')}>
        {refusedTotal(run.refused) === 0 ? (
          <p>{t('ratings.desk.refused-none')}</p>
        ) : (
          <Refused view={view} run={run} />
        )}
      </Section>
    </>
  );
}

function Refused({ view, run }: { view: View; run: Run }) {
  const { t } = view;
  const rows = Object.entries(run.refused)
    .sort(([, a], [, b]) => b.count - a.count)
    .map(([reason, { count, examples }]) => [
      t(keyOf('refusal', reason)),
      formatNumber(count, view),
      <ul key="examples">
        {examples.map(({ line, text }) => (
          <li key={line}>{t.parts('ratings.desk.example', { line, text: <Ltr>{text}</Ltr> })}</li>
        ))}
      </ul>,
    ]);
  return (
    <Table
      view={view}
      id="refused"
      caption={t('ratings.desk.refused-title')}
      captionHidden
      columns={[
        { label: t('ratings.desk.reason'), head: true },
        { label: t('ratings.desk.how-many'), numeric: true },
        { label: t('ratings.desk.examples') },
      ]}
      rows={rows}
    />
  );
}

function Earlier({ view, runs, timeZone }: { view: View; runs: Run[]; timeZone: string }) {
  const { t } = view;
  const n = (value: number) => formatNumber(value, view);
  const numeric = (key: 'said' | 'new' | 'gone' | 'refused') => ({
    label: t(`ratings.desk.${key}`),
    numeric: true,
  });
  return (
    <Section title={t('ratings.desk.earlier')}>
      <Table
        view={view}
        id="earlier"
        caption={t('ratings.desk.earlier')}
        captionHidden
        columns={[
          { label: t('ratings.desk.when'), head: true },
          numeric('said'),
          numeric('new'),
          numeric('gone'),
          numeric('refused'),
        ]}
        rows={runs.map((run) => [
          dayWords(view, run.at, timeZone),
          n(run.said),
          n(run.added),
          n(run.gone),
          n(refusedTotal(run.refused)),
        ])}
      />
    </Section>
  );
}
