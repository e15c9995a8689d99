// SPDX-License-Identifier: EUPL-1.2
import { type Actor, holds, type Role } from '#platform/ctx';

/** Who sees the queue and reads cases: everybody who holds the desk's key. */
export const READERS = ['operator', 'supervisor', 'editor'] as const satisfies readonly Role[];

/** Who works on cases. */
export const WORKERS = ['operator', 'supervisor'] as const satisfies readonly Role[];

/** Who looks at acts that need a second person. Custodians answer for contact details only. */
export const SECONDS = ['operator', 'supervisor', 'editor', 'custodian'] as const satisfies readonly Role[];

export function mayRead(actor: Actor): boolean {
  return holds(actor, ...READERS);
}

/** Whether these roles read cases; for a person who is not the caller. */
export function readsCases(roles: readonly string[]): boolean {
  return READERS.some((role) => roles.includes(role));
}

export function mayWork(actor: Actor): boolean {
  return holds(actor, ...WORKERS);
}

/** Acts that wait for a second person, and who that may be. */
export const SECOND_ACTS = {
  'case.assess': ['operator', 'supervisor', 'editor'],
  'case.lift-hold': ['operator', 'supervisor'],
  'case.refer': ['operator', 'supervisor'],
  'case.lend-contact': ['custodian'],
} as const satisfies Record<string, readonly Role[]>;
export type SecondAct = keyof typeof SECOND_ACTS;

export function isSecondAct(act: string): act is SecondAct {
  return Object.hasOwn(SECOND_ACTS, act);
}

/**
 * Whether this person's roles let them be the second for an act; that it is not their own is the platform's rule. A
 * block of a host that helps, teaches, informs or governs takes the supervisor (H3).
 */
export function maySecond(actor: Actor, { act, needs }: { act: SecondAct; needs: string | null }): boolean {
  return holds(actor, ...SECOND_ACTS[act]) && (needs !== 'supervisor' || holds(actor, 'supervisor'));
}
