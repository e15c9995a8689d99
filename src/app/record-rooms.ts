// SPDX-License-Identifier: EUPL-1.2
import { library } from '#library';
import type { RecordRoom } from '#platform/records';

/** Rooms that keep records, for the server and for commands: the only such list in code. */
export const recordRooms: readonly RecordRoom[] = [library];
