// SPDX-License-Identifier: EUPL-1.2
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Attic, begin, change, press, startAttic } from './staff.ts';

let attic: Attic;
let keeper: number;
const deeds: number[] = [];
const SECRET = 'zyxwort';

/** Publishes what Maple began, as Juniper. */
async function publish(id: number) {
  await press(attic.maple, `${id}/submit`);
  await press(attic.juniper, `${id}/publish`);
}

beforeAll(async () => {
  attic = await startAttic();
  const { juniper, maple } = attic;
  keeper = await begin(juniper, 'keeper', { name: 'Keeper of <things> & "more"' });
  for (const [at, dated] of ['2024-03-01', '2024-03-01', '2023', '2022-05', '2024-03-01'].entries()) {
    const id = await begin(maple, 'deed', {
      name: `=cmd deed ${at} <b>&`,
      summary: `Lede ${at}\n\n- one ]]> two`,
      hint: `${SECRET} hint`,
      forMembers: `${SECRET} members`,
      reference: `-R ${at}`,
      dated,
      country: 'up',
      'topics[]': at % 2 === 0 ? ['oak'] : ['elm'],
      keeper: String(keeper),
      contact: `${SECRET} contact`,
      'said[]': ['rowa'],
      'said/rowa/who': '@Somebody',
      'said/rowa/phone': `${SECRET} phone`,
      'said/rowa/office': 'Office',
      'said/rowa/aside': `${SECRET} aside`,
    });
    deeds.push(id);
    await publish(id);
  }
  await begin(maple, 'deed', { name: `${SECRET} draft`, reference: 'D 1' });
  // A draft over what is published.
  await change(maple, `/en/desk/record/${deeds[0]}/words/en`, { text: `${SECRET} later` });
});
afterAll(() => attic.app.stop());

const get = (path: string) => attic.reader.get(path);

describe('the API', () => {
  it('gives every record once over pages that follow each other', async () => {
    const seen: string[] = [];
    let next: string | null = '/api/v1/attic/deed?limit=2';
    for (let pages = 0; next !== null && pages < 9; pages++) {
      const reply = await get(next.replace(/^https?:\/\/[^/]+/, ''));
      expect(reply.status).toBe(200);
      const page: { items: { id: string }[]; next: string | null } = JSON.parse(reply.body);
      seen.push(...page.items.map(({ id }) => id));
      next = page.next;
    }
    expect(seen.length).toBe(5);
    expect(new Set(seen).size).toBe(5);
  });

  it('is narrowed by terms, words and language as the list is', async () => {
    const items = async (query: string) => JSON.parse((await get(`/api/v1/attic/deed?${query}`)).body).items;
    expect(await items('attic-topic=elm')).toHaveLength(2);
    expect(await items('q=deed+3')).toHaveLength(1);
    expect(await items('lang=lv')).toHaveLength(0);
    expect(await items('year=2022')).toHaveLength(1);
    expect((await get('/api/v1/attic/deed?limit=1000')).status).toBe(400);
    expect((await get('/api/v1/attic/deed?after=x')).status).toBe(400);
  });

  it('gives one record with its links as addresses that lead to it', async () => {
    const item = JSON.parse((await get(`/api/v1/attic/deed/${deeds[1]}`)).body);
    expect(item).toMatchObject({
      format: 'rowan-record/1',
      kind: 'deed',
      tongue: 'en',
      seen: 'public',
      edition: 1,
    });
    expect(item.facts.keeper).toMatch(new RegExp(`/attic/keeper/${keeper}$`));
    const place = item.id.replace(/^https?:\/\/[^/]+/, '');
    const first = await get(place);
    expect(first.status).toBe(303);
    expect((await get(`/api/v1/attic/deed/${keeper}`)).status).toBe(404);
  });

  it('answers 304 until something is published', async () => {
    const url = `${attic.app.url}/api/v1/attic/deed`;
    const first = await fetch(url);
    const etag = first.headers.get('etag') ?? '';
    expect(first.headers.get('last-modified')).toBeTruthy();
    const again = await fetch(url, { headers: { 'if-none-match': etag } });
    expect(again.status).toBe(304);
    expect(await again.text()).toBe('');
    await begin(attic.juniper, 'keeper', { name: 'Another' });
    expect((await fetch(url, { headers: { 'if-none-match': etag } })).status).toBe(200);
  });

  it('is described with public fields alone', async () => {
    const { paths } = JSON.parse((await get('/api/v1/openapi.json')).body);
    const said = JSON.stringify(paths['/api/v1/attic/deed/{number}']);
    expect(said).toContain('keeper');
    for (const name of ['contact', 'secretly', 'forMembers', 'phone', 'aside', '"hint"'])
      expect(said).not.toContain(name);
    expect(paths['/api/v1/attic/receipt']).toBeUndefined();
  });
});

