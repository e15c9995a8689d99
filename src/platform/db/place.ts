// SPDX-License-Identifier: EUPL-1.2
import type pg from 'pg';

/** Whom a connection works as: installing and audit migrations, other migrations, serving. */
export type Part = 'install' | 'migrate' | 'app';

/** Numbers of the advisory locks of an embedded database: who serves it, and who works on it. */
export interface PlaceLocks {
  server: number;
  work: number;
}

/** Where the database is and how to get in. */
export interface Place {
  readonly embedded: boolean;
  /** Null where many may serve at once. */
  readonly locks: PlaceLocks | null;
  /**
   * Makes sure that something answers (embedded, this starts PostgreSQL) and calls `hold`, which opens the lasting
   * connection and takes its lock, before anybody else may look. Used again after a crash.
   */
  ensure(hold: () => Promise<void>): Promise<void>;
  config(part: Part): pg.ClientConfig;
  /** Free bytes where the data lies; null when that is not ours to know. */
  freeBytes(): Promise<number | null>;
  /** Lets the lasting connection go by `release`; embedded, PostgreSQL stops unless somebody else needs it. */
  leave(ownBackend: number | null, release: () => Promise<void>): Promise<void>;
}
