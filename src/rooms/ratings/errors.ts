// SPDX-License-Identifier: EUPL-1.2
import { defineErrors } from '#platform/http';

/** What can stop an act of this room; texts are `ratings.error.<code>`, explained in docs/errors.md. */
export const errors = defineErrors('ratings', {
  'not-allowed': 'not-allowed',
  'no-list': 'not-found',
  'no-category': 'bad-request',
  'no-licence': 'bad-request',
  'other-format': 'conflict',
  'no-decision': 'not-found',
  'not-a-host': 'bad-request',
  'not-waiting': 'conflict',
  'not-in-force': 'conflict',
  'needs-second': 'not-allowed',
  'needs-supervisor': 'not-allowed',
  'needs-reason': 'conflict',
  held: 'conflict',
  'bad-signature': 'conflict',
  'lower-number': 'conflict',
});
