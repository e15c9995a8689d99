// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeSource, type Source } from '../../backup/testing/source.ts';
import { makeTarget, type Target } from '../../backup/testing/target.ts';
import { type Db, read, transaction } from '../../db/index.ts';
import { mountKinds } from '../registry.ts';
import { createRecord } from '../store/create.ts';
import { setAlias } from '../store/names.ts';
import { readRecord, revisionsOf } from '../store/read.ts';
import { rebuild } from '../store/rebuild.ts';
import { saveWords } from '../store/save.ts';
import { publish, submit } from '../store/steps.ts';
import { seedTerms } from '../store/terms.ts';
import { attic } from '../testing/sample.ts';
import { projectedOf } from '../testing/world.ts';

let source: Source;
let target: Target;
beforeAll(async () => {
  mountKinds(attic);
  source = await makeSource();
  target = makeTarget(source);
});
afterAll(async () => {
  await target.folder.remove();
  await source.drop();
});

const deed = {
  kind: 'deed',
  tongue: 'en',
  facts: { reference: 'A 1', topics: ['oak'] },
  words: { name: 'Oak' },
};

async function fill(): Promise<number> {
  const ctx = source.ctx();
  const seeds = [
    { scheme: 'attic-topic', code: 'tree' },
    { scheme: 'attic-topic', code: 'oak', broader: 'tree' },
  ];
  await transaction(source.db, (tx) => seedTerms(tx, seeds));
  const { id } = await createRecord(ctx, deed);
  await saveWords(ctx, { record: id, lang: 'lv', base: 0, words: { name: 'Ozols' } });
  await submit(ctx, { record: id });
  await publish(ctx, { record: id, revs: { '': 1, en: 1, lv: 1 } });
  await transaction(source.db, (tx) => setAlias(tx, { scheme: 'from', value: 'x', record: id }));
  return id;
}

async function rowsOf(db: Db): Promise<string[]> {
  const tables = ['record', 'part', 'revision', 'edition', 'alias', 'term', 'tag', 'version'];
  const found: string[] = [];
  for (const table of tables) {
    const { rows } = await sql<{
      line: string;
    }>`select t::text as line from ${sql.table(`records.${table}`)} t order by 1`.execute(read(db));
    found.push(...rows.map(({ line }) => `${table} ${line}`));
  }
  return found;
}

it('records come back from a backup, number on where they stopped, and keep their history', async () => {
  const id = await fill();
  const before = [await rowsOf(source.db), await projectedOf(source.db), await revisionsOf(source.db, id)];
  await target.restore((await source.backup('records.age')).file);
  const { db } = await target.serve();
  expect([await rowsOf(db), await projectedOf(db), await revisionsOf(db, id)]).toEqual(before);
  const refused = sql`update records.revision set note = 'x'`.execute(read(db));
  await expect(refused).rejects.toThrow('42501');
  await expect(sql`delete from records.edition`.execute(read(db))).rejects.toThrow('42501');
  const next = await createRecord({ ...source.ctx(), db }, deed);
  expect(next.id).toBe(id + 1);
  expect(await readRecord(db, next.id, { face: 1, level: 2 })).toMatchObject({ factsRev: 1 });
  await transaction(db, (tx) => seedTerms(tx, [{ scheme: 'attic-topic', code: 'elm' }]));
  const projected = await projectedOf(db);
  await rebuild(db);
  expect(await projectedOf(db)).toEqual(projected);
});
