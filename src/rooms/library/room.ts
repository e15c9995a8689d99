// SPDX-License-Identifier: EUPL-1.2
import type { RecordRoom } from '#platform/records';
import { guards } from './guards.ts';
import { kinds } from './kinds.ts';
import { panels } from './panels/panels.ts';
import { termSeeds } from './terms/vocabularies.ts';

/** What the library gives to the engine of records. */
export const library: RecordRoom = { kinds, guards, panels, terms: termSeeds };
