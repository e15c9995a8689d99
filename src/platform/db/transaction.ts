// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import { type Db, isTx, makeTx, stateOf, type TransactionState, type Tx, transactionOf } from './handle.ts';

export interface TransactionOptions {
  /** 'repeatable read' gives every statement the same picture; read only, as Rowan uses it for backups alone. */
  isolation?: 'read committed' | 'repeatable read';
}

/** All news goes over this one channel; the payload is `topic id`. */
export const NEWS_CHANNEL = 'rowan';
const TOPIC = /^[a-z][a-z0-9.-]{0,62}$/;
const ID = /^[A-Za-z0-9_.:-]{1,200}$/;

/**
 * Runs `fn` in a transaction: commits when it returns, rolls back when it throws.
 * Given a Tx it joins it: there is one commit, the outer one, and if the joined step throws the whole cannot
 * be committed any more, even when somebody catches the error in between.
 */
export async function transaction<T>(
  db: Db,
  fn: (tx: Tx) => Promise<T>,
  options: TransactionOptions = {},
): Promise<T> {
  const outer = stateOf(db);
  if (isTx(db)) return join(db, fn);
  let builder = outer.kysely.transaction().setIsolationLevel(options.isolation ?? 'read committed');
  if (options.isolation === 'repeatable read') builder = builder.setAccessMode('read only');
  const callbacks: (() => unknown)[] = [];
  const value = await builder.execute(async (kysely) => {
    const state: TransactionState = { kysely, open: true, failed: false, afterCommit: callbacks };
    try {
      const result = await fn(makeTx(outer, state));
      if (state.failed) throw new Error('a step inside the transaction failed, so none of it is kept');
      return result;
    } finally {
      state.open = false;
    }
  });
  await runCallbacks(callbacks, outer.onFault);
  return value;
}

async function join<T>(tx: Tx, fn: (tx: Tx) => Promise<T>): Promise<T> {
  const state = transactionOf(tx);
  try {
    return await fn(tx);
  } catch (error) {
    state.failed = true;
    throw error;
  }
}

/** Calls `fn` once the outermost transaction is committed; never if it rolls back. Its failure undoes nothing. */
export function afterCommit(tx: Tx, fn: () => unknown): void {
  transactionOf(tx).afterCommit.push(fn);
}

async function runCallbacks(callbacks: (() => unknown)[], onFault: (fault: unknown) => void): Promise<void> {
  for (const callback of callbacks) {
    try {
      await callback();
    } catch (error) {
      onFault(error);
    }
  }
}

/** Tells every process that listens to `topic`, at commit. `id` is an id or a number, never words. */
export async function notify(tx: Tx, topic: string, id: string): Promise<void> {
  if (!TOPIC.test(topic) || !ID.test(id)) throw new TypeError('notify takes a topic and an id');
  await sql`select pg_notify(${NEWS_CHANNEL}, ${`${topic} ${id}`})`.execute(transactionOf(tx).kysely);
}
