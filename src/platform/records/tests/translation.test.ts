// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { read } from '../../db/index.ts';
import { readRecord } from '../store/read.ts';
import { restore, saveFacts, saveWords } from '../store/save.ts';
import { MAPLE, startWorld, type World } from '../testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.fresh.drop());

const draft = async (id: number) => {
  const found = await readRecord(world.db, id, { face: 1, level: 2 });
  if (found === null) throw new Error('there is no such record');
  return found;
};

describe('a translation', () => {
  const SOURCE = { name: 'The old oak', summary: 'It stands.', 'said/k001/words': 'So it is.' };
  const facts = { reference: 'A 1', said: [{ k: 'k001', who: 'Fern' }] };
  const translated = async () => {
    const id = await world.deed({ facts, words: SOURCE });
    const words = { name: 'Vecais ozols', summary: 'Tas stāv.' };
    await saveWords(world.maple(), {
      record: id,
      lang: 'lv',
      base: 0,
      words,
      states: { summary: 'machine' },
    });
    return id;
  };
  const lv = async (id: number) => (await draft(id)).words.lv;

  it('says what waits: without a text, read by nobody', async () => {
    const id = await translated();
    expect(await lv(id)).toMatchObject({ todo: 1, stale: 0, machine: 1 });
    expect((await lv(id))?.units).toMatchObject({
      name: { s: 'person', by: MAPLE },
      summary: { s: 'machine' },
    });
    const { rows } =
      await sql`select todo, stale, machine from records.part where record = ${id} and lang = 'lv'`.execute(
        read(world.db),
      );
    expect(rows).toEqual([{ todo: 1, stale: 0, machine: 1 }]);
  });

  it('is out of date from the first change of its source, until the source returns', async () => {
    const id = await translated();
    const save = (base: number, name: string) =>
      saveWords(world.maple(), { record: id, lang: 'en', base, words: { ...SOURCE, name } });
    world.clock.now = new Date('2026-12-01T00:00:00Z');
    await save(1, 'The oak');
    world.clock.now = new Date('2026-12-05T00:00:00Z');
    await save(2, 'An oak');
    expect(await lv(id)).toMatchObject({ stale: 1, rev: 1 });
    expect((await lv(id))?.units.name?.since).toBe('2026-12-01T00:00:00.000Z');
    await save(3, 'The old oak');
    expect(await lv(id)).toMatchObject({ stale: 0 });
    expect((await lv(id))?.units.name).not.toHaveProperty('since');
  });

  it('is up to date again when a person looks at it, without a new revision', async () => {
    const id = await translated();
    await saveWords(world.maple(), { record: id, lang: 'en', base: 1, words: { ...SOURCE, name: 'An oak' } });
    const words = { name: 'Vecais ozols', summary: 'Tas stāv.' };
    await saveWords(world.maple(), { record: id, lang: 'lv', base: 1, words });
    expect(await lv(id)).toMatchObject({ stale: 1, rev: 1 });
    await saveWords(world.maple(), {
      record: id,
      lang: 'lv',
      base: 1,
      words,
      states: { name: 'person', summary: 'person' },
    });
    expect(await lv(id)).toMatchObject({ stale: 0, machine: 0, rev: 1 });
    const checked = { record: id, lang: 'lv', base: 1, words, states: { name: 'checked' } } as const;
    await expect(saveWords(world.maple(), checked)).rejects.toThrow('records.not-allowed');
    await saveWords(world.juniper(), checked);
    expect((await lv(id))?.units.name).toMatchObject({ s: 'checked' });
  });

  it('made beside an older source is out of date at once', async () => {
    const id = await world.deed({ facts, words: SOURCE });
    await saveWords(world.maple(), { record: id, lang: 'en', base: 1, words: { ...SOURCE, name: 'An oak' } });
    await saveWords(world.maple(), {
      record: id,
      lang: 'lv',
      base: 0,
      source: 1,
      words: { name: 'Vecais ozols' },
    });
    expect(await lv(id)).toMatchObject({ stale: 1 });
  });

  it('has nothing to do for a row that is gone, and waits for somebody after a restore', async () => {
    const id = await translated();
    await saveFacts(world.maple(), { record: id, base: 1, facts: { reference: 'A 1' } });
    expect(await lv(id)).toMatchObject({ todo: 0 });
    await saveWords(world.maple(), {
      record: id,
      lang: 'lv',
      base: 1,
      words: { name: 'Ozols', summary: 'Tas stāv.' },
    });
    await restore(world.maple(), { record: id, lang: 'lv', rev: 1 });
    expect((await lv(id))?.units.name).toHaveProperty('since');
    expect((await lv(id))?.units.summary).not.toHaveProperty('since');
  });

  it('is judged by readers against what is published, not against a draft', async () => {
    const id = await translated();
    await world.publishAll(id);
    await saveWords(world.maple(), { record: id, lang: 'en', base: 1, words: { ...SOURCE, name: 'An oak' } });
    const live = async () => (await readRecord(world.db, id, { face: 0, level: 0 }))?.words;
    expect(await live()).toMatchObject({ en: { rev: 1 }, lv: { stale: 0, todo: 1 } });
    await world.publishAll(id);
    expect(await live()).toMatchObject({ en: { rev: 2 }, lv: { stale: 1 } });
  });
});
