// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, expect, it } from 'vitest';
import { begin } from '../../../platform/records/tests/staff.ts';
import { type Library, startLibrary } from './library.ts';

let library: Library;
beforeAll(async () => {
  library = await startLibrary();
});
afterAll(() => library.app.stop());

const news = (over = {}) => ({
  title: 'Two offices sign a plan',
  lede: 'They will work together.',
  body: 'The plan has seven parts.',
  dated: '2026-11-05',
  ...over,
});

it('publishes what officials said, each under their name, office and verb [VI-56]', async () => {
  const { juniper, reader, published, read } = library;
  const id = await published(
    juniper,
    'news',
    news({
      'statements[]': ['aaaa', 'bbbb'],
      'statements/aaaa/who': 'Ann Example',
      'statements/aaaa/office': 'Head of the first office',
      'statements/aaaa/verb': 'noted',
      'statements/aaaa/said': 'Both sides bring their strengths.',
      'statements/bbbb/who': 'Bo Sample',
      'statements/bbbb/office': 'Head of the second office',
      'statements/bbbb/verb': 'affirmed',
      'statements/bbbb/said': 'The network will grow.',
    }),
  );
  const page = await read(reader, `/en/library/news/${id}`);
  expect(page.text).toContain('5 November 2026');
  for (const words of [
    'Ann Example',
    'Head of the first office',
    'noted',
    'Both sides bring',
    'Bo Sample',
    'affirmed',
  ])
    expect(page.text).toContain(words);
});

it('keeps news and press releases apart as two kinds [LV-59]', async () => {
  const { juniper, reader, published } = library;
  await published(juniper, 'news', news({ title: 'A meeting took place' }));
  const release = { ...news({ title: 'We open a helpline' }), issuer: 'Example Centre' };
  await published(juniper, 'press-release', release);
  const items = await reader.get('/en/library/news');
  expect(items.text).toContain('A meeting took place');
  expect(items.text).not.toContain('We open a helpline');
  const releases = await reader.get('/en/library/press-release');
  expect(releases.text).toContain('We open a helpline');
  expect(releases.text).not.toContain('A meeting took place');
});

it('marks the anniversary of a strategy with its releases [LV-60]', async () => {
  const { juniper, reader, published, read } = library;
  const strategy = await published(juniper, 'strategy-brief', {
    title: 'Example strategy for a better net',
    summary: 'Three pillars.',
    publisher: 'Example Union',
    dated: '2024-05-11',
  });
  const release = await published(juniper, 'press-release', {
    ...news({ title: 'Two years of the strategy', dated: '2026-05-11' }),
    issuer: 'Example Centre',
    anniversaryOf: strategy,
  });
  const page = await read(reader, `/en/library/press-release/${release}`);
  expect(page.text).toMatch(/Anniversary of.*Example strategy for a better net/s);
  expect((await read(reader, `/en/library/strategy-brief/${strategy}`)).text).toContain(
    'Two years of the strategy',
  );
});

it('leads from a news item to what it is about and back, and from a part to the whole [LV-73]', async () => {
  const { juniper, reader, given, published, read } = library;
  const [law, duty] = [await given('ZH-29'), await given('ZH-32')];
  const id = await published(juniper, 'news', news({ title: 'A day for play', 'mentions[]': [law] }));
  const item = await read(reader, `/en/library/news/${id}`);
  expect(item.body).toContain(`href="/en/library/law/${law}-`);
  expect((await read(reader, `/en/library/law/${law}`)).text).toMatch(/News about it.*A day for play/s);
  expect((await read(reader, `/en/library/duty/${duty}`)).body).toContain(`href="/en/library/law/${law}-`);
});

it('tells everybody what is new, dated and newest first [RU-08]', async () => {
  const { juniper, reader, published } = library;
  await published(juniper, 'news', news({ title: 'Older update', dated: '2026-01-10' }));
  await published(juniper, 'news', news({ title: 'Newer update', dated: '2026-11-10' }));
  const list = await reader.get('/en/library/news');
  expect(list.text).toMatch(/Newer update.*Older update/s);
  expect((await reader.get('/en/library/news.atom')).body).toMatch(/Newer update[\s\S]*Older update/);
});

const letter = {
  direction: 'in',
  subject: 'Update on the initiative',
  issuer: 'Example Bureau',
  reference: 'EX/BDT/112',
  place: 'Geneva',
  dated: '2026-12-03',
  received: '2026-12-05',
  pages: '3',
  'addressees[]': ['aaaa', 'bbbb'],
  'addressees/aaaa/who': 'Administrations of member states',
  'addressees/bbbb/who': 'Academic members',
  contact: 'A. Sample',
  replyTo: 'Reply by post to Example Street 1',
  signatory: 'Doe Example',
  office: 'Director of the bureau',
};

it('registers a circular with all that stands on it, for the whole desk [RU-01] [RU-46]', async () => {
  const { maple, willow, reader } = library;
  const id = await begin(maple, 'letter', letter);
  const page = await willow.get(`/en/desk/record/${id}/read`);
  for (const words of [
    'Example Bureau',
    'EX/BDT/112',
    'Geneva',
    '3 December 2026',
    'Update on the initiative',
    'Administrations of member states',
    'Academic members',
    'Doe Example',
    'Director of the bureau',
  ])
    expect(page.text).toContain(words);
  expect((await reader.get(`/en/library/letter/${id}`)).status).toBe(404);
});

it('registers a fax with its pages, contact person and reply address [ZH-01] [ZH-69]', async () => {
  const { maple, willow } = library;
  const fax = {
    ...letter,
    tongue: 'zh',
    reference: 'EX/SPM/129',
    subject: '保障儿童网上安全',
    signatory: '示例',
  };
  const id = await begin(maple, 'letter', fax);
  const page = await willow.get(`/zh/desk/record/${id}/read`);
  for (const words of ['EX/SPM/129', '保障儿童网上安全', 'A. Sample', 'Example Street 1', '示例'])
    expect(page.text).toContain(words);
  expect(page.text).toMatch(/页数\s*3/);
  expect((await willow.get('/en/desk/records/letter')).text).toContain('保障儿童网上安全');
});
