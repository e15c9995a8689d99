// SPDX-License-Identifier: EUPL-1.2
import { defineErrors } from '#platform/http';

/** What stops a request here and is not a matter of typing. */
export const errors = defineErrors('library', {
  'sent-already': 'conflict',
  clash: 'conflict',
  'in-review': 'conflict',
  'no-adoption': 'not-found',
  'no-submission': 'not-found',
  'no-task': 'not-found',
});
