// SPDX-License-Identifier: EUPL-1.2
import { ALLOW_ALWAYS, BLOCK_EVERYONE, type Verdict } from '@rowan/rating-index';

/** What a family decided for one child, as numbers. Bits are the categories of ratings. */
export interface Rules {
  /** Never open, whatever the age. */
  readonly blocked: number;
  /** Open although the child is younger than the category asks. */
  readonly opened: number;
  /** Everything up to this minimum age is open. */
  readonly openTo: number;
}

/** Why a name is closed, or that it is open. */
export const OPEN = 0;
export const CLOSED_BY_FAMILY = 1;
export const CLOSED_FOR_EVERYONE = 2;
export type Judgement = typeof OPEN | typeof CLOSED_BY_FAMILY | typeof CLOSED_FOR_EVERYONE;

/**
 * What a child's rules make of a verdict; null is a host that nobody said anything about. What is closed for everyone
 * stays closed, help stays open. For an older host the family must have opened every kind that makes it older than the
 * child's level, and it opens no further than the oldest of them.
 */
export function judge(rules: Rules, verdict: Verdict | null, ages: Uint8Array): Judgement {
  if (verdict === null) return OPEN;
  if ((verdict.flags & BLOCK_EVERYONE) !== 0) return CLOSED_FOR_EVERYONE;
  if ((verdict.flags & ALLOW_ALWAYS) !== 0) return OPEN;
  if ((verdict.categories & rules.blocked) !== 0) return CLOSED_BY_FAMILY;
  if (verdict.minAge <= rules.openTo) return OPEN;
  return verdict.minAge <= openedTo(rules, verdict, ages) ? OPEN : CLOSED_BY_FAMILY;
}

/** The age up to which the family opened the kinds of a host; -1 where one that counts was not opened. */
function openedTo({ opened, openTo }: Rules, { categories, minAge }: Verdict, ages: Uint8Array): number {
  let to = -1;
  for (let left = categories; left !== 0; left &= left - 1) {
    const bit = left & -left;
    const age = ages[31 - Math.clz32(bit)] ?? 0;
    if ((opened & bit) !== 0) to = Math.max(to, age);
    // A kind for older people than the host itself is no reason: a person found the host to be for younger ones.
    else if (age > openTo && age <= minAge) return -1;
  }
  return to;
}
