// SPDX-License-Identifier: Apache-2.0

// The index keeps part of a host's hash, so a host that nobody listed can look listed: of 1,000 million unlisted names
// about 2 do, whatever the size of the index. Before publishing, the builder asks for the names that must not be wrong
// (the well-known list, earlier appeals) and builds again with another key if one is.

import { entryAt } from './lookup.ts';
import type { RatingIndex } from './open.ts';

/** A name that the index answers for although no list has it. */
export interface FalseHit {
  /** The name asked for. */
  readonly name: string;
  /** The name itself or the parent that has an entry without being listed. */
  readonly host: string;
  readonly id: number;
}

export interface FalseHitOptions {
  readonly index: RatingIndex;
  /** Names as text. */
  readonly names: Iterable<string>;
  /** Whether exactly this host (lower case, no final dot) is on the list. Called for the few that have an entry. */
  readonly isListed: (host: string) => boolean;
}

/** Those of `names` for which the name or a parent has an entry in the index that the list does not have. */
export function* findFalseHits({ index, names, isListed }: FalseHitOptions): Generator<FalseHit> {
  for (const name of names) {
    let host = name.toLowerCase().replace(/\.$/, '');
    while (host !== '') {
      const id = entryAt(index, host);
      if (id !== 0 && !isListed(host)) yield { name, host, id };
      const dot = host.indexOf('.');
      host = dot < 0 ? '' : host.slice(dot + 1);
    }
  }
}
