// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LANGS } from '../../src/platform/i18n/index.ts';
import { sendNews } from '../../src/platform/records/subscribe/digest.ts';
import { begin, press } from '../../src/platform/records/tests/staff.ts';
import { startTestApp, type TestApp } from '../harness/app.ts';
import type { Client, Fields } from '../harness/client.ts';
import { until } from '../harness/family.ts';

let app: TestApp;
let linden: Client;
beforeAll(async () => {
  app = await startTestApp();
  linden = await app.signIn('Linden');
});
afterAll(() => app.stop());

/** Saves who does which work, as set-up asks it; a room that is not named is done here. */
async function setUp(rooms: Fields): Promise<void> {
  await linden.get('/en/setup/rooms');
  const saved = await linden.post('/en/setup/rooms', rooms);
  expect(saved.status, saved.text).toBe(303);
}

const leftTo = (room: string, who: string, link: string): Fields => ({
  [`${room}Off`]: 'off',
  [`${room}Link`]: link,
  ...Object.fromEntries(LANGS.map((lang) => [`${room}Who-${lang}`, who])),
});

it('names who does the work of a room that set-up switched off, and opens it again', async () => {
  const visitor = app.visitor();
  expect((await visitor.get('/en/check')).text).not.toContain('Example Classification Board');
  await setUp(leftTo('ratings', 'Example Classification Board', 'https://board.example/'));
  await until('the page names them', async () =>
    (await visitor.get('/en/check')).text.includes('Example Classification Board'),
  );
  expect((await visitor.get('/en/check')).body).toContain('href="https://board.example/"');
  expect((await visitor.get('/api/v1/ratings/example.org')).status).toBe(404);
  await setUp({});
  await until(
    'the room is open again',
    async () => !(await visitor.get('/en/check')).text.includes('Example Classification Board'),
  );
});

async function publishedLaw(name: string): Promise<number> {
  const maple = await app.signIn('Maple');
  const id = await begin(maple, 'law', { title: name, summary: 'Of quinces.', instrument: 'law' });
  await press(maple, `${id}/submit`);
  await press(await app.signIn('Willow'), `${id}/publish`);
  return id;
}

/** A published guideline with a file, and where its file is fetched. */
async function publishedFile(): Promise<string> {
  const juniper = await app.signIn('Juniper');
  const said = { title: 'How to tell quinces', summary: 'Of quinces.', dated: '2020-06', publisher: 'Brook' };
  const id = await begin(juniper, 'guideline', said);
  const note = { field: 'file', name: 'note.txt', bytes: Buffer.from('A note about the quince.\n') };
  await juniper.get(`/en/desk/record/${id}/files/files`);
  await juniper.upload(`/en/desk/record/${id}/files/files`, {}, [note]);
  await press(juniper, `${id}/submit`);
  await press(await app.signIn('Willow'), `${id}/publish`);
  const page = await app.visitor().get(`/en/library/guideline/${id}-how-to-tell-quinces`);
  return /href="(\/files\/[0-9a-f]{64}\/[^"]*)"/.exec(page.body)?.[1] ?? '';
}

/** Wren's inbox says yes to news of laws. */
async function followLaws(): Promise<void> {
  await app.visitor().post('/en/subscribe', { scheme: 'kind', code: 'law', mail: 'wren@example.org' });
  const asked = (await linden.get('/en/desk/mail')).text;
  const link = /\/en\/subscribe\/yes\/[\w-]+/.exec(asked)?.[0] ?? '';
  expect((await app.visitor().post(link, {})).text).toContain('You will get news');
  app.clock.move(1);
}

const newsByMail = async () => {
  app.clock.move(1);
  await sendNews(app.ctx());
  return (await linden.get('/en/desk/mail')).text;
};

