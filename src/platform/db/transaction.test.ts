// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../tests/harness/database.ts';
import { type Db, read, type Tx, write } from './handle.ts';
import { afterCommit, notify, transaction } from './transaction.ts';

interface Slice {
  'platform.worker_heartbeat': { id: string; at: Date };
}

const AT = new Date('2026-01-05T10:00:00Z');
let fresh: FreshDatabase;
let db: Db;
const faults: unknown[] = [];

async function beat(tx: Tx, id: string): Promise<void> {
  await write<Slice>(tx).insertInto('platform.worker_heartbeat').values({ id, at: AT }).execute();
}

async function beats(handle: Db = db): Promise<string[]> {
  const rows = await read<Slice>(handle)
    .selectFrom('platform.worker_heartbeat')
    .select('id')
    .orderBy('id')
    .execute();
  return rows.map(({ id }) => id);
}

beforeAll(async () => {
  fresh = await freshDatabase((fault) => faults.push(fault));
  db = fresh.database.db;
});
afterAll(() => fresh.drop());
beforeEach(async () => {
  faults.length = 0;
  await transaction(db, (tx) => write<Slice>(tx).deleteFrom('platform.worker_heartbeat').execute());
});

describe('a transaction', () => {
  it('keeps what was written when it returns, and returns the value', async () => {
    expect(await transaction(db, async (tx) => beat(tx, 'a').then(() => 7))).toBe(7);
    expect(await beats()).toEqual(['a']);
  });

  it('keeps nothing when it throws', async () => {
    const failing = transaction(db, async (tx) => {
      await beat(tx, 'a');
      throw new Error('stop');
    });
    await expect(failing).rejects.toThrow('stop');
    expect(await beats()).toEqual([]);
  });

  it('is joined by a transaction inside it, so that both stay or neither', async () => {
    await transaction(db, async (tx) => {
      await transaction(tx, (inner) => beat(inner, 'inner'));
      await beat(tx, 'outer');
      expect(await beats()).toEqual([]);
      expect(await beats(tx)).toEqual(['inner', 'outer']);
    });
    expect(await beats()).toEqual(['inner', 'outer']);
  });

  it('cannot be committed any more once a joined step threw, even when somebody caught the error', async () => {
    const failing = transaction(db, async (tx) => {
      await beat(tx, 'outer');
      await transaction(tx, async (inner) => {
        await beat(inner, 'inner');
        throw new Error('half done');
      }).catch(() => undefined);
    });
    await expect(failing).rejects.toThrow('none of it is kept');
    expect(await beats()).toEqual([]);
  });

  it('refuses to be used after its end', async () => {
    let kept: Tx | undefined;
    await transaction(db, async (tx) => {
      kept = tx;
    });
    expect(() => read<Slice>(kept ?? db)).toThrow('has ended');
  });

  it('sees one picture throughout when asked for repeatable read', async () => {
    await transaction(
      db,
      async (snapshot) => {
        expect(await beats(snapshot)).toEqual([]);
        await transaction(db, (other) => beat(other, 'later'));
        expect(await beats(snapshot)).toEqual([]);
      },
      { isolation: 'repeatable read' },
    );
    expect(await beats()).toEqual(['later']);
  });
});

describe('after the commit', () => {
  it('callbacks run once the outermost transaction is kept, in their order', async () => {
    const seen: string[] = [];
    await transaction(db, async (tx) => {
      await transaction(tx, async (inner) => {
        afterCommit(inner, async () => seen.push(`inner sees ${(await beats()).join()}`));
      });
      await beat(tx, 'a');
      afterCommit(tx, () => seen.push('outer'));
      expect(seen).toEqual([]);
    });
    expect(seen).toEqual(['inner sees a', 'outer']);
  });

  it('callbacks of a transaction that was rolled back never run', async () => {
    const seen: string[] = [];
    const failing = transaction(db, async (tx) => {
      afterCommit(tx, () => seen.push('no'));
      throw new Error('stop');
    });
    await expect(failing).rejects.toThrow('stop');
    expect(seen).toEqual([]);
  });

  it('a failing callback undoes nothing and is reported', async () => {
    await transaction(db, async (tx) => {
      await beat(tx, 'a');
      afterCommit(tx, () => {
        throw new Error('too late');
      });
    });
    expect(await beats()).toEqual(['a']);
    expect(faults).toEqual([new Error('too late')]);
  });
});

describe('news', () => {
  it('reaches those who listen to the topic, with its id, and only after the commit', async () => {
    const heard: (string | null)[] = [];
    const ids = Promise.withResolvers<void>();
    const stop = fresh.database.listen('test.news', (id) => {
      heard.push(id);
      if (id === 'last') ids.resolve();
    });
    const failing = transaction(db, async (tx) => {
      await notify(tx, 'test.news', 'never');
      throw new Error('stop');
    });
    await expect(failing).rejects.toThrow('stop');
    await transaction(db, async (tx) => {
      await notify(tx, 'test.other', 'elsewhere');
      await notify(tx, 'test.news', '41');
      await notify(tx, 'test.news', 'last');
    });
    await ids.promise;
    stop();
    expect(heard).toEqual(['41', 'last']);
  });

  it('carries no words', async () => {
    await expect(transaction(db, (tx) => notify(tx, 'test.news', 'two words'))).rejects.toThrow(
      'topic and an id',
    );
    await expect(transaction(db, (tx) => notify(tx, 'Not a topic', '1'))).rejects.toThrow('topic and an id');
  });
});
