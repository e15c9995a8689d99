// SPDX-License-Identifier: EUPL-1.2
import type { Role } from '#platform/ctx';
import type { Field, Seen } from './fields.ts';

/**
 * A course of life. `reviewed`: draft, in review, published. `direct`: whoever may publish does so when they save.
 * `kept`: a register, published to staff alone when it is saved, and never thrown away.
 */
export type Course = 'reviewed' | 'direct' | 'kept';

/** What happens to a body when a kind changes: read from `to - 1` to `to`. Pure; run on every read of an old body. */
export interface PastStep {
  to: number;
  rename?: Record<string, string>;
  drop?: readonly string[];
  /** New value of a field from its old one; `undefined` drops it. */
  turn?: Record<string, (value: unknown) => unknown>;
}

export interface Rights {
  /** Who may begin one. `anyone`: also a visitor without an account, through the room's own form. */
  propose: readonly (Role | 'anyone')[];
  edit: readonly Role[];
  publish: readonly Role[];
  /** Who publishes is not the last author of what is published. */
  fourEyes?: boolean;
}

/** A section of the page: its name, then the fields it shows, in order. */
export type Section = readonly [string, ...string[]];

export interface Backlink {
  kind: string;
  field: string;
}

export interface KindDeclaration<F extends Record<string, Field>> {
  /** One word, the same in addresses, the API and tables. */
  name: string;
  /** The room whose kind it is; also the first part of its address. */
  room: string;
  fields: F;
  /** Words field that names the record. */
  title: WordField<F>;
  /** Words field of one or two sentences, shown in lists. */
  lede?: WordField<F>;
  /** Day field that orders lists; else the day of the first publication. */
  day?: keyof F & string;
  /** Code fields whose values also find the record, e.g. a letter's reference. */
  identifiers?: readonly (keyof F & string)[];
  /** The kind that this is a part of, and the link field that names its whole. */
  partOf?: { kind: string; field: keyof F & string; order?: keyof F & string };
  course: Course;
  rights: Rights;
  /** Who sees the kind at all. */
  seen?: Seen;
  reads: readonly Section[];
  backlinks?: readonly Backlink[];
  /** Raised with a step in `past` whenever a field is renamed, dropped or turned. */
  shape?: number;
  past?: readonly PastStep[];
}

type WordField<F> = {
  [K in keyof F]: F[K] extends Field<string, true, boolean> ? K : never;
}[keyof F] &
  string;

export interface Kind<F extends Record<string, Field> = Record<string, Field>> {
  name: string;
  room: string;
  fields: F;
  title: string;
  lede: string | null;
  day: string | null;
  identifiers: readonly string[];
  partOf: { kind: string; field: string; order: string | null } | null;
  course: Course;
  rights: Rights;
  seen: Seen;
  reads: readonly Section[];
  backlinks: readonly Backlink[];
  shape: number;
  past: readonly PastStep[];
}

/** Declares a kind. Throws where the declaration contradicts itself, so a wrong one does not start. */
export function kind<const F extends Record<string, Field>>(declared: KindDeclaration<F>): Kind<F> {
  const { partOf } = declared;
  const made: Kind<F> = {
    ...declared,
    lede: declared.lede ?? null,
    day: declared.day ?? null,
    identifiers: declared.identifiers ?? [],
    partOf: partOf === undefined ? null : { ...partOf, order: partOf.order ?? null },
    seen: declared.seen ?? (declared.course === 'kept' ? 'staff' : 'public'),
    backlinks: declared.backlinks ?? [],
    shape: declared.shape ?? 1,
    past: declared.past ?? [],
  };
  const problem = problemOf(made);
  if (problem !== null) throw new TypeError(`kind ${made.name}: ${problem}`);
  return made;
}

function problemOf(made: Kind): string | null {
  if (!/^[a-z][a-z0-9-]{1,30}$/.test(made.name)) return 'its name is one word of small letters';
  const shown = made.reads.flatMap(([, ...fields]) => fields);
  const unknown = [...shown, ...(made.day === null ? [] : [made.day])].find((name) => !(name in made.fields));
  if (unknown !== undefined) return `there is no field ${unknown}`;
  const hidden = Object.keys(made.fields).find((name) => !shown.includes(name) && name !== made.title);
  if (hidden !== undefined) return `the field ${hidden} is in no section`;
  if (new Set(shown).size !== shown.length) return 'a field is in two sections';
  if (made.past.length !== made.shape - 1) return 'each shape after the first needs one step in past';
  const wordRows = Object.entries(made.fields).find(([, { as, words }]) => as === 'rows' && words);
  if (wordRows !== undefined) return `the rows ${wordRows[0]} are facts; their cells may be words`;
  return null;
}

type Value<T> = T extends Field<infer V, boolean, boolean> ? V : never;

/** The facts of a kind as they are kept: every field may be missing until it is published. */
export type FactsOf<K> =
  K extends Kind<infer F>
    ? { [N in keyof F as F[N] extends Field<unknown, true, boolean> ? never : N]?: Value<F[N]> }
    : never;

/** The words of a kind in one language: a field, or a cell of a row as `field/key/cell`. */
export type WordsOf<K> =
  K extends Kind<infer F>
    ? { [N in keyof F as F[N] extends Field<unknown, true, boolean> ? N : never]?: string } & {
        [unit: `${string}/${string}/${string}`]: string;
      }
    : never;
