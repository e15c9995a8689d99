// SPDX-License-Identifier: EUPL-1.2
import { ProblemError } from './problems.ts';
import type { Call } from './route.ts';

/**
 * Lets a grave act pass only when the person showed their password or passkey in the last five minutes
 * (security.md 4.2); otherwise the answer leads to /desk/confirm, and from there to `back`: a page that can
 * be read with GET, without language. Ask it on the form's page too, so that nobody fills a form for nothing.
 */
export function requireFresh(
  call: Pick<Call, 'session' | 'ctx' | 'view'>,
  back: string = call.view.path,
): void {
  const until = call.session?.freshUntil ?? null;
  if (until === null || until <= call.ctx.now)
    throw new ProblemError('confirm-first', 'http.confirm-first', back);
}
