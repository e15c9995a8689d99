// SPDX-License-Identifier: EUPL-1.2
import type { Field } from '../kind/fields.ts';
import type { Kind } from '../kind/kind.ts';

/** What bodies of a kind look like: its shape, and the type of each field, of cells as `field/cell`. */
export interface Fingerprint {
  shape: number;
  fields: Record<string, string>;
}

export type Lock = Record<string, Fingerprint>;

/** The lock file of these kinds: what `kinds.lock.json` holds. */
export function lockOf(kinds: readonly Kind[]): Lock {
  const sorted = [...kinds].sort((a, b) => (a.name < b.name ? -1 : 1));
  return Object.fromEntries(sorted.map((kind) => [kind.name, { shape: kind.shape, fields: typesOf(kind) }]));
}

/**
 * What the kinds of today would lose of what was written under the lock, each as a sentence; empty when every old body
 * can still be read.
 */
export function lockProblems(lock: Lock, kinds: readonly Kind[]): string[] {
  return Object.entries(lock).flatMap(([name, locked]) => {
    const kind = kinds.find((one) => one.name === name);
    if (kind === undefined) return [`the kind ${name} vanished`];
    if (kind.shape < locked.shape)
      return [`the shape of ${name} went back from ${locked.shape} to ${kind.shape}`];
    return Object.entries(locked.fields).flatMap(([field, type]) =>
      fieldProblem(kind, locked.shape, [field, type]),
    );
  });
}

function fieldProblem(kind: Kind, shape: number, [field, type]: [string, string]): string[] {
  const types = typesOf(kind);
  let name = field;
  let isTurned = false;
  for (const { to, rename, drop, turn } of kind.past) {
    if (to <= shape) continue;
    const whole = name.split('/', 1)[0] ?? name;
    if (drop?.includes(name) || drop?.includes(whole)) return [];
    isTurned ||= turn !== undefined && (Object.hasOwn(turn, name) || Object.hasOwn(turn, whole));
    name = rename?.[name] ?? name.replace(whole, rename?.[whole] ?? whole);
  }
  if (types[name] === undefined) return [`${field} of ${kind.name} vanished without rename or drop`];
  if (types[name] !== type && !isTurned)
    return [`${field} of ${kind.name} became ${types[name]} from ${type} without turn`];
  return [];
}

function typesOf(kind: Kind): Record<string, string> {
  const types = Object.entries(kind.fields).flatMap(([name, field]) => [
    [name, typeOf(field)],
    ...Object.entries(field.cells).map(([cell, inner]) => [`${name}/${cell}`, typeOf(inner)]),
  ]);
  return Object.fromEntries(types);
}

/** Vocabularies and kinds of links may change: codes and numbers stay what they are. */
function typeOf({ as, words }: Field): string {
  return words ? `${as} words` : as;
}
