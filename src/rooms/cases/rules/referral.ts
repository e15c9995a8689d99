// SPDX-License-Identifier: EUPL-1.2
import type { Priority } from './priority.ts';

// The ledger of what left the desk: to whom, how, when, by whom, their reference. Without their reference nothing is
// done, and the ledger is red.

export const BODIES = [
  'police',
  'helpline',
  'child-protection',
  'school',
  'hotline',
  'platform',
  'regulator',
  'other',
] as const;
export type Body = (typeof BODIES)[number];

export const WAYS = ['phone', 'mail', 'portal', 'letter', 'person'] as const;
export type Way = (typeof WAYS)[number];

export const CONSENTS = ['yes', 'no', 'not-needed'] as const;
export type Consent = (typeof CONSENTS)[number];

/** Against the child's wish, and without a duty in law, two people have to agree (security.md 4.2). */
export function needsSecondToRefer(consent: Consent): boolean {
  return consent === 'no';
}

/** What a referral can carry, each ticked by hand. What is not ticked is not in what the other side sees. */
export const SHARED = ['summary', 'harm', 'addresses', 'age', 'safety', 'words', 'talk', 'times'] as const;
export type Shared = (typeof SHARED)[number];

/** All that a platform ever gets: nothing of who told, and nothing in their words (hotline.md R9, R10). */
const FOR_PLATFORM: readonly Shared[] = ['summary', 'harm', 'addresses'];

/** Whether this may be in a referral to that body. */
export function mayShare(body: Body, one: Shared): boolean {
  return body !== 'platform' || FOR_PLATFORM.includes(one);
}

/** What may say who told: their own words, and ours about them. Contact details are in no referral at all. */
const TELLS_WHO: readonly Shared[] = ['summary', 'words', 'talk'];

/**
 * Whether a person shows again who they are before it leaves: where it may say who told, or goes without a yes
 * (security.md 4.2). A list of addresses for a platform needs none.
 */
export function needsFreshToRefer(line: { consent: Consent; shared: readonly Shared[] }): boolean {
  return line.consent !== 'yes' || line.shared.some((one) => TELLS_WHO.includes(one));
}

export const REFERRAL_STATES = [
  'drafted',
  'approved',
  'sent',
  'delivered',
  'acknowledged',
  'acted',
  'closed',
  'failed',
] as const;
export type ReferralState = (typeof REFERRAL_STATES)[number];

const NEXT: Readonly<Record<ReferralState, readonly ReferralState[]>> = {
  drafted: ['approved', 'failed'],
  approved: ['sent', 'failed'],
  sent: ['delivered', 'acknowledged', 'failed'],
  delivered: ['acknowledged', 'failed'],
  acknowledged: ['acted', 'closed', 'failed'],
  acted: ['closed'],
  closed: [],
  failed: [],
};

/** Where a referral can go from here. From `acknowledged` on the other side's reference is stored. */
export function nextStates(state: ReferralState): readonly ReferralState[] {
  return NEXT[state];
}

export function mayMove(from: ReferralState, to: ReferralState): boolean {
  return NEXT[from].includes(to);
}

/** States that nobody reaches without the other side's reference. */
export function asksReference(state: ReferralState): boolean {
  return state === 'acknowledged' || state === 'acted' || state === 'closed';
}

export interface LedgerLine {
  state: ReferralState;
  hasReference: boolean;
}

/** Red: under way, and nobody has written down their reference. A failed one is red until another takes its place. */
export function isRed({ state, hasReference }: LedgerLine): boolean {
  return state === 'failed' || !hasReference;
}

/** Whether the ledger of a case says that somebody else has it now: at least one line is done. */
export function isHandedOver(lines: readonly LedgerLine[]): boolean {
  return lines.some(({ state, hasReference }) => hasReference && state !== 'failed');
}

/** A P0 case that nobody outside has is red, and so is any case with a red line that no done line answers. */
export function isCaseRed(priority: Priority, lines: readonly LedgerLine[]): boolean {
  if (isHandedOver(lines)) return lines.some((line) => line.state !== 'failed' && isRed(line));
  return priority === 'p0' || lines.some(isRed);
}
