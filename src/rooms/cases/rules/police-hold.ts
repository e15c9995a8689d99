// SPDX-License-Identifier: EUPL-1.2
import { isGrave, type LegalClass } from './assessment.ts';
import type { Severity } from './harms.ts';

// Police first (H2): while a hold stands no rating, notice or message leaves. One person sets it, two lift it.

const DAY = 86_400_000;

/** A hold ends by itself after this; it is renewed with a reason, as often as the police need. */
export const HOLD_DAYS = 14;

/** So long before its end a hold asks to be renewed or lifted. */
export const WARN_DAYS = 3;

export interface Hold {
  expiresAt: Date;
  endedAt: Date | null;
}

export function holdUntil(now: Date): Date {
  return new Date(now.getTime() + HOLD_DAYS * DAY);
}

/** The clock alone ends a hold; no job has to come by first. */
export function stands(hold: Hold | null, now: Date): boolean {
  return hold !== null && hold.endedAt === null && hold.expiresAt > now;
}

export function endsSoon(hold: Hold | null, now: Date): boolean {
  return hold !== null && stands(hold, now) && hold.expiresAt.getTime() - now.getTime() <= WARN_DAYS * DAY;
}

/** What confirming offers first. */
export function usualNext(assessed: { legal: LegalClass; severity: Severity }): 'hold' | 'publish' {
  return isGrave(assessed) ? 'hold' : 'publish';
}
