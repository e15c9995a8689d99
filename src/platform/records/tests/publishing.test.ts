// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { read, transaction } from '../../db/index.ts';
import { storeSubscriptions } from '../../jobs/index.ts';
import { recordPublished, recordWithdrawn } from '../events.ts';
import { mountKinds } from '../registry.ts';
import { createRecord } from '../store/create.ts';
import { readiness } from '../store/lacks.ts';
import { readRecord, revisionsOf, versionOf, withdrawnReason } from '../store/read.ts';
import { saveFacts, saveWords } from '../store/save.ts';
import { publish, sendBack, submit, supersede, unpublishLanguage, withdraw } from '../store/steps.ts';
import { seedTerms } from '../store/terms.ts';
import { attic } from '../testing/sample.ts';
import { JUNIPER, MAPLE, SORREL, startWorld, type World } from '../testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.fresh.drop());

const live = (id: number, level: 0 | 1 | 2 = 0) => readRecord(world.db, id, { face: 0, level });
const state = async (id: number) => (await readRecord(world.db, id, { face: 1, level: 2 }))?.state;
const FIRST = { '': 1, en: 1 };

describe('publishing what was reviewed', () => {
  it('takes the revisions that the reviewer looked at, as one edition', async () => {
    const record = await world.deed();
    await saveWords(world.maple(), { record, lang: 'lv', base: 0, words: { name: 'Vecais ozols' } });
    expect(await live(record)).toBeNull();
    const before = await versionOf(world.db);
    await submit(world.maple(), { record });
    expect(await publish(world.sorrel(), { record, revs: FIRST, note: 'first' })).toEqual({ edition: 1 });
    expect(await versionOf(world.db)).toBe(before + 1n);
    expect(await live(record)).toMatchObject({ state: 'live', edition: 1, factsRev: 1, madeBy: null });
    expect(Object.keys((await live(record))?.words ?? {})).toEqual(['en']);
    const { editions } = await revisionsOf(world.db, record);
    expect(editions).toEqual([{ no: 1, parts: FIRST, by: SORREL, at: world.clock.now, note: 'first' }]);
  });

  it('refuses when somebody saved in between', async () => {
    const record = await world.deed();
    await submit(world.maple(), { record });
    await saveWords(world.maple(), { record, lang: 'en', base: 1, words: { name: 'Another oak' } });
    await expect(publish(world.sorrel(), { record, revs: FIRST })).rejects.toThrow('records.moved');
    await expect(publish(world.sorrel(), { record, revs: { ...FIRST, en: 2, fr: 0 } })).rejects.toThrow(
      'records.moved',
    );
    expect(await live(record)).toBeNull();
    await publish(world.sorrel(), { record, revs: { ...FIRST, en: 2 } });
    expect((await live(record))?.words.en?.body).toEqual({ name: 'Another oak' });
  });

  it('lets only one of two reviewers publish', async () => {
    const record = await world.deed();
    await submit(world.maple(), { record });
    const both = [world.sorrel(), world.juniper()].map((ctx) => publish(ctx, { record, revs: FIRST }));
    const ended = await Promise.allSettled(both);
    expect(ended.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await revisionsOf(world.db, record)).editions).toHaveLength(1);
  });

  it('needs another pair of eyes than the last author’s', async () => {
    const record = await world.deed();
    await saveWords(world.juniper(), { record, lang: 'en', base: 1, words: { name: 'My oak' } });
    await submit(world.juniper(), { record });
    await expect(publish(world.juniper(), { record, revs: { ...FIRST, en: 2 } })).rejects.toThrow(
      'records.own-work',
    );
    await publish(world.sorrel(), { record, revs: { ...FIRST, en: 2 } });
    // What readers know already needs no second look.
    await saveFacts(world.maple(), { record, base: 1, facts: { reference: 'A 2' } });
    await submit(world.maple(), { record });
    expect(await publish(world.juniper(), { record, revs: { '': 2, en: 2 } })).toEqual({ edition: 2 });
  });

  it('keeps readers at the edition while the next is worked on, and back again', async () => {
    const record = await world.deed();
    await world.publishAll(record);
    await saveWords(world.maple(), { record, lang: 'en', base: 1, words: { name: 'A draft' } });
    expect((await live(record))?.words.en).toMatchObject({ rev: 1, body: { name: 'The old oak' } });
    await submit(world.maple(), { record });
    expect([await state(record), (await live(record))?.state]).toEqual(['review', 'live']);
    await expect(sendBack(world.sorrel(), { record, note: ' ' })).rejects.toThrow('records.no-reason');
    await sendBack(world.sorrel(), { record, note: 'Say where it stands.' });
    expect(await readRecord(world.db, record, { face: 1, level: 2 })).toMatchObject({
      state: 'live',
      reason: 'Say where it stands.',
    });
    expect((await live(record))?.reason).toBeNull();
  });

  it('says what is missing, and refuses until it is there', async () => {
    const record = await world.deed({
      facts: { country: 'nowhere', said: [{ k: 'k001', from: 'nowhere' }] },
      words: { summary: 'x' },
    });
    expect(await readiness(world.maple(), record)).toEqual([
      { field: 'name', message: 'records.need.missing' },
      { field: 'reference', message: 'records.need.missing' },
      { field: 'country', message: 'records.need.term' },
      { field: 'said/k001/from', message: 'records.need.term' },
    ]);
    await submit(world.maple(), { record });
    await expect(publish(world.sorrel(), { record, revs: FIRST })).rejects.toThrow('records.not-ready');
    await expect(publish(world.sorrel(), { record, revs: { '': 1 } })).rejects.toThrow('records.not-ready');
  });

  it('lets an ended term stay where readers know it, and takes it nowhere else', async () => {
    const facts = { reference: 'A 1', country: 'up' };
    const [old, fresh] = [await world.deed({ facts }), await world.deed({ facts })];
    await world.publishAll(old);
    const seed = { scheme: 'attic-country', code: 'up', until: '2026-11-01' };
    await transaction(world.db, (tx) => seedTerms(tx, [seed]));
    expect(await readiness(world.maple(), old)).toEqual([]);
    expect(await readiness(world.maple(), fresh)).toEqual([
      { field: 'country', message: 'records.need.term' },
    ]);
    await transaction(world.db, (tx) => seedTerms(tx, [{ scheme: 'attic-country', code: 'up' }]));
  });

  it('asks the guards of the room', async () => {
    const guards = { deed: [(_ctx: unknown, step: string) => (step === 'publish' ? ['attic.not-yet'] : [])] };
    mountKinds({ ...attic, guards });
    const record = await world.deed();
    expect(await readiness(world.maple(), record)).toEqual([{ field: '', message: 'attic.not-yet' }]);
    mountKinds({ ...attic, guards: { deed: [(_ctx, step) => (step === 'edit' ? ['attic.signed'] : [])] } });
    await expect(saveFacts(world.maple(), { record, base: 1, facts: {} })).rejects.toThrow(
      'records.wrong-step',
    );
    mountKinds(attic);
  });
});

