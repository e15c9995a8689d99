// SPDX-License-Identifier: EUPL-1.2
import { Button, Details, Form, Ltr, Select, Status, TextArea, TextField, type View } from '#platform/ui';
import type { LedgerRow } from '../../queries/ledger.ts';
import { isRed, nextStates } from '../../rules/referral.ts';
import { caseHref, dayWords, say, short } from '../words.tsx';
import { one, type TaskData } from './task-frame.tsx';

interface LedgerProps {
  view: View;
  data: TaskData;
  rows: readonly LedgerRow[];
  /** What the other side calls it, by the id of the line. */
  references: ReadonlyMap<string, string>;
}

/** What left the desk, line by line; red where nobody wrote down the other side's reference. */
export function Ledger({ view, data, rows, references }: LedgerProps) {
  const { t } = view;
  if (rows.length === 0) return <p>{t('cases.refer.none')}</p>;
  return (
    <ol class="ledger">
      {rows.map((row, at) => (
        <li key={row.id}>
          <p class="case-line">
            <strong>{say(view, 'body', row.body)}</strong>
            <span>{say(view, 'way', row.way)}</span>
            <span class="num">{short(data, row.sent_at ?? row.at)}</span>
            <Status tone={isRed(row) ? 'danger' : 'ok'}>{say(view, 'referral', row.state)}</Status>
            <span>
              {references.has(row.id) ? <Ltr>{references.get(row.id)}</Ltr> : t('cases.refer.no-reference')}
            </span>
            {row.answer_by === null ? null : (
              <span>{t('cases.refer.answer', { day: dayWords(data, row.answer_by) })}</span>
            )}
          </p>
          {data.head.acts ? <Line view={view} data={data} row={row} at={at} /> : null}
        </li>
      ))}
    </ol>
  );
}

interface LineProps {
  view: View;
  data: TaskData;
  row: LedgerRow;
  /** The place of the line: its fields have names of their own. */
  at: number;
}

function Line({ view, data, row, at }: LineProps) {
  const { t } = view;
  const next = nextStates(row.state).filter((state) => state !== 'approved');
  const last = next.filter((state) => state !== 'failed');
  if (next.length === 0) return null;
  if (row.state === 'drafted') return <p class="quiet">{t('cases.refer.second-waits')}</p>;
  return (
    <Details
      view={view}
      summary={t('cases.refer.move')}
      open={data.errors.some(({ field }) => field.endsWith(`-${at}`))}
    >
      <Form view={view} action={caseHref(view, data.head.row.id, `/refer/${row.id}`)}>
        <Select
          view={view}
          name={`to-${at}`}
          label={t('cases.refer.state')}
          options={[...last, 'failed'].map((value) => ({ value, label: say(view, 'referral', value) }))}
          value={one(data, `to-${at}`)}
          errors={data.errors}
        />
        {row.hasReference ? null : (
          <TextField
            view={view}
            name={`reference-${at}`}
            errors={data.errors}
            label={t('cases.refer.reference')}
            hint={t('cases.refer.reference-hint')}
            width="medium"
            ltr
            value={one(data, `reference-${at}`)}
          />
        )}
        <TextArea
          view={view}
          name={`words-${at}`}
          label={t('cases.refer.note')}
          rows={2}
          value={one(data, `words-${at}`)}
          errors={data.errors}
          optional
        />
        <Button kind="secondary">{t('cases.refer.move-go')}</Button>
      </Form>
    </Details>
  );
}
