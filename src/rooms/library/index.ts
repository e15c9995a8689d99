// SPDX-License-Identifier: EUPL-1.2
export { kinds } from './kinds.ts';
export { termSeeds } from './terms/vocabularies.ts';
