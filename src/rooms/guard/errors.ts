// SPDX-License-Identifier: EUPL-1.2
import { defineErrors } from '#platform/http';

/** What stops a request here and is not a matter of typing. */
export const errors = defineErrors('guard', {
  busy: 'unavailable',
  'not-found': 'not-found',
  'no-address': 'conflict',
  'network-taken': 'conflict',
  'too-many': 'conflict',
});
