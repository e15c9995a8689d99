// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { read, transaction } from '../../db/index.ts';
import { createRecord } from '../store/create.ts';
import { findByAlias, setAlias, setTag } from '../store/names.ts';
import { readRecord } from '../store/read.ts';
import { rebuild } from '../store/rebuild.ts';
import { saveFacts, saveWords } from '../store/save.ts';
import { supersede, withdraw } from '../store/steps.ts';
import { seedTerms, termsOf } from '../store/terms.ts';
import { backlinksTo, linkedTitles } from '../store/titles.ts';
import { startWorld, type World } from '../testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.fresh.drop());

const PUBLIC = { lang: 'en', face: 0, level: 0 } as const;

/** The facets of a record on a face, as `scheme:code`. */
async function facets(record: number, face: 0 | 1 = 0): Promise<string[]> {
  const { rows } = await sql<{ facet: string }>`select t.scheme || ':' || t.code as facet
    from records.shown s, unnest(s.facets) f join records.term t on t.id = f
    where s.record = ${record} and s.face = ${face} order by 1`.execute(read(world.db));
  return rows.map(({ facet }) => facet);
}

async function wordsOf(record: number, face: 0 | 1 = 0) {
  const { rows } = await sql<{ lang: string; title: string; lede: string; head: string; tsv: string }>`
    select lang, title, lede, head::text, tsv::text from records.shown_words
    where record = ${record} and face = ${face} order by lang`.execute(read(world.db));
  return rows;
}

describe('what readers find', () => {
  it('stands under kind, language, year, state and the terms of vocabularies', async () => {
    const record = await world.deed({
      facts: { reference: 'A 1', dated: '2021-12', country: 'up', topics: ['elm', 'oak'] },
    });
    await saveWords(world.maple(), { record, lang: 'lv', base: 0, words: { summary: 'Tas stāv.' } });
    expect(await facets(record)).toEqual([]);
    await world.publishAll(record);
    const common = [
      'attic-country:up',
      'attic-topic:elm',
      'attic-topic:oak',
      'kind:deed',
      'lang:en',
      'lang:lv',
    ];
    expect(await facets(record)).toEqual([...common, 'state:live', 'year:2021']);
    expect(await facets(record, 1)).toEqual([...common, 'state:live', 'year:2021']);
    const { rows } =
      await sql`select day, seen from records.shown where record = ${record} order by face`.execute(
        read(world.db),
      );
    expect(rows).toEqual([
      { day: '2021-12-01', seen: 0 },
      { day: '2021-12-01', seen: 2 },
    ]);
  });

  it('is found by its words and numbers, each with its weight, under the original’s title where its own is missing', async () => {
    const words = { name: 'Oaks', summary: 'Standing trees', text: 'Acorns fall' };
    const said = [{ k: 'k001', who: 'Fern' }];
    const record = await world.deed({
      facts: { reference: 'X-77', said },
      words: { ...words, 'said/k001/words': 'Leaves' },
    });
    await saveWords(world.maple(), { record, lang: 'lv', base: 0, words: { summary: 'Koki' } });
    await world.publishAll(record);
    const [en, lv] = await wordsOf(record);
    expect(en).toMatchObject({ title: 'Oaks', lede: 'Standing trees' });
    expect(en?.head).toMatch(/'oaks':\d+A/);
    expect(en?.head).not.toMatch(/acorns|standing/);
    expect(en?.tsv).toMatch(/'acorns':\d+C/);
    expect(en?.tsv).toMatch(/'standing':\d+B/);
    expect(en?.tsv).toMatch(/'fern':\d+B/);
    expect(en?.tsv).toMatch(/'leaves':\d+C/);
    expect(lv).toMatchObject({ lang: 'lv', title: 'Oaks', lede: 'Koki' });
    expect(lv?.tsv).not.toMatch(/oaks/);
    expect([en?.head, lv?.head].every((head) => head?.includes('77'))).toBe(true);
  });

  it('holds nothing that is not public: no field of members or staff, no draft', async () => {
    const secret = 'xylophone';
    const said = [{ k: 'k001', who: 'Fern', phone: secret }];
    const other = await world.deed();
    await world.publishAll(other);
    const facts = { reference: 'A 1', contact: secret, secretly: [other], said };
    const hidden = { hint: secret, forMembers: secret, 'said/k001/aside': secret };
    const record = await world.deed({ facts, words: { name: 'Oak', ...hidden } });
    await saveWords(world.maple(), { record, lang: 'lv', base: 0, words: { name: 'Ozols', ...hidden } });
    await world.publishAll(record);
    expect(JSON.stringify(await world.projected())).not.toContain(secret);
    expect(await backlinksTo(world.db, other, { ...PUBLIC, level: 2, face: 1 })).toEqual([]);
    await saveWords(world.maple(), { record, lang: 'en', base: 1, words: { name: `A ${secret}` } });
    await saveWords(world.maple(), { record, lang: 'fr', base: 0, words: { name: secret } });
    const { rows } =
      await sql`select from records.shown_words where face = 0 and (title || lede || fold || tsv::text || head::text) like ${`%${secret}%`}`.execute(
        read(world.db),
      );
    expect(rows).toEqual([]);
    for (const level of [0, 1, 2] as const) {
      const text = JSON.stringify(await readRecord(world.db, record, { face: 0, level }));
      expect(text.split(secret).length - 1).toBe([0, 2, 8][level]);
    }
    expect(await readRecord(world.db, record, { face: 1, level: 1 })).toBeNull();
  });

  it('shows a kind of members to members', async () => {
    const { id } = await createRecord(world.juniper(), {
      kind: 'tip',
      tongue: 'en',
      facts: {},
      words: { name: 'A tip' },
    });
    await world.publishAll(id);
    const titles = (level: 0 | 1) => linkedTitles(world.db, [id], { ...PUBLIC, level });
    expect([(await titles(0)).size, (await titles(1)).size]).toEqual([0, 1]);
    const { rows } =
      await sql`select face, seen from records.shown where record = ${id} order by face`.execute(
        read(world.db),
      );
    expect(rows).toEqual([
      { face: 0, seen: 1 },
      { face: 1, seen: 2 },
    ]);
  });
});

