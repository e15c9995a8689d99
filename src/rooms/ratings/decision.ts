// SPDX-License-Identifier: EUPL-1.2
import type { Standing } from './resolve.ts';
import type { Needs } from './tables.ts';

// Who must agree before a decision holds (H3), and for how long it holds. Pure: docs/rating-rule.md in code.

/** How lists know a host, and what is below it. */
export interface KnownAs {
  standing: Standing | null;
  /** One host, many people's pages. */
  isShared: boolean;
  /** The most careful standing of any name below. */
  below: Standing | null;
}

interface Asked {
  scope: 'host' | 'subtree';
  minAge: number;
  blockEveryone: boolean;
  guarded: boolean;
}

const DAY = 86_400_000;
const CAREFUL_BLOCK_DAYS = 90;
const CHECK_AGAIN_DAYS = 180;

/**
 * No single click blocks a country. A host that helps, teaches, informs or governs takes the supervisor; one that many
 * know or share, and whatever is blocked for everyone, takes a second person. Opening a host takes nobody.
 */
export function neededFor(asked: Asked, known: KnownAs): Needs {
  const isBlock = asked.minAge > 0 || asked.blockEveryone || asked.guarded;
  if (!isBlock) return 'none';
  const standings = asked.scope === 'subtree' ? [known.standing, known.below] : [known.standing];
  if (standings.includes('protected')) return 'supervisor';
  const isCareful =
    asked.blockEveryone || asked.guarded || known.isShared || standings.some((one) => one !== null);
  return isCareful ? 'second' : 'none';
}

const ORDER: readonly Needs[] = ['none', 'second', 'supervisor'];

/** The more careful of two. */
export function moreCareful(one: Needs, other: Needs): Needs {
  return ORDER.indexOf(one) >= ORDER.indexOf(other) ? one : other;
}

/** When a decision ends by itself: whatever needed more than one person, 90 days after its release. */
export function expiryOf(needs: Needs, releasedAt: Date): Date | null {
  return needs === 'none' ? null : new Date(releasedAt.getTime() + CAREFUL_BLOCK_DAYS * DAY);
}

/** The day when somebody looks at a public rating again, as a date. */
export function nextCheckOf(releasedAt: Date): string {
  return new Date(releasedAt.getTime() + CHECK_AGAIN_DAYS * DAY).toISOString().slice(0, 10);
}
