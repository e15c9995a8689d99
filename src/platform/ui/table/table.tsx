// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren } from 'preact';
import { idOf } from '../form/field.tsx';
import type { View } from '../view.ts';

export interface Column {
  label: ComponentChildren;
  /** Numbers stand under each other at the end of their column. */
  numeric?: boolean;
  /** The cells of this column name their row. */
  head?: boolean;
}

export interface TableProps {
  view: View;
  /** A short name that is an id, e.g. `queue`. */
  id: string;
  caption: ComponentChildren;
  captionHidden?: boolean;
  columns: readonly Column[];
  rows: readonly (readonly ComponentChildren[])[];
  /** Says something about a whole row in a word, e.g. `late`; shown as a mark at its start. */
  marks?: readonly (string | null)[];
}

/** Ruled like a printed table: ink above and below, hairlines between. */
export function Table({ view, id, caption, captionHidden = false, columns, rows, marks = [] }: TableProps) {
  const captionId = `${idOf(id)}-caption`;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
    <section class="table-box" aria-labelledby={captionId} tabIndex={0} title={view.t('ui.table.scroll')}>
      <table class="table">
        <caption id={captionId} class={captionHidden ? 'vh' : undefined}>
          {caption}
        </caption>
        <thead>
          <tr>
            {columns.map((column, at) => (
              <th key={at} scope="col" class={column.numeric ? 'cell-num' : undefined}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <tr key={at} data-mark={marks[at] ?? undefined}>
              {columns.map((column, place) => (
                <Cell key={place} column={column}>
                  {row[place]}
                </Cell>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Cell({ column, children }: { column: Column; children?: ComponentChildren }) {
  const look = column.numeric ? 'cell-num' : undefined;
  if (column.head) {
    return (
      <th scope="row" class={look}>
        {children}
      </th>
    );
  }
  return <td class={look}>{children}</td>;
}