describe('the library, switched off', () => {
  const board = leftTo('library', 'Example Law Institute', 'https://law.example/');
  const visitor = () => app.visitor();
  let law: number;
  let file: string;

  beforeAll(async () => {
    law = await publishedLaw('Law on quinces');
    expect((await visitor().get(`/en/library/law/${law}-law-on-quinces`)).text).toContain('Law on quinces');
    expect((await visitor().get('/en/search?q=quinces')).text).toContain('Law on quinces');
    expect((await visitor().get('/en/search.atom?q=quinces')).body).toContain('Law on quinces');
    file = await publishedFile();
    expect((await visitor().get(file)).text).toContain('A note about the quince');
    await followLaws();
    await setUp(board);
    await until('it is off', async () => (await visitor().get('/en/library')).text.includes('Law Institute'));
  });

  it('names who does its work on each page of its records and on the first page', async () => {
    for (const path of ['', '/law', `/law/${law}`, `/law/${law}-law-on-quinces`, `/law/${law}/hint`]) {
      const page = await visitor().get(`/en/library${path}`);
      expect(page.text, path).toContain('Example Law Institute');
      expect(page.body, path).toContain('href="https://law.example/"');
      expect(page.text, path).not.toContain('quinces');
    }
    const first = await visitor().get('/en/');
    expect(first.body).toContain('href="https://law.example/"');
    expect(first.body).not.toContain('/library');
  });

  it('gives machines nothing', async () => {
    const feeds = ['/en/library/law.atom', '/en/library/law.json', '/en/library/law.csv'];
    const api = ['/api/v1/library/law', `/api/v1/library/law/${law}`, '/api/v1/library/law.ndjson'];
    for (const path of [...feeds, ...api]) expect((await visitor().get(path)).status, path).toBe(404);
  });

  it('gives staff alone the files of its records', async () => {
    expect((await visitor().get(file)).status).toBe(404);
    expect((await linden.get(file)).text).toContain('A note about the quince');
  });

  it('is found by no search and followed by no mail', async () => {
    expect((await visitor().get('/en/search?q=quinces')).text).not.toContain('Law on quinces');
    expect((await visitor().get('/en/search')).body).not.toContain('/library/law');
    expect((await visitor().get('/en/search.atom?q=quinces')).body).not.toContain('Law on quinces');
    for (const subject of ['scheme=kind&code=law', `scheme=record&code=${law}`])
      expect((await visitor().get(`/en/subscribe?${subject}`)).status, subject).toBe(404);
    const quiet = await publishedLaw('Law on medlars');
    expect(await newsByMail()).not.toContain(`/library/law/${quiet}`);
  });

  it('stays open to staff, who read that it is off', async () => {
    const maple = await app.signIn('Maple');
    for (const path of ['records/law', 'records/law/new', `record/${law}`])
      expect((await maple.get(`/en/desk/${path}`)).text, path).toContain('Example Law Institute');
    expect((await maple.get('/en/desk/records')).text).toContain('Others do this');
    expect((await maple.get(`/en/desk/record/${law}`)).body).not.toContain('href="/en/library/law/');
  });

  it('is as it was once it is on again', async () => {
    await setUp({});
    await until('it is on', async () => !(await visitor().get('/en/library')).text.includes('Law Institute'));
    expect((await visitor().get('/en/search?q=quinces')).text).toContain('Law on quinces');
    expect((await visitor().get(`/api/v1/library/law/${law}`)).status).toBe(200);
    const again = await publishedLaw('Law on quinces and medlars');
    expect(await newsByMail()).toContain(`/library/law/${again}`);
  });
});

it('leaves campaigns to others, and the library open', async () => {
  const visitor = app.visitor();
  expect((await visitor.get('/en/campaigns')).text).not.toContain('Example Campaign Office');
  await setUp(leftTo('campaigns', 'Example Campaign Office', ''));
  await until('it is off', async () =>
    (await visitor.get('/en/campaigns')).text.includes('Example Campaign Office'),
  );
  expect((await visitor.get('/en/campaigns/campaign')).text).toContain('Example Campaign Office');
  expect((await visitor.get('/api/v1/campaigns/campaign')).status).toBe(404);
  expect((await visitor.get('/api/v1/library/law')).status).toBe(200);
  await setUp({});
});
