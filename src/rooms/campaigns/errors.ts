// SPDX-License-Identifier: EUPL-1.2
import { defineErrors } from '#platform/http';

/** What stops a request here and is not a matter of typing. */
export const errors = defineErrors('campaigns', {
  'print-busy': 'unavailable',
  'print-failed': 'unavailable',
  'not-fitting': 'conflict',
});
