// SPDX-License-Identifier: EUPL-1.2
import type { RecordRoom } from '#platform/records';
import { campaigns } from '../rooms/campaigns/plugin.ts';
import { library } from '../rooms/library/plugin.ts';

/** Rooms that keep records, for the server and for commands: the only such list in code. */
export const recordRooms: readonly RecordRoom[] = [library, campaigns];
