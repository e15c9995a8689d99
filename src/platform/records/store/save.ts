// SPDX-License-Identifier: EUPL-1.2
import type { Ctx } from '#platform/ctx';
import type { SaveResult, UnitMaker, Via } from '../record.ts';

export interface FactsSave {
  record: number;
  /** The revision that the form was opened on; 0 for a part that was not there. */
  base: number;
  /** All of them: a fact that is left out is taken away. */
  facts: Readonly<Record<string, unknown>>;
  note?: string;
  via?: Via;
}

export interface WordsSave {
  record: number;
  lang: string;
  base: number;
  /** The original's revision that stood beside the form; the newest where it is left out. */
  source?: number;
  /** All of them: a unit that is left out is taken away. */
  words: Readonly<Record<string, unknown>>;
  /** Who stands behind a unit; `person` where it is left out and the text is new. */
  states?: Readonly<Record<string, UnitMaker>>;
  note?: string;
  via?: Via;
}

export async function saveFacts(_ctx: Ctx, _input: FactsSave): Promise<SaveResult> {
  throw new TypeError('follows');
}

export async function saveWords(_ctx: Ctx, _input: WordsSave): Promise<SaveResult> {
  throw new TypeError('follows');
}

/** Saves an old body as a new revision; history stays. A translation restored this way counts as out of date. */
export async function restore(
  _ctx: Ctx,
  _input: { record: number; lang: string; rev: number },
): Promise<SaveResult> {
  throw new TypeError('follows');
}
