// SPDX-License-Identifier: EUPL-1.2

/** Without it Excel takes UTF-8 for something older. */
export const BOM = '\uFEFF';

// A spreadsheet runs a cell that begins like this, in wide letters too.
const acts = /^'*[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/u;

/** A cell as it may stand in a file that a spreadsheet opens: what would act begins with an apostrophe. */
export const defuse = (text: string): string => (acts.test(text) ? `'${text}` : text);

/** The way back; a cell that was never defused stays as it is. */
export const restore = (cell: string): string =>
  cell.startsWith("'") && acts.test(cell.slice(1)) ? cell.slice(1) : cell;

/** RFC 4180, every cell in quotes. */
export function csvText(rows: readonly (readonly string[])[]): string {
  return rows
    .map((row) => `${row.map((cell) => `"${defuse(cell).replaceAll('"', '""')}"`).join(',')}\r\n`)
    .join('');
}
