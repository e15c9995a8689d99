// SPDX-License-Identifier: EUPL-1.2
import { choice, choices, day, line, prose, web } from '#platform/records';

/** What and whom a record is about: the facets that the whole library shares. */
export const about = {
  topics: choices('topic', { facet: true }),
  risks: choices('risk', { facet: true }),
  audiences: choices('audience', { facet: true }),
  ages: choices('age', { facet: true }),
  vulnerable: choices('vulnerable', { facet: true }),
};

export const ABOUT = ['about', 'topics', 'risks', 'audiences', 'ages', 'vulnerable'] as const;

/**
 * Where what we say comes from (H18). The quotation is a fact and no words: it is what the source wrote, in the source's
 * own language, and nobody translates it away.
 */
export const origin = {
  cited: line({ words: true, search: 'C' }),
  asOf: day({}),
  source: web({}),
  quote: prose({ search: 'C' }),
  quoteTongue: choice('language', {}),
};

export const ORIGIN = ['origin', 'quote', 'quoteTongue', 'cited', 'asOf', 'source'] as const;

/** Who brought a publication out, all of them, and which edition it is. */
export const imprint = {
  publisher: line({ words: true, need: true, search: 'B' }),
  copublishers: line({ words: true, search: 'B' }),
  edition: line({ words: true }),
};

export const IMPRINT = ['publisher', 'copublishers', 'edition'] as const;