describe('feeds', () => {
  it('are Atom with all that it needs, and nothing of a title acts as XML', async () => {
    const reply = await get('/en/attic/deed.atom?attic-topic=oak');
    expect(reply.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
    expect(XMLValidator.validate(reply.body)).toBe(true);
    const { feed } = new XMLParser({ ignoreAttributes: false, isArray: (name) => name === 'entry' }).parse(
      reply.body,
    );
    expect(feed['@_xml:lang']).toBe('en');
    for (const needed of ['id', 'title', 'updated', 'author']) expect(feed[needed]).toBeTruthy();
    expect(feed.entry).toHaveLength(3);
    for (const entry of feed.entry) {
      expect(entry.id).toMatch(/\/attic\/deed\/\d+$/);
      expect(Date.parse(entry.updated)).not.toBeNaN();
      expect(entry.title).toMatch(/^=cmd deed \d <b>&$/);
      expect(entry.summary).toContain(']]>');
    }
  });

  it('are JSON Feed 1.1, and follow a search too', async () => {
    const reply = await get('/fr/attic/deed.json');
    expect(reply.headers.get('content-type')).toBe('application/feed+json; charset=utf-8');
    const feed = JSON.parse(reply.body);
    expect(feed.version).toBe('https://jsonfeed.org/version/1.1');
    expect(feed.items).toHaveLength(5);
    for (const item of feed.items) {
      expect(item.id && item.url && item.content_text).toBeTruthy();
      expect(item.language).toBe('en');
    }
    const search = JSON.parse((await get('/en/search.json?q=keeper&kind=keeper')).body);
    expect(search.items.length).toBeGreaterThan(0);
    expect(search.items.every(({ id }: { id: string }) => id.includes('/keeper/'))).toBe(true);
  });

  it('bring first what was published last, and lose what is withdrawn', async () => {
    const ids = async () =>
      JSON.parse((await get('/en/attic/deed.json')).body).items.map((one: { id: string }) => one.id);
    const id = await begin(attic.maple, 'deed', {
      name: 'Old but new here',
      reference: 'O 1',
      dated: '1989',
    });
    attic.app.clock.move(1);
    await publish(id);
    expect((await ids())[0]).toMatch(new RegExp(`/${id}$`));
    await change(attic.juniper, `/en/desk/record/${id}/withdraw`, { reason: 'A mistake' });
    expect((await ids()).join()).not.toContain(`/${id}`);
  });

  it('stand on the page of the list they belong to', async () => {
    const page = (await get('/en/attic/deed?attic-topic=oak')).body;
    expect(page).toContain('/en/attic/deed.atom?attic-topic=oak');
    expect(page).toContain('/en/attic/deed.csv?attic-topic=oak');
    expect((await get('/en/search?q=deed')).body).toContain('/en/search.json?q=deed');
  });
});

describe('tables', () => {
  it('say what is in them, for people and machines, and no cell acts in a spreadsheet', async () => {
    const reply = await get('/en/attic/deed.csv');
    expect(reply.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    const bytes = Buffer.from(await (await fetch(`${attic.app.url}/en/attic/deed.csv`)).arrayBuffer());
    expect(bytes.subarray(0, 3).toString('hex')).toBe('efbbbf');
    expect(reply.body.startsWith('"Address (id)"')).toBe(true);
    expect(reply.body).toContain('"Upland"');
    expect(reply.body).toContain(`"'-R 0"`);
    expect(reply.body).toContain(`"'=cmd deed 0 <b>&"`);
    expect(reply.body).not.toMatch(/(^|,)"[=+\-@\t\r]/m);
  });
});

describe('what is not for everybody', () => {
  it('is in nothing that anybody can fetch', async () => {
    const paths = [
      '/en/attic/deed',
      '/en/attic/deed.atom',
      '/en/attic/deed.json',
      '/en/attic/deed.csv',
      '/api/v1/attic/deed',
      '/api/v1/attic/deed.ndjson',
      ...deeds.map((id) => `/api/v1/attic/deed/${id}`),
      '/en/search.atom',
      '/en/search.json',
      `/en/search?q=${SECRET}`,
      `/en/search.json?q=${SECRET}`,
      `/api/v1/attic/deed?q=${SECRET}`,
    ];
    for (const path of paths) {
      const { body, status } = await get(path);
      expect(status, path).toBe(200);
      const said = body
        .replaceAll(`q=${SECRET}`, '')
        .replaceAll(`value="${SECRET}"`, '')
        .replaceAll(`: ${SECRET}`, '');
      expect(said.includes(SECRET), path).toBe(false);
    }
    expect(JSON.parse((await get(`/api/v1/attic/deed?q=${SECRET}`)).body).items).toEqual([]);
    for (const path of [
      '/en/attic/receipt.csv',
      '/en/attic/tip.atom',
      '/api/v1/attic/receipt',
      '/api/v1/attic/tip.ndjson',
    ])
      expect((await get(path)).status, path).toBe(404);
  });

  it('is in what staff take out', async () => {
    const parcels = await attic.maple.get('/en/desk/records/deed/export.ndjson');
    const lines = parcels.body
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.find(({ id }) => id.endsWith(`/${deeds[0]}`))).toMatchObject({
      seen: 'staff',
      published: ['facts'],
      facts: { contact: `${SECRET} contact` },
      words: { en: { text: `${SECRET} later` } },
    });
    const table = await attic.maple.get('/en/desk/records/deed/export.csv');
    expect(table.body).toContain(`${SECRET} contact`);
    expect((await attic.reader.get('/en/desk/records/deed/export.csv')).status).toBe(303);
    expect((await attic.hazel.get('/en/desk/records/deed/export.csv')).status).toBe(404);
  });
});
