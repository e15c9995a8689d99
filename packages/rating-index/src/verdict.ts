// SPDX-License-Identifier: Apache-2.0

/** What the index says about a host. Equal verdicts share one record. */
export interface Verdict {
  /** Youngest age the host is for, 0 to 21, or NEVER. */
  readonly minAge: number;
  /** 32 bits, their meaning given by the publisher. */
  readonly categories: number;
  /** 16 bits: BLOCK_EVERYONE, ALLOW_ALWAYS, the others the publisher's. */
  readonly flags: number;
}

/** What is said about a host, and how far it reaches. */
export interface Ruling {
  readonly verdict: Verdict;
  /** `exact`: this host only. `subtree`: the host and all names below it. */
  readonly scope: 'exact' | 'subtree';
  /** With `exact` only: another verdict for all names below. */
  readonly below?: Verdict;
}

/** For nobody, at any age. */
export const NEVER = 255;
/** The highest age of majority anywhere. */
export const MAX_AGE = 21;

/**
 * Flag: refused for every household. An entry of sexual abuse, or under police hold, carries nothing else (H1), so the
 * package refuses this flag with an age, a category or another flag: no reader of the file can tell why.
 */
export const BLOCK_EVERYONE = 1;

/** Flag: help for children and the like, let through whatever a household chose. */
export const ALLOW_ALWAYS = 2;

/** Why this cannot be a verdict, or null when it can. */
export function verdictFault({ minAge, categories, flags }: Verdict): string | null {
  const isAge = minAge === NEVER || (minAge >= 0 && minAge <= MAX_AGE && Number.isInteger(minAge));
  if (!isAge) return 'an age is 0 to 21, or 255 for never';
  if (categories >>> 0 !== categories) return 'categories are 32 bits';
  if ((flags & 0xffff) !== flags) return 'flags are 16 bits';
  if ((flags & BLOCK_EVERYONE) === 0) return null;
  const isBare = flags === BLOCK_EVERYONE && minAge === NEVER && categories === 0;
  return isBare ? null : 'a host blocked for everyone carries age 255 and nothing else';
}
