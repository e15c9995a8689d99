// SPDX-License-Identifier: EUPL-1.2
import type { Kysely, Transaction } from 'kysely';
import type { ReadonlyKysely } from 'kysely/readonly';

declare const dbBrand: unique symbol;
declare const txBrand: unique symbol;

/** A way to the database that says nothing of tables. Only a `tables.ts` opens it, with `read`. */
export interface Db {
  readonly [dbBrand]: true;
}

/** The same, inside one transaction: what it takes to write. */
export interface Tx extends Db {
  readonly [txBrand]: true;
}

/** Selects of one slice. Tables are named with their schema: `{ 'reports.report': ReportTable }`. */
export type ReadView<S> = Pick<
  ReadonlyKysely<S>,
  'selectFrom' | 'selectNoFrom' | 'with' | 'withRecursive' | 'case' | 'fn' | 'dynamic'
> &
  Pick<Kysely<S>, 'getExecutor'>;

/** What stands behind a handle; known to this part only. */
export interface HandleState {
  kysely: Kysely<unknown>;
  transaction: TransactionState | null;
  onFault: (fault: unknown) => void;
}

export interface TransactionState {
  kysely: Transaction<unknown>;
  open: boolean;
  /** A joined step threw: nothing of this transaction may stay. */
  failed: boolean;
  afterCommit: (() => unknown)[];
}

const states = new WeakMap<object, HandleState>();

/** Makes the handle of a pool. */
export function makeDb(kysely: Kysely<unknown>, onFault: (fault: unknown) => void): Db {
  return register<Db>({ kysely, transaction: null, onFault });
}

/** Makes the handle of a running transaction. */
export function makeTx(outer: HandleState, transaction: TransactionState): Tx {
  return register<Tx>({ ...outer, transaction });
}

function register<H extends Db>(state: HandleState): H {
  // The brands exist only for the compiler; this is the one place where a handle is born.
  const handle = Object.freeze({}) as H;
  states.set(handle, state);
  return handle;
}

/** The state of a handle; throws for anything that is not one, and for a transaction that has ended. */
export function stateOf(handle: Db): HandleState {
  const state = states.get(handle);
  if (state === undefined) throw new TypeError('not a database handle');
  if (state.transaction !== null && !state.transaction.open) throw new Error('the transaction has ended');
  return state;
}

/** The state of a transaction handle. */
export function transactionOf(tx: Tx): TransactionState {
  const { transaction } = stateOf(tx);
  if (transaction === null) throw new TypeError('not a transaction');
  return transaction;
}

/** True when the handle is a transaction. */
export function isTx(handle: Db): handle is Tx {
  return stateOf(handle).transaction !== null;
}

/** Reads of a room's slice, inside the transaction when the handle is one. For `tables.ts` only. */
export function read<S>(handle: Db): ReadView<S> {
  const state = stateOf(handle);
  // A slice is a claim about tables that the compiler cannot check; the role's grants and the tests do.
  return (state.transaction?.kysely ?? state.kysely) as unknown as ReadView<S>;
}

/** Writes of a room's slice. For `tables.ts` only. */
export function write<S>(tx: Tx): Transaction<S> {
  return transactionOf(tx).kysely as unknown as Transaction<S>;
}

/** What every handle of one opened database has in common: a key to keep beside it what belongs to it. */
export function rootOf(handle: Db): object {
  return stateOf(handle).kysely;
}
