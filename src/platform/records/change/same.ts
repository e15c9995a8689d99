// SPDX-License-Identifier: EUPL-1.2

/** One text for each value, whatever the order of keys: JSON values are the same when their texts are. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, sorted) ?? 'undefined';
}

export function same(a: unknown, b: unknown): boolean {
  return a === b || canonical(a) === canonical(b);
}

function sorted(_key: string, value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
