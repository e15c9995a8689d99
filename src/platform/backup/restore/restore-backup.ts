// SPDX-License-Identifier: EUPL-1.2
import { verifyChain } from '#platform/audit';
import { atomically, type Ctx } from '#platform/ctx';
import { type Database, type Loader, openRestoreTarget, type RestoreOptions } from '#platform/db';
import { translator } from '#platform/i18n';
import { pauseJobs } from '#platform/jobs';
import { silentLog } from '#platform/log';
import {
  attachKeyring,
  checkRegistry,
  type Keyring,
  type KeyringPlace,
  restoreKeyring,
} from '#platform/seal';
import type { Heading } from '../file/format.ts';
import { ReturningFile } from '../file/snapshot-files.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { replayLedger } from '../ledger/replay-ledger.ts';
import type { Progress } from '../make/write-lines.ts';
import { BackupRefusal } from '../refusal.ts';
import { plainName } from '../shapes.ts';
import { type Again, whatGoesAgain } from './goes-again.ts';
import { checkCount, emptyTables, loadTable, misfit, setSequences, tablesOf } from './load-tables.ts';
import { type OpenedBackup, readHeading } from './open-backup.ts';
import { loosenTies } from './ties.ts';

export interface RestoreOrder {
  /** The empty database. */
  database: RestoreOptions;
  /** The data folder that gets keyring and snapshots. */
  place: KeyringPlace;
  /** Opened with both papers. */
  keyring: Keyring;
  /** What was deleted since. Without it nothing is restored unless a person accepts that it returns. */
  ledger: Ledger | null;
  acceptReturnedReports: boolean;
  now: Date;
  onProgress?: (progress: Progress) => void;
}

export interface Restored {
  rows: number;
  entries: number;
  /** Rows that were deleted again. */
  deletedAgain: number;
  /** Public keys that do not carry this keyring's mark; the intake stays closed while there are any. */
  wrongMarks: number;
  migrated: string[];
  again: Again;
}

/**
 * Puts a backup into an empty database and data folder, deletes again what was deleted since, and pauses the jobs.
 * Until all of this is done the database refuses to serve. Throws BackupRefusal, DatabaseRefusal or SealError.
 */
export async function restoreBackup(backup: OpenedBackup, order: RestoreOrder): Promise<Restored> {
  if (order.ledger === null && !order.acceptReturnedReports) {
    throw new BackupRefusal(
      'backup.no-ledger',
      'The deletion ledger is missing: without it reports that were deleted since would return. Put <backup>.ledger beside the backup, or accept that with --accept-returned-reports.',
    );
  }
  const target = await openRestoreTarget(order.database, backup.manifest.migrations);
  try {
    await restoreKeyring(order.place, order.keyring);
    const files = await target.load((loader) => loadAll(loader, backup, order));
    const database = await target.open();
    attachKeyring(database.db, order.keyring);
    const entries = await verify(database, backup);
    const { ledger } = order;
    const deletedAgain =
      ledger === null ? 0 : await target.load((loader) => replayLedger(loader, ledger.deleted));
    await settle(database, order);
    for (const file of files) await file.settle();
    const restored = {
      rows: backup.manifest.tables.reduce((sum, { rows }) => sum + rows, 0),
      entries,
      deletedAgain,
      wrongMarks: await checkRegistry(database.db, order.keyring),
      migrated: database.facts.migrated,
      again: await whatGoesAgain(database.db, order.now),
    };
    await target.finish();
    return restored;
  } finally {
    await target.close();
  }
}

async function loadAll(
  loader: Loader,
  { manifest, reader }: OpenedBackup,
  order: RestoreOrder,
): Promise<ReturningFile[]> {
  const tables = await tablesOf(loader);
  const tie = await loosenTies(loader);
  await emptyTables(loader, tables.values());
  const files: ReturningFile[] = [];
  const progress = { rows: 0, of: manifest.tables.reduce((sum, { rows }) => sum + rows, 0) };
  for (;;) {
    const digest = reader.digest();
    const heading = await readHeading(reader);
    if ('end' in heading) {
      if (heading.end.sha256 !== digest || !(await reader.ended()))
        throw new BackupRefusal('backup.damaged', 'The backup is damaged: its sum is not the one it names.');
      break;
    }
    if ('table' in heading) {
      const into = tables.get(plainName(heading.table));
      if (into === undefined) throw misfit(plainName(heading.table));
      await loadTable(loader, reader, { from: heading.table, into });
      progress.rows += heading.table.rows;
      order.onProgress?.({ table: plainName(heading.table), ...progress });
    } else if ('sequences' in heading) await setSequences(loader, heading.sequences);
    else files.push(await loadFile(reader, heading, order.place.data));
  }
  for (const table of manifest.tables) {
    await loader.become(table.schema);
    await checkCount(loader, table);
  }
  await tie();
  return files;
}

async function loadFile(
  reader: OpenedBackup['reader'],
  { file }: Extract<Heading, { file: unknown }>,
  data: string,
): Promise<ReturningFile> {
  const coming = await ReturningFile.begin(data, file);
  try {
    for (let n = 0; n < file.lines; n++) await coming.write(await reader.one());
  } finally {
    await coming.close();
  }
  return coming;
}

async function verify(database: Database, { manifest }: OpenedBackup): Promise<number> {
  const found = await verifyChain(database.db);
  if (found.ok && found.entries === manifest.audit.seq && found.head === manifest.audit.head)
    return found.entries;
  throw new BackupRefusal(
    'backup.audit',
    'The audit chain of the backup does not hold, so it was changed by hand: take another backup.',
  );
}

async function settle({ db }: Database, { ledger, now }: RestoreOrder): Promise<void> {
  const ctx: Ctx = {
    db,
    actor: { kind: 'system', name: 'restore' },
    now,
    log: silentLog,
    t: translator('en'),
    audit: () => {
      throw new TypeError('an audit entry is written inside atomically()');
    },
    keys: null,
  };
  await atomically(ctx, async (inner) => {
    await pauseJobs(inner.db, { since: now, why: 'restore' });
    const code = ledger === null ? 'returned-reports-accepted' : 'ledger-replayed';
    inner.audit({ act: 'backup.restore', kind: 'backup', id: null, code });
  });
}
