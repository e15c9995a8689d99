// SPDX-License-Identifier: EUPL-1.2
import type { Kind } from '../kind/kind.ts';
import { fieldOf, flatten } from './flat.ts';
import { same } from './same.ts';

/** One unit that differs. A row's place is its own change: `field` with lists of keys. */
export interface Change {
  unit: string;
  before: unknown;
  after: unknown;
}

/** What is different between two bodies of one part, in the order of the kind's fields. */
export function diff(
  kind: Kind,
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): Change[] {
  const [old, fresh] = [flatten(kind, before), flatten(kind, after)];
  const order = Object.keys(kind.fields);
  return [...new Set([...Object.keys(old), ...Object.keys(fresh)])]
    .filter((unit) => !same(old[unit], fresh[unit]))
    .sort((a, b) => order.indexOf(fieldOf(a)) - order.indexOf(fieldOf(b)))
    .map((unit) => ({ unit, before: old[unit], after: fresh[unit] }));
}
