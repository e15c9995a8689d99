// SPDX-License-Identifier: EUPL-1.2
import type { Config } from '#platform/config';
import type { Database } from '#platform/db';
import type { Log } from '#platform/log';
import type { RecordRoom } from '#platform/records';
import type { InstallationWatch } from './watch-installation.ts';

/** What the app holds and hands out. Rooms take only what their plugin asks for. */
export interface Services {
  config: Config;
  database: Database;
  log: Log;
  now: () => Date;
  installation: InstallationWatch;
  /** Where the built worker threads lie, under `workers/`. */
  dist: string;
  /** The token of the one-time set-up link; null once somebody can sign in. */
  setupToken: string | null;
  /** False while the disk is nearly full, the database is away or its keys are in doubt: the form closes before anything is lost. */
  intakeOpen: () => boolean;
  /** Whether a start brings the starting content of rooms. */
  content: boolean;
  /** Rooms of records that a test plants beside the real ones. */
  recordRooms: readonly RecordRoom[];
}
