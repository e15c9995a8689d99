// SPDX-License-Identifier: EUPL-1.2
import { ALLOW_ALWAYS, BLOCK_EVERYONE, NEVER, type Verdict } from '@rowan/rating-index';
import { type CategoryKind, categoryById, isRated } from './categories.ts';
import { keysAbove } from './name-key.ts';

// The written rule: docs/rating-rule.md says the same in words, and resolve.test.ts as tables.

/** Flag of a verdict: from lists alone, checked by nobody. */
export const LISTED = 4;
/** Flag of a verdict: a person decided it. */
export const CHECKED = 8;

export const OPEN: Verdict = { minAge: 0, categories: 0, flags: 0 };
const HELP: Verdict = { minAge: 0, categories: 0, flags: ALLOW_ALWAYS };
const BLOCKED: Verdict = { minAge: NEVER, categories: 0, flags: BLOCK_EVERYONE };

/** Independent voices that a list rating of a well-known host takes; of any other host one is enough. */
export const VOICES_FOR_WELL_KNOWN = 2;

/** What a list says about a name, as the rule needs it. `group`: sources that copy each other share one. */
export interface ListClaim {
  readonly group: number;
  readonly category: number;
}

/** What kind of place lists say a host is, the most careful first. */
export type Standing = 'protected' | 'known-good' | 'well-known';

/** How many independent voices named a category, and whether that was enough. */
export interface Heard {
  readonly category: number;
  readonly voices: number;
  readonly isEnough: boolean;
}

export interface ListRating {
  readonly verdict: Verdict;
  readonly standing: Standing | null;
  readonly heard: readonly Heard[];
  /** `fairly` where two independent voices agree on what sets the age, else `not`. */
  readonly sure: 'fairly' | 'not';
}

/** What a person decided about a host; see the decision's own record for reasons and dates. */
export interface Decided {
  readonly minAge: number;
  readonly categories: number;
  readonly blockEveryone: boolean;
}

/** A person's decision as a verdict. Blocked for everyone carries nothing else, whatever the reason (H1). */
export function decidedVerdict({ minAge, categories, blockEveryone }: Decided): Verdict {
  return blockEveryone ? BLOCKED : { minAge, categories, flags: CHECKED };
}

/**
 * What lists alone make of a name. `claims` are those in force for it: its own, and what was said about a name above
 * it and all names below. Order does not matter.
 */
export function resolveLists(claims: readonly ListClaim[]): ListRating {
  const standing = standingOf(claims);
  const heard = hear(claims, standing === 'well-known' ? VOICES_FOR_WELL_KNOWN : 1);
  if (standing === 'protected' || standing === 'known-good') {
    return { verdict: isHelp(claims) ? HELP : OPEN, standing, heard: heard.map(notEnough), sure: 'not' };
  }
  let minAge = 0;
  let categories = 0;
  let most = 0;
  for (const { category, voices, isEnough } of heard) {
    const age = isEnough ? (categoryById(category)?.minAge ?? 0) : 0;
    if (!isEnough) continue;
    categories = (categories | (1 << category)) >>> 0;
    if (age > minAge) most = voices;
    else if (age === minAge) most = Math.max(most, voices);
    minAge = Math.max(minAge, age);
  }
  const verdict = categories === 0 ? OPEN : { minAge, categories, flags: LISTED };
  return { verdict, standing, heard, sure: most >= 2 ? 'fairly' : 'not' };
}

function notEnough(heard: Heard): Heard {
  return { ...heard, isEnough: false };
}

function isHelp(claims: readonly ListClaim[]): boolean {
  return claims.some(({ category }) => categoryById(category)?.isHelp === true);
}

const STANDINGS: readonly Standing[] = ['protected', 'known-good', 'well-known'];

/** The most careful standing that any claim gives. */
export function standingOf(claims: readonly ListClaim[]): Standing | null {
  let best: number = STANDINGS.length;
  for (const { category } of claims) {
    const at = (STANDINGS as readonly (CategoryKind | undefined)[]).indexOf(categoryById(category)?.kind);
    if (at >= 0 && at < best) best = at;
  }
  return STANDINGS[best] ?? null;
}

/** Counts independent voices for each rated category. Lists of one group are one voice. */
function hear(claims: readonly ListClaim[], enough: number): Heard[] {
  const heard: Heard[] = [];
  for (const [at, claim] of claims.entries()) {
    const category = categoryById(claim.category);
    if (category === undefined || !isRated(category)) continue;
    if (claims.findIndex((other) => other.category === claim.category) !== at) continue;
    const groups = new Set(
      claims.filter((other) => other.category === claim.category).map(({ group }) => group),
    );
    heard.push({ category: claim.category, voices: groups.size, isEnough: groups.size >= enough });
  }
  return heard;
}

/**
 * What of the words about a name holds for the names below it: all, but for a host that many people share. Its pages
 * are not what it is: that it is visited or vouched for counts for none of them, and what it shows only where two
 * independent voices say so.
 */
export function passDown<C extends ListClaim>(claims: readonly C[]): readonly C[] {
  const kindOf = ({ category }: C) => categoryById(category)?.kind;
  if (!claims.some((claim) => kindOf(claim) === 'many-people')) return claims;
  const agreed = new Set(hear(claims, 2).flatMap(({ category, isEnough }) => (isEnough ? [category] : [])));
  return claims.filter((claim) => kindOf(claim) === 'protected' || agreed.has(claim.category));
}

/** A claim of a list, with the name (key) it is about. */
export interface PlacedClaim extends ListClaim {
  readonly name: string;
  readonly below: boolean;
}

/** Of claims about a name and names above it, those in force for the name. */
export function inForceFor<C extends PlacedClaim>(key: string, claims: readonly C[]): readonly C[] {
  let carried: readonly C[] = [];
  for (const name of keysAbove(key).reverse()) {
    carried = passDown([...carried, ...claims.filter((claim) => claim.name === name && claim.below)]);
  }
  return [...carried, ...claims.filter((claim) => claim.name === key)];
}
