// SPDX-License-Identifier: EUPL-1.2
import type { Kind } from '../kind/kind.ts';

/** One unit that differs. A row's place is its own change: `field` with lists of keys. */
export interface Change {
  unit: string;
  before: unknown;
  after: unknown;
}

/** What is different between two bodies of one part, in the order of the kind's fields. */
export function diff(
  _kind: Kind,
  _before: Readonly<Record<string, unknown>>,
  _after: Readonly<Record<string, unknown>>,
): Change[] {
  throw new TypeError('follows');
}
