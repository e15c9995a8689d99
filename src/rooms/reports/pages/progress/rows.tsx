// SPDX-License-Identifier: EUPL-1.2
import { pathIn, Section, Table, type View } from '#platform/ui';
import type { ReportStatus } from '../../queries/report-status.ts';

const STATES = ['row-notice', 'row-removed', 'row-known', 'row-rejected'] as const;

/** A company's rows that something was decided about, and the whole receipt as a file. */
export function Rows({ view, status }: { view: View; status: ReportStatus }) {
  const { t } = view;
  const rows = [...status.rows].sort(([a], [b]) => a - b);
  return (
    <Section title={t('reports.company.rows')}>
      {rows.length === 0 ? (
        <p>{t('reports.company.state-received')}</p>
      ) : (
        <Table
          view={view}
          id="rows"
          caption={t('reports.company.rows')}
          captionHidden
          columns={[
            { label: t('reports.company.row'), head: true, numeric: true },
            { label: t('reports.company.state') },
          ]}
          rows={rows.map(([row, step]) => {
            const state = STATES.find((one) => one === step);
            return [row, t(state === undefined ? 'reports.company.state-received' : `reports.step.${state}`)];
          })}
        />
      )}
      <ul>
        <li>
          <a href={pathIn(view, '/progress/receipt.json')}>{t('reports.company.json')}</a>
        </li>
        <li>
          <a href={pathIn(view, '/progress/receipt.csv')}>{t('reports.company.csv')}</a>
        </li>
      </ul>
      <p>{t('reports.company.digests')}</p>
    </Section>
  );
}
