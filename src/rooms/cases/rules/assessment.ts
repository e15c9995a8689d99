// SPDX-License-Identifier: EUPL-1.2
import type { Severity } from './harms.ts';

// What the desk says about a case, in codes. Pure: who must agree, what may be rated, what must never be public.

/** Before the law of this country. The five abuse classes begin alike, so that nothing can forget one of them. */
export const LEGAL_CLASSES = [
  'abuse-material',
  'abuse-made',
  'abuse-live',
  'abuse-contact',
  'abuse-extortion',
  'other-crime',
  'harmful',
  'lawful',
  'unsure',
] as const;
export type LegalClass = (typeof LEGAL_CLASSES)[number];

/** What a decision reaches: nothing, one address (which no name server can block), a host, a host and all below. */
export const TARGETS = ['none', 'address', 'host', 'subtree'] as const;
export type Target = (typeof TARGETS)[number];

/** Who has to agree; the ratings room may ask for more. */
export type Needs = 'none' | 'second' | 'supervisor';

export function isAbuse(legal: LegalClass): boolean {
  return legal.startsWith('abuse-');
}

/** Severity 4 and every abuse class: hold for police first, two people, a fresh factor (H2, security.md 4.2). */
export function isGrave({ legal, severity }: { legal: LegalClass; severity: Severity }): boolean {
  return severity === 4 || isAbuse(legal);
}

/** A grave case, and one that the assessor is not sure of, is read by a second person whatever is rated. */
export function needsByClass(assessed: { legal: LegalClass; severity: Severity }): Needs {
  return isGrave(assessed) || assessed.legal === 'unsure' ? 'second' : 'none';
}

const ORDER: readonly Needs[] = ['none', 'second', 'supervisor'];

export function moreCareful(one: Needs, other: Needs): Needs {
  return ORDER.indexOf(one) >= ORDER.indexOf(other) ? one : other;
}

/** How the ratings room knows the host of an address; null where it is no host. */
export interface HostStanding {
  standing: 'protected' | 'known-good' | 'well-known' | null;
  isShared: boolean;
}

/**
 * What to rate unless the assessor says otherwise. A page on a host where others live too is not its host's fault, so
 * then only the address is meant (design.md 4). A case without an address rates nothing.
 */
export function usualTarget(address: { hasPath: boolean; known: HostStanding | null } | null): Target {
  if (address === null || address.known === null) return 'none';
  const { standing, isShared } = address.known;
  return address.hasPath && (isShared || standing !== null) ? 'address' : 'host';
}

/** Whether the ratings room is asked at all: an address alone is beyond what a resolver sees. */
export function ratesHost(target: Target): target is 'host' | 'subtree' {
  return target === 'host' || target === 'subtree';
}
