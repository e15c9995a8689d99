// SPDX-License-Identifier: EUPL-1.2
import { boxData, unboxData } from '../crypto/box.ts';
import { utf8 } from '../crypto/bytes.ts';
import { context } from '../crypto/contexts.ts';
import type { Keyring } from './keyring.ts';

/** Which column of which row: a word such as `person.mail`, and the row's id. */
export type FieldPlace = { kind: string; id: string };

const MIN = 256;

/**
 * Closes a short text that the server itself must read again: a staff mail address, a household's name,
 * a registered network. At rest only; what reporters write is never kept this way.
 */
export function boxField(keyring: Keyring, place: FieldPlace, text: string): Buffer {
  const at = { key: keyring.field, context: context.data(place.kind, place.id), min: MIN };
  return boxData(at, utf8(text));
}

export function unboxField(keyring: Keyring, place: FieldPlace, boxed: Uint8Array): string {
  const at = { key: keyring.field, context: context.data(place.kind, place.id) };
  return unboxData(at, boxed).toString('utf8');
}
