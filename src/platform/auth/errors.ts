// SPDX-License-Identifier: EUPL-1.2
import { defineErrors } from '#platform/http';

export const errors = defineErrors('auth', {
  'not-first': 'conflict',
  'link-ended': 'not-found',
  'name-taken': 'conflict',
  'roles-clash': 'conflict',
  'no-person': 'not-found',
  'not-yourself': 'not-allowed',
  'cannot-grant': 'not-allowed',
  'keys-differ': 'unavailable',
  'last-keeper': 'conflict',
  'synced-passkey': 'conflict',
  'no-passkey': 'not-found',
  'chosen-password': 'conflict',
  busy: 'unavailable',
  'act-ended': 'not-found',
  'act-second': 'not-allowed',
  changed: 'conflict',
});
