// SPDX-License-Identifier: EUPL-1.2
import type { Kind, TypedForm } from '#platform/records';
import type { FieldErrors } from '#platform/ui';
import { sharedFields } from '../share-kinds.ts';

/** One field as it was typed, without space around it. */
export const textOf = (typed: TypedForm, name: string): string =>
  ([typed[name] ?? ''].flat()[0] ?? '').trim();

export const textsOf = (typed: TypedForm, name: string): string[] =>
  [typed[name] ?? []].flat().filter((text) => text !== '');

/** What a stranger must say before a reviewer can do anything with it. */
export function missingIn(
  kind: Kind,
  read: { facts: Record<string, unknown>; words: Record<string, string> },
): FieldErrors {
  return sharedFields(kind)
    .filter((name) => kind.fields[name]?.need && !(name in read.facts) && !(name in read.words))
    .map((field) => ({ field, message: 'library.share.missing' }));
}

/** A day as it was typed, ISO 8601; '' for none, null for what is no day. */
export function dayIn(text: string): string | null {
  if (text === '') return '';
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const at = new Date(`${text}T00:00:00Z`);
  return Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== text ? null : text;
}
