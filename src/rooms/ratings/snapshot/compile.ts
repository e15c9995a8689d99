// SPDX-License-Identifier: EUPL-1.2
import type { Ruling, Verdict } from '@rowan/rating-index';
import { hostOfKey } from '../name-key.ts';
import { type ListClaim, OPEN, passDown, resolveLists, standingOf } from '../resolve.ts';

/** What a list says about one name. `below`: it speaks of all names below as well. */
export interface NamedClaim extends ListClaim {
  readonly below: boolean;
}

/** What people decided about one name: for it alone, and for it with everything below. */
export interface NamedDecision {
  readonly host: Verdict | null;
  readonly subtree: Verdict | null;
}

/** Everything said about one name. */
export interface NamedWords {
  readonly key: string;
  readonly claims: readonly NamedClaim[];
  readonly decision: NamedDecision | null;
}

export interface CompiledEntry extends Ruling {
  readonly host: string;
}

/** A host that must stay open, to be looked up in the finished index: hashes may meet by chance. */
export type KeptOpen = (host: string) => void;

interface Frame {
  /** With a space behind it: what the keys below begin with. */
  readonly prefix: string;
  /** In force for all names below. */
  readonly claims: readonly ListClaim[];
  readonly decided: Verdict | null;
  /** What the index answers below, where nothing nearer is said. */
  readonly answer: Verdict;
}

const ROOT: Frame = { prefix: '', claims: [], decided: null, answer: OPEN };

/**
 * Turns what was said about names into the fewest entries of an index that answer the same; a name that a person spoke
 * about always has its own, so that it stays when the decision above it goes. Takes names in the order of their keys, a
 * name before the names below it; holds one frame for each name above the present one.
 */
export class Compiler {
  #frames: Frame[] = [ROOT];
  readonly #emit: (entry: CompiledEntry) => void;
  readonly #keptOpen: KeptOpen;

  constructor(emit: (entry: CompiledEntry) => void, keptOpen: KeptOpen = () => {}) {
    this.#emit = emit;
    this.#keptOpen = keptOpen;
  }

  take(words: NamedWords): void {
    const above = this.#above(words.key);
    const decidedBelow = words.decision?.subtree ?? above.decided;
    const decidedHere = words.decision?.host ?? decidedBelow;
    const claims = above.claims.length === 0 ? words.claims : [...above.claims, ...words.claims];
    const here = decidedHere ?? resolveLists(claims).verdict;
    const isSubtree = words.decision?.subtree != null || words.claims.some(({ below }) => below);
    if (!isSubtree) {
      const isNeeded = words.decision !== null || !isSame(here, above.answer);
      if (isNeeded) this.#emit({ host: hostOfKey(words.key), verdict: here, scope: 'exact' });
    } else {
      const claimsBelow = passDown([...above.claims, ...words.claims.filter(({ below }) => below)]);
      const below = decidedBelow ?? resolveLists(claimsBelow).verdict;
      this.#emitSubtree(words.key, { here, below, above: words.decision === null ? above.answer : null });
      this.#frames.push({
        prefix: `${words.key} `,
        claims: claimsBelow,
        decided: decidedBelow,
        answer: below,
      });
    }
    if (isOpen(here) && standingOf(words.claims) !== null) this.#keptOpen(hostOfKey(words.key));
  }

  /** `above`: what the index answers anyway; null where the name needs its own entry in any case. */
  #emitSubtree(key: string, at: { here: Verdict; below: Verdict; above: Verdict | null }): void {
    const { here, below, above } = at;
    if (above !== null && isSame(below, above)) {
      if (!isSame(here, above)) this.#emit({ host: hostOfKey(key), verdict: here, scope: 'exact' });
    } else if (isSame(here, below)) {
      this.#emit({ host: hostOfKey(key), verdict: here, scope: 'subtree' });
    } else {
      this.#emit({ host: hostOfKey(key), verdict: here, scope: 'exact', below });
    }
  }

  /** The frame of the nearest name above; frames of names that are done are dropped. */
  #above(key: string): Frame {
    for (let top = this.#frames.length - 1; top > 0; top--) {
      const frame = this.#frames[top];
      if (frame !== undefined && key.startsWith(frame.prefix)) return frame;
      this.#frames.pop();
    }
    return ROOT;
  }
}

function isOpen({ minAge, flags }: Verdict): boolean {
  return minAge === 0 && (flags & 1) === 0;
}

function isSame(one: Verdict, other: Verdict): boolean {
  return one.minAge === other.minAge && one.categories === other.categories && one.flags === other.flags;
}
