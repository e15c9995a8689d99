// SPDX-License-Identifier: EUPL-1.2
import { type Call, type Limiter, ProblemError, type Session } from '#platform/http';

/** The session of a route that nobody passes without one. */
export function sessionOf(call: Pick<Call, 'session'>): Session {
  if (call.session === null) throw new ProblemError('signed-out', 'http.signed-out');
  return call.session;
}

/** Counts one more family begun from this network; far too many are asked to wait. */
export function mayGoOn(limiter: Limiter): void {
  if (limiter.hit('household').over > 0) throw new ProblemError('too-many', 'http.too-many');
}

/** A text field as it was typed; '' where it was not there. */
export function typedText(call: Pick<Call, 'form'>, field: string): string {
  const value = call.form.typed[field];
  return typeof value === 'string' ? value : '';
}
