// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren } from 'preact';
import type { FieldErrors, View } from '#platform/ui';
import type { Kind } from '../kind/kind.ts';
import type { Side, Typed } from './typed.ts';

/** One term as a form offers it. `retired` ones show only where they are chosen already. */
export interface TermChoice {
  code: string;
  label: string;
  retired: boolean;
}

/** What a search in a form found. */
export interface Found {
  /** The input that asked: `field` or `rows/key/cell`. */
  name: string;
  results: readonly { id: number; title: string; kind: string }[];
}

/** All that a form of a record is drawn from. */
export interface FormView {
  kind: Kind;
  side: Side;
  /** The language of the words typed here. */
  lang: string;
  typed: Typed;
  errors: FieldErrors;
  /** Terms by scheme, in order. */
  terms: Readonly<Record<string, readonly TermChoice[]>>;
  /** Titles of the records that are linked. */
  titles: ReadonlyMap<number, string>;
  found: Found | null;
  /** What somebody else saved meanwhile, by unit, in words. */
  theirs: Readonly<Record<string, string>>;
  /** Where a file is added to a field of this record; null before it was kept once. */
  addFile: ((field: string) => string) | null;
  /** The words are there to be read and ticked, not to be changed. */
  fixed: boolean;
  /** What stands beside an input of words: the original and how the translation stands. */
  beside?: (unit: string) => ComponentChildren;
}

export interface InputProps {
  view: View;
  form: FormView;
}
