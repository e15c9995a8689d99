// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren } from 'preact';
import type { View } from '../view.ts';

export interface SummaryRow {
  label: ComponentChildren;
  /** Null or '' is said as "Not given". */
  value: ComponentChildren;
  /** Where it can be changed: a page, or the step that `go` names in the form posted to `action` or around the list. */
  change?: { href: string } | { go: string; form?: string };
}

/** What was answered, each with its way back. */
export function Summary({ view, rows }: { view: View; rows: readonly SummaryRow[] }) {
  return (
    <dl class="summary">
      {rows.map((row, at) => (
        <div key={at} class="summary-row">
          <dt>{row.label}</dt>
          <dd class="summary-value">
            {isEmpty(row.value) ? <span class="quiet">{view.t('ui.not-given')}</span> : row.value}
          </dd>
          {row.change ? (
            <dd class="summary-change">
              <Change view={view} row={row} change={row.change} />
            </dd>
          ) : null}
        </div>
      ))}
    </dl>
  );
}

function Change({
  view,
  row,
  change,
}: {
  view: View;
  row: SummaryRow;
  change: NonNullable<SummaryRow['change']>;
}) {
  const words = (
    <>
      {view.t('ui.change')}
      <span class="vh">: {row.label}</span>
    </>
  );
  if ('href' in change) return <a href={change.href}>{words}</a>;
  return (
    <button class="link-button" type="submit" name="go" value={change.go} form={change.form} formNoValidate>
      {words}
    </button>
  );
}

function isEmpty(value: ComponentChildren): boolean {
  return value === null || value === undefined || value === '';
}
