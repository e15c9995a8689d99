// SPDX-License-Identifier: EUPL-1.2
import type { RecordRoom } from '#platform/records';
import { guards } from './guards.ts';
import { kinds } from './kinds.ts';
import { panels } from './panels.tsx';
import { termSeeds } from './terms/vocabularies.ts';

/** What campaigns give to the engine of records. */
export const campaigns: RecordRoom = { kinds, guards, panels, terms: termSeeds };
