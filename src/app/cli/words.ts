// SPDX-License-Identifier: EUPL-1.2

const WIDTH = 24;

/** A bar of 24 signs with percent: `[######..................]  25%`. */
export function bar(fraction: number): string {
  const whole = Math.min(1, Math.max(0, fraction));
  const filled = Math.round(whole * WIDTH);
  return `[${'#'.repeat(filled)}${'.'.repeat(WIDTH - filled)}] ${String(Math.floor(whole * 100)).padStart(3)}%`;
}

/** 1234567 as 1,234,567. */
export const count = (n: number): string => n.toLocaleString('en');

/** `1 row`, `2 rows`. */
export const some = (n: number, one: string): string => `${count(n)} ${one}${n === 1 ? '' : 's'}`;

export const seconds = (n: number): string => `${n.toFixed(1)} s`;

export const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

/** To the minute, in UTC: 2026-11-21 12:00. */
export const minute = (at: Date): string => at.toISOString().slice(0, 16).replace('T', ' ');

/** Columns as wide as they need to be, two spaces between. */
export function columns(rows: readonly (readonly string[])[]): string[] {
  const widths: number[] = [];
  for (const row of rows)
    for (const [at, cell] of row.entries()) widths[at] = Math.max(widths[at] ?? 0, cell.length);
  return rows.map((row) =>
    row
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
