// SPDX-License-Identifier: EUPL-1.2
import { afterCommit, type Db, rootOf, type Tx } from '#platform/db';

type Hearer = () => Promise<void>;

const hearers = new WeakMap<object, Set<Hearer>>();

/**
 * Calls `hear` when this process changed the installation, and lets the change wait for it: whoever saved sees what
 * they saved on the very next page. Other processes hear it by the news `installation`.
 */
export function whenChangedHere(db: Db, hear: Hearer): () => void {
  const root = rootOf(db);
  const known = hearers.get(root) ?? new Set();
  hearers.set(root, known.add(hear));
  return () => void known.delete(hear);
}

/** To be called in the transaction of the change. */
export function tellHere(tx: Tx): void {
  const known = hearers.get(rootOf(tx));
  afterCommit(tx, async () => {
    for (const hear of known ?? []) await hear();
  });
}
