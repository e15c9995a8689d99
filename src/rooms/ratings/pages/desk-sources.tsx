// SPDX-License-Identifier: EUPL-1.2
import { deskNav } from '#platform/auth';
import type { Actor } from '#platform/ctx';
import { formatNumber } from '#platform/i18n';
import {
  Button,
  Empty,
  Figures,
  Form,
  Page,
  pathIn,
  Section,
  Status,
  Table,
  TextField,
  type View,
} from '#platform/ui';
import type { Source } from '../queries/sources.ts';
import { dayWords, keyOf } from './words.ts';

export interface SourcesView {
  actor: Actor;
  sources: Source[];
  snapshot: { createdAt: Date; hosts: number } | null;
  timeZone: string;
}

/** What the ratings are made of: the lists, and the state that is published. */
export function DeskSources({ view, shown }: { view: View; shown: SourcesView }) {
  const { t } = view;
  const { snapshot, sources, timeZone } = shown;
  const published =
    snapshot === null ? t('ratings.desk.published-none') : dayWords(view, snapshot.createdAt, timeZone);
  return (
    <Page view={view} title={t('ratings.desk.title')} nav={deskNav(view, shown.actor, 'ratings')} wide>
      <Figures
        items={[
          { label: t('ratings.desk.published'), value: published },
          { label: t('ratings.desk.hosts'), value: formatNumber(snapshot?.hosts ?? 0, view) },
          { label: t('ratings.desk.sources'), value: formatNumber(sources.length, view) },
        ]}
      />
      <Section title={t('ratings.desk.find')}>
        <FindHost view={view} typed="" />
      </Section>
      <Section title={t('ratings.desk.sources')}>
        {sources.length === 0 ? (
          <Empty view={view} title={t('ratings.desk.no-sources')}>
            <p>{t('ratings.desk.no-sources-hint')}</p>
          </Empty>
        ) : (
          <SourceTable view={view} sources={sources} timeZone={timeZone} />
        )}
      </Section>
    </Page>
  );
}

export function FindHost({ view, typed }: { view: View; typed: string }) {
  const { t } = view;
  return (
    <Form view={view} action={pathIn(view, '/desk/ratings/claims')} method="get" role="search">
      <TextField
        view={view}
        name="host"
        ltr
        width="medium"
        label={t('ratings.desk.find-label')}
        hint={t('ratings.desk.find-hint')}
        value={typed}
      />
      <Button>{t('ratings.desk.find-button')}</Button>
    </Form>
  );
}

function SourceTable({ view, sources, timeZone }: { view: View; sources: Source[]; timeZone: string }) {
  const { t } = view;
  return (
    <Table
      view={view}
      id="sources"
      caption={t('ratings.desk.group-hint')}
      columns={[
        { label: t('ratings.desk.source'), head: true },
        { label: t('ratings.desk.category') },
        { label: t('ratings.desk.claims'), numeric: true },
        { label: t('ratings.desk.read') },
        { label: t('ratings.desk.counts') },
        { label: t('ratings.desk.group') },
        { label: t('ratings.desk.licence') },
      ]}
      rows={sources.map((source) => [
        <a key="name" href={pathIn(view, `/desk/ratings/sources/${source.id}`)}>
          {source.name}
        </a>,
        source.category === null ? t('ratings.desk.many-categories') : t(keyOf('category', source.category)),
        formatNumber(source.claims, view),
        source.readAt === null ? '' : dayWords(view, source.readAt, timeZone),
        <Status key="fresh" tone={source.isFresh ? 'ok' : 'warn'}>
          {t(source.isFresh ? 'ratings.claims.yes' : 'ratings.desk.stale')}
        </Status>,
        source.group,
        source.licence,
      ])}
    />
  );
}
