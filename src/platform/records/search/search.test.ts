// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { saveWords } from '../store/save.ts';
import { startWorld, type World } from '../testing/world.ts';
import { matchRecords } from './match.ts';
import { type SearchAsk, searchRecords } from './search-records.ts';

let world: World;
const ids: Record<string, number> = {};

const TEXTS: Record<string, [lang: string, title: string, summary: string]> = {
  en: ['en', 'Children who are bullied at school', 'What a teacher can do.'],
  ru: ['ru', 'Защита детей от травли', 'Что может сделать учитель.'],
  zh: ['zh', '保护儿童上网安全', '老师可以做什么'],
  vi: ['vi', 'Bảo vệ trẻ em trên mạng', 'Giáo viên có thể làm gì.'],
  ar: ['ar', 'حماية الأطفال من التنمر', 'ماذا يفعل المعلم'],
  fr: ['fr', 'Protéger les élèves en ligne', 'Ce qu’un enseignant peut faire.'],
  es: ['es', 'La protección de los niños en la red', 'Lo que puede hacer un maestro.'],
  lv: ['lv', 'Bērnu drošība internetā', 'Ko var darīt skolotājs.'],
  cop: ['en', 'The COP guidelines', 'Child Online Protection, also written as CGI index.'],
  body: ['en', 'An unrelated heading', 'Somewhere it speaks of grooming and of strangers.'],
};

beforeAll(async () => {
  world = await startWorld();
  for (const [name, [tongue, title, summary]] of Object.entries(TEXTS)) {
    const id = await world.deed({
      tongue,
      facts: { reference: `BDT/${name}/112`, country: name === 'ru' ? 'up' : 'down', topics: ['oak'] },
      words: { name: title, summary, hint: `pineapple ${name}` },
    });
    await world.publishAll(id);
    ids[name] = id;
  }
}, 60_000);
afterAll(() => world.fresh.drop());

const reader = (lang = 'en') => ({ face: 0, level: 0, lang }) as const;
const first = async (words: string, lang = 'en') =>
  (await matchRecords(world.db, { words, reader: reader(lang) }))?.records[0];
const found = async (words: string, lang = 'en') =>
  (await matchRecords(world.db, { words, reader: reader(lang) }))?.records ?? null;
const ask = (over: Partial<SearchAsk>): SearchAsk => ({
  reader: reader(),
  words: '',
  chosen: {},
  schemes: ['attic-country', 'lang'],
  from: 0,
  most: 20,
  ...over,
});

describe('a search', () => {
  it.each([
    ['bullying child', 'en', 'en'],
    ['защитить ребенка', 'ru', 'ru'],
    ['травля', 'ru', 'ru'],
    ['儿童 安全', 'zh', 'zh'],
    ['上网', 'zh', 'zh'],
    ['bao ve tre em', 'vi', 'vi'],
    ['trẻ em', 'vi', 'vi'],
    ['حِماية طفل', 'ar', 'ar'],
    ['eleve proteger', 'fr', 'fr'],
    ['nino proteccion', 'es', 'es'],
    ['berns drosiba', 'lv', 'lv'],
  ])('for %j finds the record with other endings and accents', async (words, lang, name) => {
    expect(await first(words, lang)).toBe(ids[name]);
  });

  it('takes letters that look alike for one another: СОР in Cyrillic finds COP [RU-48]', async () => {
    expect(await first('СОР', 'ru')).toBe(ids.cop);
    expect(await first('cop')).toBe(ids.cop);
    expect(await first('CGI')).toBe(ids.cop);
  });

  it('reads texts where no title answers, some of the words where no text has all, and then what is spelt alike', async () => {
    const step = async (words: string) => (await matchRecords(world.db, { words, reader: reader() }))?.step;
    expect(await first('grooming')).toBe(ids.body);
    expect(await step('grooming')).toBe('all');
    expect(await first('grooming xylophone')).toBe(ids.body);
    expect(await step('grooming xylophone')).toBe('any');
    expect(await first('guidlines')).toBe(ids.cop);
    expect(await step('guidlines')).toBe('like');
    expect(await first('защтита')).toBe(ids.ru);
    expect(await found('xylophone')).toEqual([]);
  });

  it('finds a number that somebody gave', async () => {
    expect(await first('BDT/zh/112')).toBe(ids.zh);
  });

  it.each(['', '   ', '...', '!!!'])('for %j asks nothing', async (words) => {
    expect((await matchRecords(world.db, { words, reader: reader() }))?.records ?? []).toEqual([]);
  });

  it.each([
    "' or 1=1 --",
    'a & | ! ( ) :* <->',
    "\\'",
    '%_%',
    '\u0000x',
    '🙂'.repeat(300),
    `${'word '.repeat(500)}`,
  ])('takes %j as words and nothing else', async (words) => {
    await expect(matchRecords(world.db, { words, reader: reader() })).resolves.toBeDefined();
  });

  it('finds nothing that the reader may not see, not even by its words or its count', async () => {
    expect(await found('pineapple')).toEqual([]);
    const draft = await world.deed({ words: { name: 'A wombat draft' } });
    expect(await found('wombat')).toEqual([]);
    const staff = { face: 1, level: 2, lang: 'en' } as const;
    const seen = await matchRecords(world.db, { words: 'wombat', reader: staff });
    expect(seen?.records).toEqual([draft]);
    const all = await searchRecords(world.db, ask({}));
    expect(all.total).toBe(Object.keys(TEXTS).length);
  });

  it('counts the terms of what it found; a choice narrows the others and not its own', async () => {
    const all = await searchRecords(world.db, ask({ chosen: { 'attic-country': ['up'] } }));
    expect(all.hits.map(({ record }) => record)).toEqual([ids.ru]);
    const count = (scheme: string, code: string) =>
      all.counts.find((one) => one.scheme === scheme && one.code === code)?.n;
    expect(count('attic-country', 'down')).toBe(Object.keys(TEXTS).length - 1);
    expect(count('lang', 'ru')).toBe(1);
    expect(count('lang', 'en')).toBe(0);
  });

  it('puts what is in the language of the reader first', async () => {
    const id = await world.deed({ words: { name: 'Bibliotheca' } });
    await saveWords(world.maple(), { record: id, lang: 'fr', base: 0, words: { name: 'Bibliotheca' } });
    await world.publishAll(id);
    const other = await world.deed({ tongue: 'en', words: { name: 'Bibliotheca' } });
    await world.publishAll(other);
    expect(await first('bibliotheca', 'fr')).toBe(id);
    const hits = (await searchRecords(world.db, ask({ words: 'bibliotheca', reader: reader('fr') }))).hits;
    expect(hits.map(({ lang }) => lang)).toEqual(['fr', 'en']);
  });
});
