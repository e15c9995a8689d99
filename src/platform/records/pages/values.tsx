// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';
import { formatDate, formatNumber } from '#platform/i18n';
import { Ltr, pathIn, Typed, type View } from '#platform/ui';
import type { Field, FileRef, Row } from '../kind/fields.ts';
import { kindOf } from '../registry.ts';
import { listPath, recordPath } from './address.ts';
import { fieldKey, label } from './labels.ts';
import { Prose } from './prose.tsx';
import type { RecordView } from './record-view.ts';

interface ValueProps {
  view: View;
  shown: RecordView;
  field: Field;
  value: unknown;
}

/** Whether there is anything to show of a value; a link whose record may not be seen is nothing. */
export function isThere(shown: RecordView, field: Field, value: unknown): boolean {
  if (value === undefined || value === null || value === '') return false;
  if (field.as === 'link' || field.as === 'links')
    return [value].flat().some((id) => shown.titles.has(Number(id)));
  return !Array.isArray(value) || value.length > 0;
}

/** One value as a reader reads it, by the type of its field. */
export function Value({ view, shown, field, value }: ValueProps) {
  switch (field.as) {
    case 'prose':
      return <Lang of={field} shown={shown} text={<Prose text={String(value)} />} />;
    case 'line':
      return <Lang of={field} shown={shown} text={<Typed>{String(value)}</Typed>} />;
    case 'code':
      return <Ltr>{String(value)}</Ltr>;
    case 'number':
      return <>{formatNumber(Number(value), view)}</>;
    case 'day':
      return <Day view={view} day={String(value)} />;
    case 'web':
      return (
        <a href={String(value)} rel="noopener noreferrer" class="record-web">
          <Ltr>{String(value)}</Ltr>
        </a>
      );
    case 'yes':
      return <>{view.t(value === true ? 'records.value.yes' : 'records.value.no')}</>;
    case 'choice':
    case 'choices':
      return <Terms view={view} shown={shown} field={field} codes={[value].flat() as string[]} />;
    case 'files':
      return <Files shown={shown} files={value as FileRef[]} />;
    case 'rows':
      return null;
    default:
      return <Links view={view} shown={shown} ids={[value].flat() as number[]} />;
  }
}

function Lang({ of, shown, text }: { of: Field; shown: RecordView; text: VNode }) {
  return of.words ? <div lang={shown.lang}>{text}</div> : text;
}

/** "2021", "December 2021" or "3 December 2021": as much as is known. */
export function Day({ view, day }: { view: View; day: string }) {
  const [year = '', month, date] = day.split('-');
  const at = new Date(Date.UTC(Number(year), Number(month ?? 1) - 1, Number(date ?? 1)));
  if (month === undefined) return <time dateTime={day}>{year}</time>;
  if (date !== undefined)
    return <time dateTime={day}>{formatDate(at, { lang: view.lang, timeZone: 'UTC' })}</time>;
  const words = view.t('records.value.month', { month: monthName(view, at), year });
  return <time dateTime={day}>{words}</time>;
}

function monthName(view: View, at: Date): string {
  return new Intl.DateTimeFormat(view.lang, { month: 'long', timeZone: 'UTC' }).format(at);
}

function Terms({ view, shown, field, codes }: Omit<ValueProps, 'value'> & { codes: readonly string[] }) {
  const scheme = field.scheme ?? '';
  const list = pathIn(view, listPath(shown.kind));
  return (
    <ul class="record-terms">
      {codes.map((code) => (
        <li key={code}>
          {field.facet && shown.kind.seen === 'public' ? (
            <a href={`${list}?${new URLSearchParams({ [scheme]: code })}`}>{shown.terms(scheme, code)}</a>
          ) : (
            shown.terms(scheme, code)
          )}
        </li>
      ))}
    </ul>
  );
}

function Links({ view, shown, ids }: { view: View; shown: RecordView; ids: readonly number[] }) {
  const found = ids.flatMap((id) => shown.titles.get(id) ?? []);
  return (
    <ul class="record-list">
      {found.map((one) => (
        <li key={one.id}>
          <RecordLink view={view} to={one} />
        </li>
      ))}
    </ul>
  );
}

/** Another record by its title, in the language that the title has. */
export function RecordLink({
  view,
  to,
}: {
  view: View;
  to: { id: number; kind: string; title: string; lang?: string };
}) {
  return (
    <a href={pathIn(view, recordPath(kindOf(to.kind), to.id, to.title))} lang={to.lang} dir="auto">
      {to.title}
    </a>
  );
}

function Files({ shown, files }: { shown: RecordView; files: readonly FileRef[] }) {
  return (
    <ul class="record-list">
      {files.map(({ sha256, name }) => (
        <li key={sha256}>
          <a href={shown.fileHref(sha256, name)} dir="auto">
            {name}
          </a>
        </li>
      ))}
    </ul>
  );
}

const cellValue = (
  { record, lang }: RecordView,
  [name, row, cell]: [string, Row, string],
  words?: boolean,
) => (words ? record.words[lang]?.body[`${name}/${row.k}/${cell}`] : row[cell]);

/** The rows of a field that say anything to this reader. */
export function rowsThere(shown: RecordView, name: string): Row[] {
  const cells = Object.entries(shown.kind.fields[name]?.cells ?? {});
  return ((shown.record.facts[name] ?? []) as Row[]).filter((row) =>
    cells.some(([cell, field]) => isThere(shown, field, cellValue(shown, [name, row, cell], field.words))),
  );
}

/** The rows of a field, each with the cells that are there. */
export function Rows({ view, shown, name }: { view: View; shown: RecordView; name: string }) {
  const cells = Object.entries(shown.kind.fields[name]?.cells ?? {});
  return (
    <ol class="record-rows-read">
      {rowsThere(shown, name).map((row) => (
        <li key={row.k}>
          <dl class="record-facts">
            {cells.map(([cell, field]) => {
              const value = cellValue(shown, [name, row, cell], field.words);
              if (!isThere(shown, field, value)) return null;
              return (
                <div key={cell}>
                  <dt>{label(view, fieldKey(shown.kind, `${name}/${row.k}/${cell}`))}</dt>
                  <dd>
                    <Value view={view} shown={shown} field={field} value={value} />
                  </dd>
                </div>
              );
            })}
          </dl>
        </li>
      ))}
    </ol>
  );
}
