// SPDX-License-Identifier: EUPL-1.2

export {
  cleanError,
  type DatabaseErrorFields,
  DatabaseFailure,
  DatabaseRefusal,
  databaseErrorFields,
  isUnavailable,
} from './failure.ts';
export { type Db, isTx, type ReadView, read, rootOf, type Tx, write } from './handle.ts';
export { type Database, type DatabaseFacts, type OpenOptions, openDatabase } from './open.ts';
export {
  type Loader,
  openRestoreTarget,
  type RestoreOptions,
  type RestoreTarget,
} from './restore-target.ts';
export { afterCommit, notify, type TransactionOptions, transaction } from './transaction.ts';
export type { DatabaseState, NewsHandler } from './watch.ts';
