// SPDX-License-Identifier: EUPL-1.2
import { choice, day, line, prose, web } from '#platform/records';

/** Where what we say comes from (H18): the source's own words in its own language, which nobody translates away. */
export const origin = {
  cited: line({ words: true, search: 'C' }),
  asOf: day({}),
  source: web({}),
  quote: prose({ search: 'C' }),
  quoteTongue: choice('language', {}),
};

export const ORIGIN = ['origin', 'quote', 'quoteTongue', 'cited', 'asOf', 'source'] as const;
