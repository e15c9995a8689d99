// SPDX-License-Identifier: EUPL-1.2
import { defineErrors } from '#platform/http';

/** What stops a request here and is not a matter of typing. */
export const errors = defineErrors('reports', {
  busy: 'unavailable',
  'not-found': 'not-found',
  'no-receipt': 'not-found',
  quiet: 'conflict',
  'too-late': 'conflict',
  'need-keys': 'not-allowed',
});
