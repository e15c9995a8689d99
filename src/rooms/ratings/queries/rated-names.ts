// SPDX-License-Identifier: EUPL-1.2
import { afterCommit, type Database, type Db, notify, rootOf, type Tx } from '#platform/db';
import { keysAbove } from '../name-key.ts';
import { reading } from '../tables.ts';

// Which names a person publicly rated, held in memory, so that the many addresses nobody rated are answered without a
// query. Only public decisions are here: a guarded host, a listed one and one never seen take the same way (H1, H17).
// Nothing is kept of what was asked.

/** News: public decisions changed. */
const RATED_TOPIC = 'ratings.rated';

/** More than any team of people rates; beyond it the database is asked each time. */
const MOST = 200_000;

interface Names {
  /** Rated themselves. */
  own: ReadonlySet<string>;
  /** Rated with everything below. */
  below: ReadonlySet<string>;
}

interface Memory {
  /** Null while unknown: then the database is asked. */
  names: Names | null;
  reload(): Promise<void>;
}

const memories = new WeakMap<object, Memory>();

/** Begins to hold the rated names of this database. Returns how to end it. */
export function holdRatedNames(db: Db, listen: Database['listen']): () => void {
  let turn = 0;
  const memory: Memory = {
    names: null,
    async reload() {
      memory.names = null;
      const mine = ++turn;
      const names = await loadNames(db);
      if (mine === turn) memory.names = names;
    },
  };
  // Where a reading fails the names stay unknown, and the next news or connection reads again.
  const again = () => void memory.reload().catch(() => undefined);
  memories.set(rootOf(db), memory);
  const stop = listen(RATED_TOPIC, again);
  again();
  return () => {
    stop();
    memories.delete(rootOf(db));
  };
}

async function loadNames(db: Db): Promise<Names | null> {
  const rows = await reading(db)
    .selectFrom('ratings.decision')
    .select(['name', 'scope'])
    .where('state', '=', 'released')
    .limit(MOST + 1)
    .execute();
  if (rows.length > MOST) return null;
  return {
    own: new Set(rows.map(({ name }) => name)),
    below: new Set(rows.flatMap(({ name, scope }) => (scope === 'subtree' ? [name] : []))),
  };
}

/** False where no public decision of a person can be about this name (key); true where one may be. */
export function mayBeRated(db: Db, key: string): boolean {
  const names = memories.get(rootOf(db))?.names ?? null;
  return names === null || names.own.has(key) || keysAbove(key).some((name) => names.below.has(name));
}

/** To be called in the transaction that changes what is in force: every process forgets the names it held. */
export async function tellRatedChanged(tx: Tx): Promise<void> {
  await notify(tx, RATED_TOPIC, 'changed');
  const memory = memories.get(rootOf(tx));
  // Here at once, so that whoever released a decision reads it on the next page.
  afterCommit(tx, () => memory?.reload());
}
