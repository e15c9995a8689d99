// SPDX-License-Identifier: EUPL-1.2
import { ProblemError } from './problems.ts';

/**
 * Whether a writing request came from our own pages (security.md 4.1). Sec-Fetch-Site decides first:
 * under `no-referrer` Chromium sends `Origin: null` on our own forms.
 */
export function checkOrigin(
  headers: { fetchSite: string | null; origin: string | null },
  own: ReadonlySet<string>,
): void {
  if (headers.fetchSite !== null) {
    if (headers.fetchSite !== 'same-origin') throw new ProblemError('not-allowed', 'http.cross-site');
    return;
  }
  if (headers.origin === null || headers.origin === 'null' || own.has(headers.origin)) return;
  throw new ProblemError('not-allowed', 'http.cross-site');
}