describe('the other courses', () => {
  it('publish on save when the one who saves may, and only what they saved', async () => {
    const keeper = { kind: 'keeper', tongue: 'en', facts: {}, words: { name: 'The keeper' } };
    const { id: record } = await createRecord(world.juniper(), keeper);
    expect(await live(record)).toMatchObject({ edition: 1, words: { en: { rev: 1 } } });
    await saveWords(world.maple(), { record, lang: 'fr', base: 0, words: { name: 'Le gardien' } });
    await saveWords(world.maple(), { record, lang: 'en', base: 1, words: { name: 'Maple’s' } });
    expect(await live(record)).toMatchObject({ edition: 1, words: { en: { body: { name: 'The keeper' } } } });
    await saveFacts(world.juniper(), { record, base: 1, facts: { site: 'https://example.org' } });
    const shown = await live(record);
    expect(shown).toMatchObject({
      edition: 2,
      facts: { site: 'https://example.org' },
      words: { en: { rev: 1 } },
    });
    expect(Object.keys(shown?.words ?? {})).toEqual(['en']);
    const { id: draft } = await createRecord(world.maple(), keeper);
    expect([await live(draft), await state(draft)]).toEqual([null, 'draft']);
  });

  it('keep a register, for staff alone, from the first save that has what it needs', async () => {
    const receipt = { kind: 'receipt', tongue: 'en', facts: { number: 'B 1' }, words: {} };
    const { id: record } = await createRecord(world.maple(), receipt);
    expect(await live(record, 2)).toBeNull();
    await saveWords(world.maple(), { record, lang: 'en', base: 1, words: { subject: 'A letter' } });
    expect(await live(record, 2)).toMatchObject({ edition: 1, words: { en: { rev: 2 } } });
    expect([await live(record, 0), await live(record, 1)]).toEqual([null, null]);
  });
});

