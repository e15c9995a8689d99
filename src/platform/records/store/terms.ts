// SPDX-License-Identifier: EUPL-1.2
import type { Db, Tx } from '#platform/db';
import type { Term, TermSeed } from '../record.ts';

/** The terms of a vocabulary in its order, those that ended too. */
export async function termsOf(_db: Db, _scheme: string): Promise<Term[]> {
  throw new TypeError('follows');
}

/** Adds and changes terms; run twice, the second changes nothing. Never takes one away. */
export async function seedTerms(_tx: Tx, _seeds: readonly TermSeed[]): Promise<void> {
  throw new TypeError('follows');
}
