// SPDX-License-Identifier: EUPL-1.2
import { choice, line, prose, rows } from '#platform/records';

/**
 * What people said, word for word (H19): who, in which office, the verb that the source uses, our rendering, and the quotation as
 * it stands in the source.
 */
export const statements = rows(
  {
    who: line({}),
    office: line({ words: true }),
    verb: choice('said', {}),
    said: prose({ words: true, search: 'C' }),
    quote: prose({}),
    quoteTongue: choice('language', {}),
  },
  {},
);
