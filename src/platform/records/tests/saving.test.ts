// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { read } from '../../db/index.ts';
import { createRecord } from '../store/create.ts';
import { bodyAt, readRecord, revisionsOf } from '../store/read.ts';
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

describe('saving', () => {
  it('begins a record with one revision of its facts and one of its words', async () => {
    const id = await world.deed();
    expect(await draft(id)).toMatchObject({
      kind: 'deed',
      state: 'draft',
      facts: { reference: 'A 1' },
      factsRev: 1,
      words: { en: { rev: 1, body: { name: 'The old oak' }, units: {}, todo: 0 } },
      madeBy: MAPLE,
    });
    expect((await revisionsOf(world.db, id)).revisions.map(({ lang, rev }) => [lang, rev])).toEqual([
      ['', 1],
      ['en', 1],
    ]);
  });

  it('writes a revision for a change, and nothing where there is none', async () => {
    const id = await world.deed();
    const before = (await world.audits()).length;
    const words = { name: 'The old oak ' };
    expect(await saveWords(world.maple(), { record: id, lang: 'en', base: 1, words })).toEqual({
      ok: true,
      rev: 1,
      merged: false,
    });
    expect(
      await saveFacts(world.maple(), { record: id, base: 1, facts: { reference: 'A 1', topics: [] } }),
    ).toMatchObject({
      rev: 1,
    });
    expect((await revisionsOf(world.db, id)).revisions).toHaveLength(2);
    expect((await world.audits()).length).toBe(before);
    expect(
      await saveWords(world.maple(), {
        record: id,
        lang: 'en',
        base: 1,
        words: { name: 'The oak' },
        note: 'shorter',
      }),
    ).toEqual({ ok: true, rev: 2, merged: false });
    expect((await revisionsOf(world.db, id)).revisions.find(({ rev }) => rev === 2)).toMatchObject({
      by: MAPLE,
      note: 'shorter',
      via: 'form',
    });
  });

  it('joins what two people saved from one form, and gives a true clash back', async () => {
    const id = await world.deed({ facts: { reference: 'A 1', topics: ['oak'], pages: 1 } });
    const first = { reference: 'A 1', topics: ['oak', 'elm'], pages: 1 };
    await saveFacts(world.maple(), { record: id, base: 1, facts: first });
    const second = { reference: 'A 2', pages: 1 };
    expect(await saveFacts(world.juniper(), { record: id, base: 1, facts: second })).toEqual({
      ok: true,
      rev: 3,
      merged: true,
    });
    expect((await draft(id)).facts).toEqual({ reference: 'A 2', topics: ['elm'], pages: 1 });
    expect(
      await saveFacts(world.maple(), { record: id, base: 1, facts: { ...first, reference: 'A 3' } }),
    ).toEqual({
      ok: false,
      rev: 3,
      clashes: [{ unit: 'reference', mine: 'A 3', theirs: 'A 2' }],
    });
    expect((await draft(id)).factsRev).toBe(3);
  });

  it('loses nothing of two connections that save the same part at once', async () => {
    const id = await world.deed();
    const fields = ['summary', 'text', 'hint', 'forMembers'] as const;
    const results = await Promise.all(
      fields.map((field) =>
        saveWords(world.maple(), {
          record: id,
          lang: 'en',
          base: 1,
          words: { name: 'The old oak', [field]: field },
        }),
      ),
    );
    expect(results.map(({ rev }) => rev).sort()).toEqual([2, 3, 4, 5]);
    const body = {
      name: 'The old oak',
      summary: 'summary',
      text: 'text',
      hint: 'hint',
      forMembers: 'forMembers',
    };
    expect((await draft(id)).words.en?.body).toEqual(body);
    const fresh = await Promise.all(
      ['uno', 'dos'].map((name) =>
        saveWords(world.maple(), {
          record: id,
          lang: 'es',
          base: 0,
          words: { name, ...(name === 'uno' ? { text: 'x' } : {}) },
        }),
      ),
    );
    expect(fresh.map(({ ok }) => ok).sort()).toEqual([false, true]);
  });

  it('refuses what is no body, no revision and no right', async () => {
    const id = await world.deed();
    const words = { name: 'x' };
    await expect(saveFacts(world.maple(), { record: id, base: 1, facts: { dated: 'soon' } })).rejects.toThrow(
      'records.bad-body',
    );
    await expect(saveFacts(world.maple(), { record: id, base: 7, facts: {} })).rejects.toThrow(
      'records.no-revision',
    );
    await expect(saveFacts(world.maple(), { record: 1, base: 1, facts: {} })).rejects.toThrow(
      'records.no-record',
    );
    await expect(saveWords(world.sorrel(), { record: id, lang: 'en', base: 1, words })).rejects.toThrow(
      'records.not-allowed',
    );
    await expect(
      createRecord(world.sorrel(), { kind: 'deed', tongue: 'en', facts: {}, words }),
    ).rejects.toThrow('records.not-allowed');
    await expect(
      createRecord(world.maple(), { kind: 'nothing', tongue: 'en', facts: {}, words }),
    ).rejects.toThrow('records.no-kind');
  });

  it('lets a link name only what is there, of its kind, and visible to the one who sets it', async () => {
    const target = await world.deed();
    const link = (field: string, value: unknown) =>
      saveFacts(world.maple(), { record: target, base: 1, facts: { reference: 'A 1', [field]: value } });
    await expect(link('keeper', 99_999)).rejects.toThrow('records.no-target');
    await expect(link('keeper', target)).rejects.toThrow('records.no-target');
    const member = world.as({ kind: 'person', id: MAPLE, alias: 'Fern', roles: ['member'] });
    const tip = { kind: 'tip', tongue: 'en', words: { name: 'A tip' } };
    await expect(createRecord(member, { ...tip, facts: { about: [target] } })).rejects.toThrow(
      'records.no-target',
    );
    await world.publishAll(target);
    const { id } = await createRecord(member, { ...tip, facts: { about: [target] }, via: 'stranger' });
    expect((await draft(id)).facts).toEqual({ about: [target] });
  });

  it('notes each save in the audit, in codes and ids', async () => {
    const id = await world.deed();
    await saveWords(world.maple(), { record: id, lang: 'lv', base: 0, words: { name: 'Vecais ozols' } });
    await saveFacts(world.maple(), { record: id, base: 1, facts: { reference: 'Secret 7' } });
    const lines = (await world.audits()).filter((line) => line.id === String(id));
    expect(lines.map(({ act, code }) => [act, code])).toEqual([
      ['records.create', 'form'],
      ['records.save', 'lv'],
      ['records.save', 'facts'],
    ]);
    expect(lines.map(({ whole }) => whole).join()).not.toMatch(/oak|ozols|Secret/);
  });
});

