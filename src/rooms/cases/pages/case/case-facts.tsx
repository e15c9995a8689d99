// SPDX-License-Identifier: EUPL-1.2
import { formatDateTime } from '#platform/i18n';
import { Details, Ltr, Summary, type SummaryRow, Tag, Typed, type View } from '#platform/ui';
import type { CaseAddress } from '../../queries/addresses.ts';
import type { CaseFile, ReportView } from '../../queries/case-file.ts';
import { labelOf } from '../../rules/label.ts';
import { caseHref, type Desk, say } from '../words.tsx';

/** What the desk knows, the reporters' own words last and collapsed. */
export function CaseFacts({ view, desk, file }: { view: View; desk: Desk; file: CaseFile }) {
  const { t } = view;
  const many = file.reports.length > 1;
  return (
    <>
      {file.reports.map((report, at) => (
        <div key={report.facts.id}>
          {many ? <h3>{t('cases.case.reporter', { n: at + 1 })}</h3> : null}
          <Summary view={view} rows={factsOf(view, desk, report)} />
          <OwnWords view={view} report={report} />
        </div>
      ))}
      <Addresses view={view} file={file} />
    </>
  );
}

function factsOf(view: View, desk: Desk, { facts, story, readers }: ReportView): SummaryRow[] {
  const { t } = view;
  const list = (group: string, codes: readonly string[]) =>
    codes.map((code) => say(view, group, code)).join(', ');
  const maybe = (group: string, code: string | null) => (code === null ? '' : say(view, group, code));
  const child = readers.receipts.some(({ role }) => role === 'child');
  const rows: [string, SummaryRow['value']][] = [
    ['who', [say(view, 'who', story.who), story.age ?? ''].filter(Boolean).join(', ')],
    ['safe', maybe('safe', story.safe)],
    ['wishes', list('wish', story.wishes)],
    ['kind', say(view, 'kind', facts.kind)],
    ['intent', say(view, 'intent', facts.intent)],
    ['asks', list('ask', story.asks)],
    ['picture', maybe('picture', story.picture)],
    ['knows', maybe('yes-no', story.knows)],
    ['tried', list('tried', story.done)],
    ['lang', <Ltr key="lang">{facts.lang}</Ltr>],
    ['received', formatDateTime(facts.receivedAt, desk.where)],
    ['quiet', facts.quiet ? t('cases.fact.quiet-yes') : ''],
    ['child', childWords(view, { child, readers })],
  ];
  return rows
    .filter(([, value]) => value !== '')
    .map(([name, value]) => ({ label: say(view, 'fact', name), value }));
}

function childWords(
  view: View,
  { child, readers }: { child: boolean; readers: ReportView['readers'] },
): string {
  const opened = readers.invitation?.openedOn ?? null;
  if (child) return view.t('cases.fact.child-opened', { day: opened ?? '' });
  return readers.invitation === null ? '' : view.t('cases.fact.child-waits');
}

/** Collapsed: words harm too, and whoever needs them opens them. */
function OwnWords({ view, report }: { view: View; report: ReportView }) {
  const { t } = view;
  const { story } = report;
  const { company } = story;
  return (
    <>
      {story.where === '' ? null : (
        <Details view={view} summary={t('cases.case.where')}>
          <p class="letter-text" dir="auto">
            {story.where}
          </p>
        </Details>
      )}
      <Details view={view} summary={t('cases.case.words')}>
        {story.words === '' ? (
          <p class="quiet">{t('cases.case.no-words')}</p>
        ) : (
          <p class="letter-text" dir="auto">
            {story.words}
          </p>
        )}
      </Details>
      {company === null ? null : (
        <Summary
          view={view}
          rows={[
            { label: t('cases.fact.company'), value: <Typed>{company.name}</Typed> },
            { label: t('cases.fact.danger'), value: say(view, 'yes-no', company.risk.danger) },
            { label: t('cases.fact.live'), value: say(view, 'yes-no', company.risk.live) },
            { label: t('cases.fact.places'), value: <Typed>{company.risk.places}</Typed> },
          ]}
        />
      )}
    </>
  );
}

function Addresses({ view, file }: { view: View; file: CaseFile }) {
  const { t } = view;
  if (file.addressCount === 0) return <p class="quiet">{t('cases.case.no-addresses')}</p>;
  return (
    <>
      <h3>{t('cases.case.addresses', { n: file.addressCount })}</h3>
      <p class="hint">{t('cases.case.address-hint')}</p>
      <ul>
        {file.addresses.map((one) => (
          <li key={`${one.reportId} ${one.itemId}`}>
            <AddressText view={view} address={one} />
          </li>
        ))}
      </ul>
      {file.addressCount > file.addresses.length || file.row.channel === 'company' ? (
        <p>
          <a href={caseHref(view, file.row.id, '/addresses')}>{t('cases.case.all-addresses')}</a>
        </p>
      ) : null}
    </>
  );
}

/** An address as text, without its teeth, so that copying it opens nothing; and which cases know it. */
export function AddressText({ view, address }: { view: View; address: CaseAddress }) {
  const { t } = view;
  return (
    <>
      <Ltr>
        <code>{address.harmless}</code>
      </Ltr>
      {address.answer === null ? null : <Tag>{say(view, 'row', address.answer)}</Tag>}
      {address.elsewhere.map((other) => (
        <span key={other.id} class="quiet">
          {' '}
          {t(other.closed ? 'cases.case.seen-closed' : 'cases.case.seen-open')}{' '}
          <a href={caseHref(view, other.id)}>
            <Ltr>{labelOf(other.id)}</Ltr>
          </a>
          {other.harm === null ? null : <Tag>{say(view, 'harm', other.harm)}</Tag>}
        </span>
      ))}
    </>
  );
}
