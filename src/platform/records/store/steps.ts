// SPDX-License-Identifier: EUPL-1.2
import type { Ctx } from '#platform/ctx';
import type { Lack } from '../record.ts';

export interface Publication {
  record: number;
  /** What the reviewer looked at: part ('' the facts) -> revision. Parts left out stay as readers know them. */
  revs: Readonly<Record<string, number>>;
  note?: string;
}

/** Why the newest of everything cannot be published yet; empty when it can. */
export async function readiness(_ctx: Ctx, _record: number): Promise<Lack[]> {
  throw new TypeError('follows');
}

export async function submit(_ctx: Ctx, _input: { record: number }): Promise<void> {
  throw new TypeError('follows');
}

export async function sendBack(_ctx: Ctx, _input: { record: number; note: string }): Promise<void> {
  throw new TypeError('follows');
}

export async function publish(_ctx: Ctx, _input: Publication): Promise<{ edition: number }> {
  throw new TypeError('follows');
}

export async function unpublishLanguage(_ctx: Ctx, _input: { record: number; lang: string }): Promise<void> {
  throw new TypeError('follows');
}

export async function withdraw(_ctx: Ctx, _input: { record: number; reason: string }): Promise<void> {
  throw new TypeError('follows');
}

/** `by`: the record that took its place; null takes the word back. */
export async function supersede(_ctx: Ctx, _input: { record: number; by: number | null }): Promise<void> {
  throw new TypeError('follows');
}