describe('a link', () => {
  const keeper = async () =>
    (
      await createRecord(world.maple(), {
        kind: 'keeper',
        tongue: 'en',
        facts: {},
        words: { name: 'The keeper' },
      })
    ).id;

  it('to what is not published is kept, and appears when its target is', async () => {
    const target = await keeper();
    const record = await world.deed({ facts: { reference: 'A 1', keeper: target } });
    await world.publishAll(record);
    const keeperOn = async (face: 0 | 1) =>
      (await readRecord(world.db, record, { face, level: 2 }))?.facts.keeper;
    expect([await keeperOn(0), await keeperOn(1)]).toEqual([undefined, target]);
    expect(await linkedTitles(world.db, [target], PUBLIC)).toEqual(new Map());
    expect(await facets(record)).not.toContain(`record:${target}`);
    expect(await facets(record, 1)).toContain(`record:${target}`);
    await saveWords(world.juniper(), {
      record: target,
      lang: 'en',
      base: 1,
      words: { name: 'The new keeper' },
    });
    expect((await linkedTitles(world.db, [target], PUBLIC)).get(target)).toMatchObject({
      title: 'The new keeper',
    });
    expect(await facets(record)).toContain(`record:${target}`);
    expect(await keeperOn(0)).toBe(target);
    expect(await backlinksTo(world.db, target, PUBLIC)).toEqual([
      { kind: 'deed', field: 'keeper', id: record, title: 'The old oak' },
    ]);
    await withdraw(world.juniper(), { record: target, reason: 'Gone.' });
    expect(await facets(record)).not.toContain(`record:${target}`);
    expect(await linkedTitles(world.db, [target], PUBLIC)).toEqual(new Map());
  });

  it('names its target in the reader’s language, else in the original’s', async () => {
    const target = await world.deed({ tongue: 'fr', words: { name: 'Le chêne' } });
    await saveWords(world.maple(), { record: target, lang: 'lv', base: 0, words: { name: 'Ozols' } });
    await world.publishAll(target);
    const title = async (lang: string) =>
      (await linkedTitles(world.db, [target], { ...PUBLIC, lang })).get(target);
    expect(await title('lv')).toEqual({ id: target, kind: 'deed', title: 'Ozols', lang: 'lv' });
    expect(await title('en')).toEqual({ id: target, kind: 'deed', title: 'Le chêne', lang: 'fr' });
  });
});

