// SPDX-License-Identifier: EUPL-1.2
import { formatRelative } from '#platform/i18n';
import { Ltr, Status, Table, Tag, Typed, type View } from '#platform/ui';
import type { QueueRow } from '../../queries/queue-view.ts';
import { caseHref, type Desk, PriorityMark, say } from '../words.tsx';

const COLUMNS = ['case', 'priority', 'due', 'kind', 'wish', 'lang', 'state', 'who', 'marks'] as const;

/** The waiting cases as a real table: a link a row, words in every cell. */
export function QueueTable({ view, desk, rows }: { view: View; desk: Desk; rows: readonly QueueRow[] }) {
  return (
    <Table
      view={view}
      id="queue"
      caption={view.t('cases.queue.caption')}
      captionHidden
      columns={COLUMNS.map((name) => ({ label: say(view, 'column', name), head: name === 'case' }))}
      rows={rows.map((row) => [
        <a key="case" href={caseHref(view, row.id)}>
          <Ltr>{row.label}</Ltr>
        </a>,
        <PriorityMark key="priority" view={view} priority={row.priority} />,
        row.late ? (
          <Status key="due" tone="warn">
            {formatRelative(row.due, desk.now, desk.where)}
          </Status>
        ) : (
          formatRelative(row.due, desk.now, desk.where)
        ),
        say(view, 'kind', row.kind),
        say(view, 'intent', row.intent),
        <Ltr key="lang">{row.lang}</Ltr>,
        say(view, 'state', row.state),
        row.who === null ? '' : <Typed key="who">{row.who}</Typed>,
        <Marks key="marks" view={view} row={row} />,
      ])}
      marks={rows.map((row) => (row.late ? 'late' : row.red ? 'red' : null))}
    />
  );
}

function Marks({ view, row }: { view: View; row: QueueRow }) {
  const { t } = view;
  return (
    <>
      {row.red ? <Tag tone="danger">{t('cases.mark.red')}</Tag> : null}
      {row.news === null ? null : <Tag tone="info">{say(view, 'news', row.news)}</Tag>}
      {row.seen ? <Tag>{t('cases.mark.seen')}</Tag> : null}
      {row.overdue ? <Tag tone="warn">{t('cases.mark.overdue')}</Tag> : null}
      {row.laterUntil === null ? null : <Tag>{t('cases.mark.later')}</Tag>}
    </>
  );
}
