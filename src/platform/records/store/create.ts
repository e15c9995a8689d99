// SPDX-License-Identifier: EUPL-1.2
import type { Ctx } from '#platform/ctx';
import type { UnitMaker, Via } from '../record.ts';

export interface NewRecord {
  kind: string;
  /** Language of the original. */
  tongue: string;
  facts: Readonly<Record<string, unknown>>;
  words: Readonly<Record<string, unknown>>;
  via?: Via;
  /** The organisation's record that it belongs to. */
  org?: number | null;
  note?: string;
  states?: Readonly<Record<string, UnitMaker>>;
}

/** Begins a record. Throws `records.not-allowed`, `records.bad-body`, `records.no-target`. */
export async function createRecord(_ctx: Ctx, _input: NewRecord): Promise<{ id: number }> {
  throw new TypeError('follows');
}
