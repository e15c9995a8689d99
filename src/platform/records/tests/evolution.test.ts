// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { read } from '../../db/index.ts';
import { code, line, number, prose, rows } from '../kind/fields.ts';
import { kind } from '../kind/kind.ts';
import { mountKinds } from '../registry.ts';
import { createRecord } from '../store/create.ts';
import { bodyAt, readRecord } from '../store/read.ts';
import { rebuild } from '../store/rebuild.ts';
import { rewriteParts } from '../store/rewrite.ts';
import { saveFacts, saveWords } from '../store/save.ts';
import { startWorld, type World } from '../testing/world.ts';

const common = {
  name: 'chest',
  room: 'attic',
  title: 'name',
  course: 'reviewed',
  rights: { propose: ['clerk'], edit: ['clerk'], publish: ['reviewer'] },
} as const;
const name = line({ words: true, need: true, search: 'A' });
const past = kind({
  ...common,
  fields: {
    name,
    about: prose({ words: true }),
    ref: code({}),
    fax: line({}),
    size: code({}),
    held: rows({ what: line({ words: true }) }, {}),
  },
  reads: [['about', 'about', 'ref', 'fax', 'size', 'held']],
});
const present = kind({
  ...common,
  fields: {
    name,
    summary: prose({ words: true, search: 'B' }),
    reference: code({ search: 'A' }),
    size: number({}),
    held: rows({ thing: line({ words: true }) }, {}),
    colour: line({}),
  },
  reads: [['about', 'summary', 'reference', 'size', 'held', 'colour']],
  shape: 2,
  past: [
    {
      to: 2,
      rename: { ref: 'reference', about: 'summary', 'held/what': 'held/thing' },
      drop: ['fax'],
      turn: { size: Number },
    },
  ],
});

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.fresh.drop());
beforeEach(() => mountKinds({ kinds: [past] }));

async function oldChest(): Promise<number> {
  const { id } = await createRecord(world.maple(), {
    kind: 'chest',
    tongue: 'en',
    facts: { ref: 'C 1', fax: '1234', size: '12', held: [{ k: 'k001' }] },
    words: { name: 'A chest', about: 'Wooden', 'held/k001/what': 'Coins' },
  });
  const words = { name: 'Lāde', about: 'Koka', 'held/k001/what': 'Monētas' };
  await saveWords(world.maple(), { record: id, lang: 'lv', base: 0, words });
  await world.publishAll(id);
  return id;
}

const stored = async (record: number) => {
  const { rows: found } = await sql<{ lang: string; shape: number; live_shape: number | null }>`
    select lang, shape, live_shape from records.part where record = ${record} order by lang`.execute(
    read(world.db),
  );
  return found.map(({ lang, shape, live_shape: live }) => [lang, shape, live]);
};

describe('a kind that changed', () => {
  it('reads what was written before under the names and types of today', async () => {
    const id = await oldChest();
    mountKinds({ kinds: [present] });
    const shown = await readRecord(world.db, id, { face: 0, level: 0 });
    expect(shown?.facts).toEqual({ reference: 'C 1', size: 12, held: [{ k: 'k001' }] });
    expect(shown?.words.lv?.body).toEqual({ name: 'Lāde', summary: 'Koka', 'held/k001/thing': 'Monētas' });
    expect(Object.keys(shown?.words.lv?.units ?? {}).sort()).toEqual(['held/k001/thing', 'name', 'summary']);
    expect(shown?.words.lv).toMatchObject({ stale: 0, todo: 0 });
    expect(await bodyAt(world.db, id, { lang: '', rev: 1 })).toMatchObject({ gone: { fax: '1234' } });
  });

  it('reads a published body under its own shape, beside a newer draft in today’s', async () => {
    const id = await oldChest();
    await saveFacts(world.maple(), { record: id, base: 1, facts: { ref: 'C 2', size: '13' } });
    mountKinds({ kinds: [present] });
    expect(await stored(id)).toContainEqual(['', 1, 1]);
    await saveFacts(world.maple(), { record: id, base: 2, facts: { reference: 'C 3', colour: 'red' } });
    expect(await stored(id)).toContainEqual(['', 2, 2]);
    expect((await readRecord(world.db, id, { face: 0, level: 0 }))?.facts).toEqual({
      reference: 'C 1',
      size: 12,
      held: [{ k: 'k001' }],
    });
    expect((await readRecord(world.db, id, { face: 1, level: 2 }))?.facts).toEqual({
      reference: 'C 3',
      colour: 'red',
    });
  });

  it('joins a form that was opened before with what is there now', async () => {
    const id = await oldChest();
    await saveFacts(world.maple(), {
      record: id,
      base: 1,
      facts: { ref: 'C 1', size: '12', held: [{ k: 'k001' }] },
    });
    mountKinds({ kinds: [present] });
    const facts = { reference: 'C 1', size: 12, held: [{ k: 'k001' }], colour: 'red' };
    expect(await saveFacts(world.maple(), { record: id, base: 1, facts })).toMatchObject({
      ok: true,
      rev: 3,
    });
  });

  it('brings parts into today’s shape some at a time, and never history', async () => {
    const ids = [await oldChest(), await oldChest(), await oldChest()];
    const [id = 0] = ids;
    await saveFacts(world.maple(), { record: id, base: 1, facts: { ref: 'C 2', size: '13' } });
    const history = sql`select md5(string_agg(r::text, ',' order by record, lang, rev)) from records.revision r`;
    const { rows: before } = await history.execute(read(world.db));
    mountKinds({ kinds: [present] });
    const faces = () =>
      Promise.all(
        ids.flatMap((one) => ([0, 1] as const).map((face) => readRecord(world.db, one, { face, level: 2 }))),
      );
    const shown = await faces();
    expect(await rewriteParts(world.db, 2)).toBeGreaterThanOrEqual(3);
    expect(await rewriteParts(world.db, 2)).toBe(0);
    expect(await faces()).toEqual(shown);
    expect(await stored(id)).toEqual([
      ['', 2, 2],
      ['en', 2, null],
      ['lv', 2, null],
    ]);
    expect((await history.execute(read(world.db))).rows).toEqual(before);
    const { rows: found } =
      await sql`select from records.shown_words where record = ${id} and face = 0 and tsv::text like '%wooden%'`.execute(
        read(world.db),
      );
    expect(found).toHaveLength(1);
    const projected = await world.projected();
    await rebuild(world.db);
    expect(await world.projected()).toEqual(projected);
  });
});