describe('other names and computed facets', () => {
  it('find a record by its identifier, and by names that others gave it', async () => {
    const record = await world.deed({ facts: { reference: 'Q 9' } });
    expect(await findByAlias(world.db, 'deed', 'Q 9')).toBe(record);
    await saveFacts(world.maple(), { record, base: 1, facts: { reference: 'Q 10' } });
    expect([await findByAlias(world.db, 'deed', 'Q 9'), await findByAlias(world.db, 'deed', 'Q 10')]).toEqual(
      [null, record],
    );
    await transaction(world.db, (tx) =>
      setAlias(tx, { scheme: 'from', value: 'https://example.org/9', record }),
    );
    expect(await findByAlias(world.db, 'from', 'https://example.org/9')).toBe(record);
  });

  it('land among the facets and go again', async () => {
    const record = await world.deed();
    await world.publishAll(record);
    const tag = (code: string | null) =>
      transaction(world.db, (tx) => setTag(tx, { record, scheme: 'light', code }));
    await tag('green');
    expect(await facets(record)).toContain('light:green');
    await tag('red');
    expect((await facets(record)).filter((one) => one.startsWith('light'))).toEqual(['light:red']);
    await tag(null);
    expect((await facets(record)).filter((one) => one.startsWith('light'))).toEqual([]);
  });
});

describe('vocabularies', () => {
  const seed = (list: Parameters<typeof seedTerms>[1]) => transaction(world.db, (tx) => seedTerms(tx, list));

  it('change nothing when they are seeded twice', async () => {
    const list = [
      { scheme: 'wood', code: 'hard', ord: 1, label: { en: 'Hard wood' } },
      { scheme: 'wood', code: 'ash', ord: 2, broader: 'hard', since: '2020-01-01' },
    ];
    await seed(list);
    const terms = await termsOf(world.db, 'wood');
    expect(terms).toMatchObject([
      { code: 'hard', label: { en: 'Hard wood' } },
      { code: 'ash', broader: terms[0]?.id, since: '2020-01-01', until: null },
    ]);
    const { rows: before } =
      await sql`select xmin::text from records.term where scheme = 'wood' order by id`.execute(
        read(world.db),
      );
    await seed(list);
    const { rows: after } =
      await sql`select xmin::text from records.term where scheme = 'wood' order by id`.execute(
        read(world.db),
      );
    expect(after).toEqual(before);
    await expect(seed([{ scheme: 'wood', code: 'x', broader: 'nothing' }])).rejects.toThrow(
      'wood has no term nothing',
    );
  });

  it('find records under the term that took the place of theirs, without touching them', async () => {
    const record = await world.deed({ facts: { reference: 'A 1', topics: ['oak', 'birch'] } });
    expect(await facets(record, 1)).toContain('attic-topic:oak');
    await seed([{ scheme: 'attic-topic', code: 'birch' }]);
    expect(await facets(record, 1)).toContain('attic-topic:birch');
    await seed([
      { scheme: 'attic-topic', code: 'tree' },
      { scheme: 'attic-topic', code: 'oak', becomes: 'tree' },
    ]);
    expect((await facets(record, 1)).filter((one) => one.startsWith('attic-topic'))).toEqual([
      'attic-topic:birch',
      'attic-topic:tree',
    ]);
    expect((await readRecord(world.db, record, { face: 1, level: 2 }))?.facts.topics).toEqual([
      'oak',
      'birch',
    ]);
  });
});

describe('making everything anew', () => {
  it('gives what was there, whatever happened before', async () => {
    const [old, fresh] = [await world.deed(), await world.deed({ tongue: 'ru', words: { name: 'Дуб' } })];
    await world.publishAll(old);
    await world.publishAll(fresh);
    await supersede(world.sorrel(), { record: old, by: fresh });
    await transaction(world.db, (tx) => setTag(tx, { record: fresh, scheme: 'light', code: 'red' }));
    const before = await world.projected();
    const count = await rebuild(world.db);
    expect(count).toBeGreaterThan(10);
    expect(await world.projected()).toEqual(before);
  });

  it('goes on beside those who save', async () => {
    const record = await world.deed();
    const save = (base: number) =>
      saveWords(world.maple(), { record, lang: 'en', base, words: { name: `Oak ${base}` } });
    await Promise.all([rebuild(world.db), save(1), rebuild(world.db), world.deed()]);
    await save(2);
    const before = await world.projected();
    await rebuild(world.db);
    expect(await world.projected()).toEqual(before);
  });
});
