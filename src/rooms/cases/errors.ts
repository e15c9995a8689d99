// SPDX-License-Identifier: EUPL-1.2
import { defineErrors } from '#platform/http';

/** What stops an act at the desk and is not a matter of typing. */
export const errors = defineErrors('cases', {
  'not-found': 'not-found',
  'not-allowed': 'not-allowed',
  'need-keys': 'not-allowed',
  taken: 'conflict',
  'other-asked': 'conflict',
  'not-yours': 'not-allowed',
  closed: 'conflict',
  'not-closed': 'conflict',
  'on-hold': 'conflict',
  'no-hold': 'conflict',
  'act-changed': 'conflict',
  'act-waits': 'conflict',
  'no-rating': 'conflict',
  'bad-step': 'conflict',
});