describe('history', () => {
  it('is only added to, also by hand', async () => {
    const id = await world.deed();
    await world.publishAll(id);
    for (const table of ['records.revision', 'records.edition']) {
      const name = sql.table(table);
      await expect(
        sql`update ${name} set note = 'x' where record = ${id}`.execute(read(world.db)),
      ).rejects.toThrow('42501');
      await expect(sql`delete from ${name} where record = ${id}`.execute(read(world.db))).rejects.toThrow(
        '42501',
      );
    }
  });

  it('gives an old body back as a new revision', async () => {
    const id = await world.deed();
    await saveWords(world.maple(), { record: id, lang: 'en', base: 1, words: { name: 'The new oak' } });
    expect(await bodyAt(world.db, id, { lang: 'en', rev: 1 })).toEqual({
      lang: 'en',
      rev: 1,
      body: { name: 'The old oak' },
      gone: {},
    });
    expect(await restore(world.maple(), { record: id, lang: 'en', rev: 1 })).toEqual({
      ok: true,
      rev: 3,
      merged: false,
    });
    expect((await draft(id)).words.en?.body).toEqual({ name: 'The old oak' });
    expect((await revisionsOf(world.db, id)).revisions[0]).toMatchObject({ via: 'restore' });
    await expect(restore(world.maple(), { record: id, lang: 'en', rev: 9 })).rejects.toThrow(
      'records.no-revision',
    );
    expect(await bodyAt(world.db, id, { lang: 'en', rev: 9 })).toBeNull();
  });
});
