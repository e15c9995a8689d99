// SPDX-License-Identifier: EUPL-1.2
import { type MessageKey, sourceText } from '#platform/i18n';
import type { View } from '#platform/ui';
import type { Kind } from '../kind/kind.ts';

/**
 * A text whose key follows from a kind's declaration. A kind without texts, such as one that a test plants, shows its own
 * words; a test demands the texts of every kind that is mounted.
 */
export function label(view: Pick<View, 't'>, key: string): string {
  if (sourceText(key, 'en') === null) return key.slice(key.lastIndexOf('.') + 1).replaceAll(/[-_]/g, ' ');
  return view.t(key as MessageKey);
}

/** The same, or null where there is none: hints are optional. */
export function labelOrNull(view: Pick<View, 't'>, key: string): string | null {
  return sourceText(key, 'en') === null ? null : view.t(key as MessageKey);
}

export const kindKey = (kind: Kind) => `${kind.room}.kind.${kind.name}`;
export const kindsKey = (kind: Kind) => `${kind.room}.kinds.${kind.name}`;
export const sectionKey = (kind: Kind, section: string) => `${kind.room}.section.${section}`;
export const backKey = (kind: Kind, from: { kind: string; field: string }) =>
  `${kind.room}.${kind.name}.back.${from.kind}.${from.field}`;

/** The key of a field, or of a cell by `rows/key/cell`. */
export function fieldKey(kind: Kind, unit: string): string {
  const [field = '', , cell] = unit.split('/');
  return [kind.room, kind.name, field, ...(cell === undefined ? [] : [cell])].join('.');
}

/** Every key that a mounted kind needs in each language. Hints are optional. */
export function neededKeys(kind: Kind): string[] {
  const fields = Object.entries(kind.fields).flatMap(([name, { cells }]) => [
    fieldKey(kind, name),
    ...Object.keys(cells).map((cell) => fieldKey(kind, `${name}/k/${cell}`)),
  ]);
  return [
    kindKey(kind),
    kindsKey(kind),
    ...fields,
    ...kind.reads.map(([section]) => sectionKey(kind, section)),
    ...kind.backlinks.map((from) => backKey(kind, from)),
  ];
}
