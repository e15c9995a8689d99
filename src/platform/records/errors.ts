// SPDX-License-Identifier: EUPL-1.2
import { defineErrors } from '#platform/http';

/** What can stop an act on a record; texts are `records.error.<code>`, explained in docs/errors.md. */
export const errors = defineErrors('records', {
  'not-allowed': 'not-allowed',
  'no-record': 'not-found',
  'no-kind': 'not-found',
  'no-revision': 'not-found',
  'bad-body': 'bad-request',
  'no-file': 'not-found',
  'file-type': 'bad-request',
  'file-acts': 'bad-request',
  'file-locked': 'bad-request',
  'file-broken': 'bad-request',
  'no-target': 'bad-request',
  'no-reason': 'bad-request',
  moved: 'conflict',
  'not-ready': 'conflict',
  'own-work': 'not-allowed',
  'wrong-step': 'conflict',
});