describe('the end of a record', () => {
  it('takes a translation from readers, which can come again', async () => {
    const record = await world.deed();
    await saveWords(world.maple(), { record, lang: 'lv', base: 0, words: { name: 'Vecais ozols' } });
    await world.publishAll(record);
    await expect(unpublishLanguage(world.sorrel(), { record, lang: 'en' })).rejects.toThrow(
      'records.wrong-step',
    );
    await unpublishLanguage(world.sorrel(), { record, lang: 'lv' });
    expect(Object.keys((await live(record))?.words ?? {})).toEqual(['en']);
    await world.publishAll(record);
    expect(Object.keys((await live(record))?.words ?? {})).toEqual(['en', 'lv']);
  });

  it('withdraws with a reason, and may publish again', async () => {
    const record = await world.deed();
    await world.publishAll(record);
    await expect(withdraw(world.maple(), { record, reason: 'wrong' })).rejects.toThrow('records.not-allowed');
    await expect(withdraw(world.sorrel(), { record, reason: '' })).rejects.toThrow('records.no-reason');
    await withdraw(world.sorrel(), { record, reason: 'It fell.' });
    expect(await live(record)).toBeNull();
    expect(await withdrawnReason(world.db, record, 0)).toEqual({ kind: 'deed', reason: 'It fell.' });
    await expect(submit(world.maple(), { record })).rejects.toThrow('records.wrong-step');
    expect(await publish(world.sorrel(), { record, revs: FIRST })).toEqual({ edition: 2 });
    expect(await withdrawnReason(world.db, record, 0)).toBeNull();
    expect(await live(record)).toMatchObject({ state: 'live', reason: null });
  });

  it('names the record that took its place, which is published and no ring', async () => {
    const [old, fresh] = [await world.deed(), await world.deed()];
    await world.publishAll(old);
    await expect(supersede(world.sorrel(), { record: old, by: fresh })).rejects.toThrow('records.no-target');
    await world.publishAll(fresh);
    await supersede(world.sorrel(), { record: old, by: fresh });
    expect(await live(old)).toMatchObject({ state: 'superseded', successor: fresh });
    await expect(supersede(world.sorrel(), { record: fresh, by: old })).rejects.toThrow('records.no-target');
    await supersede(world.sorrel(), { record: old, by: null });
    expect(await live(old)).toMatchObject({ state: 'live', successor: null });
  });
});

describe('facts and audit', () => {
  it('are announced once a publication and withdrawal, with ids and kind only', async () => {
    const subscriber = (fact: { name: string }) => ({
      fact: fact.name,
      job: { name: `test:${fact.name}`, payload: recordPublished.payload, run: async () => undefined },
    });
    await storeSubscriptions(world.db, [subscriber(recordPublished), subscriber(recordWithdrawn)]);
    const record = await world.deed();
    await world.publishAll(record);
    await withdraw(world.sorrel(), { record, reason: 'It fell.' });
    const { rows } = await sql<{ name: string; payload: unknown }>`
      select t.identifier as name, j.payload from graphile_worker._private_jobs j
        join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier like 'test:%' order by j.id`.execute(
      read(world.db),
    );
    const payload = { record, kind: 'deed', edition: 1 };
    expect(rows).toEqual([
      { name: 'test:record.published', payload },
      { name: 'test:record.withdrawn', payload },
    ]);
    await storeSubscriptions(world.db, []);
  });

  it('leave one line a step, in codes and ids', async () => {
    const record = await world.deed();
    await submit(world.maple(), { record });
    await sendBack(world.sorrel(), { record, note: 'Secret words' });
    await submit(world.maple(), { record });
    await publish(world.sorrel(), { record, revs: FIRST, note: 'Secret words' });
    await withdraw(world.juniper(), { record, reason: 'Secret words' });
    const lines = (await world.audits()).filter((line) => line.id === String(record));
    expect(lines.map(({ act }) => act)).toEqual([
      'records.create',
      'records.submit',
      'records.return',
      'records.submit',
      'records.publish',
      'records.withdraw',
    ]);
    expect(lines.map(({ whole }) => JSON.parse(whole).actor)).toEqual([
      MAPLE,
      MAPLE,
      SORREL,
      MAPLE,
      SORREL,
      JUNIPER,
    ]);
    expect(JSON.stringify(lines)).not.toContain('Secret');
  });
});
