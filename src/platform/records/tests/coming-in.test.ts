// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Client, Reply } from '../../../../tests/harness/client.ts';
import { type Attic, begin, change, plain, press, startAttic } from './staff.ts';

let attic: Attic;
beforeAll(async () => {
  attic = await startAttic();
});
afterAll(() => attic.app.stop());

const IMPORT = '/en/desk/records/deed/import';

/** Chooses a file and presses the first button. */
async function look(client: Client, content: string | Buffer, path = IMPORT) {
  await client.get(path);
  const file = { field: 'file', name: 'file', bytes: Buffer.from(content) };
  return client.upload(path, { lang: 'en', 'types[]': ['post', 'page'] }, [file]);
}

/** Presses the second button of a preview. */
async function go(client: Client, preview: Reply, path = IMPORT): Promise<Reply> {
  const packed = plain(/name="packed" value="([^"]*)"/.exec(preview.body)?.[1] ?? '');
  return client.submit(`${path}/go`, { packed });
}

const count = async () =>
  (await attic.willow.get('/en/desk/records/deed/export.ndjson')).body.split('\n').length - 1;
const exported = async (kind = 'deed') =>
  (await attic.willow.get(`/en/desk/records/${kind}/export.ndjson`)).body
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

describe('a table', () => {
  it('is shown before anything is written, with every cell that does not fit', async () => {
    const before = await count();
    const table = [
      'Name;Reference;dated;Topics (topics);attic-nonsense;pages;summary.fr',
      'First of the table;T 1;03.12.2021;Oak trees; ;3,5;Premier',
      'Second;T 2;32.13.2021;Oak trees; Palm;many;',
      `${'x'.repeat(400)};T 3;2020;elm;;;`,
    ];
    const preview = await look(attic.maple, table.join('\r\n'));
    expect(preview.status).toBe(200);
    expect(await count()).toBe(before);
    for (const said of ['New: 3', 'attic-nonsense', '32.13.2021', 'many', 'too long'])
      expect(preview.text).toContain(said);
    const done = await go(attic.maple, preview);
    expect(done.text).toContain('New: 3');
    const first = (await exported()).find(({ facts }) => facts.reference === 'T 1');
    expect(first).toMatchObject({
      facts: { dated: '2021-12-03', pages: 3.5, topics: ['oak'] },
      words: { en: { name: 'First of the table' }, fr: { summary: 'Premier' } },
      published: [],
    });
    const again = await look(attic.maple, table.join('\r\n'));
    expect(again.text).toContain('The same as here: 3');
    expect(again.body).not.toContain('>Bring them in<');
  });

  it('that came from here goes back in without a change, whatever its cells begin with', async () => {
    await begin(attic.maple, 'deed', {
      name: "=HYPERLINK('x')",
      summary: "'=quoted\n\n- list",
      reference: '@ref',
      contact: '+1 555 0100',
      pages: '-5',
      open: 'yes',
      'said[]': ['rowb'],
      'said/rowb/who': '-Who',
      'said/rowb/office': '=Office',
    });
    const table = await attic.maple.get('/ru/desk/records/deed/export.csv');
    expect(table.body).not.toMatch(/(^|,)"[=+\-@\t\r]/m);
    const preview = await look(attic.maple, table.body);
    expect(preview.text).toMatch(/New: 0\. Changed: 0\. The same as here: \d/);
    expect(preview.text).not.toContain('does not fit');
  });

  it('changes what has changed and leaves alone what it has no column for', async () => {
    const id = await begin(attic.maple, 'deed', { name: 'Old name', reference: 'C 1', contact: 'Keep me' });
    const preview = await look(attic.maple, `id,Name\n${id},New name\n`);
    expect(preview.text).toContain('Changed: 1');
    await go(attic.maple, preview);
    const now = (await exported()).find((one) => one.id.endsWith(`/${id}`));
    expect(now).toMatchObject({
      facts: { reference: 'C 1', contact: 'Keep me' },
      words: { en: { name: 'New name' } },
    });
  });

  it('loses nothing that somebody else wrote after the preview', async () => {
    const id = await begin(attic.maple, 'deed', { name: 'Two people', reference: 'M 1' });
    const words = `/en/desk/record/${id}/words/en`;
    const preview = await look(attic.maple, `id,name.en,summary.en\n${id},Two people,From the table\n`);
    await change(attic.juniper, words, { name: 'Two people at once' });
    await go(attic.maple, preview);
    const merged = (await exported()).find((one) => one.id.endsWith(`/${id}`));
    expect(merged.words.en).toEqual({ name: 'Two people at once', summary: 'From the table' });

    const second = await look(attic.maple, `id,name.en\n${id},From the table\n`);
    await change(attic.juniper, words, { name: 'From the other' });
    const refused = await go(attic.maple, second);
    expect(refused.status).toBe(409);
    expect(refused.text).toContain('Look again');
    expect((await exported()).find((one) => one.id.endsWith(`/${id}`)).words.en.name).toBe('From the other');
  });

  it('with rows without end, without columns or without text is refused in words', async () => {
    const rows = Array.from({ length: 501 }, (_none, at) => `Row ${at},H ${at}`).join('\n');
    expect((await look(attic.maple, `Name,Reference\n${rows}`)).status).toBe(422);
    expect((await look(attic.maple, 'Nothing,Known\n1,2')).text).toContain('No heading of the first row');
    expect((await look(attic.maple, Buffer.from([0xc3, 0x28, 0xff]))).text).toContain('UTF-8');
    expect((await look(attic.maple, `Name\n"${'x'.repeat(2_000_000)}"`)).text).toContain('cannot be read');
    expect((await look(attic.maple, 'x'.repeat(5_000_000))).status).toBe(413);
    await attic.maple.get(IMPORT);
    expect((await attic.maple.upload(IMPORT, { lang: 'en' }, [])).status).toBe(422);
  });
});

describe('parcels', () => {
  it('are drafts here, and published by whoever may', async () => {
    const parcel = (id: string, name: string, reference: string) =>
      JSON.stringify({
        ...{ format: 'rowan-record/1', id, kind: 'keeper', tongue: 'en', published: ['facts', 'en'] },
        ...{ facts: {}, words: { en: { name } }, aliases: [`itu:${reference}`] },
      });
    const path = '/en/desk/records/keeper/import';
    const of = (name: string) => `https://other.example/attic/keeper/${name}`;
    // A clerk may not publish keepers, a librarian may.
    await go(attic.maple, await look(attic.maple, parcel(of('1'), 'Keeper of the clerk', 'K1'), path), path);
    await go(
      attic.juniper,
      await look(attic.juniper, parcel(of('2'), 'Keeper of the librarian', 'K2'), path),
      path,
    );
    const list = (await attic.reader.get('/en/attic/keeper')).text;
    expect(list).not.toContain('Keeper of the clerk');
    expect(list).toContain('Keeper of the librarian');
    const again = await look(attic.juniper, parcel(of('2'), 'Keeper of the librarian', 'K2'), path);
    expect(again.text).toContain('The same as here: 1');
  });

  it('of a kind that the importer may not write are refused', async () => {
    const foreign = JSON.stringify({
      ...{ format: 'rowan-record/1', id: 'https://other.example/1', kind: 'tip', tongue: 'en' },
      words: { en: { name: 'No' } },
    });
    expect((await look(attic.maple, foreign)).text).toContain('Your roles do not allow');
    expect((await look(attic.maple, foreign.replace('tip', 'nothing'))).text).toContain('no such kind');
    expect((await look(attic.maple, '{"format":"rowan-record/1","__proto__":{"id":1}}')).text).toContain(
      'not a record',
    );
    expect((await attic.hazel.get(IMPORT)).status).toBe(404);
    expect((await attic.reader.get(IMPORT)).status).toBe(303);
  });

  it('that everybody may read cannot take away what only staff see', async () => {
    const id = await begin(attic.maple, 'deed', {
      name: 'Shown',
      reference: 'P 1',
      contact: 'Secret contact',
      hint: 'Secret hint',
      'said[]': ['rowc'],
      'said/rowc/who': 'Who',
      'said/rowc/phone': 'Secret phone',
      'said/rowc/aside': 'Secret aside',
    });
    await press(attic.maple, `${id}/submit`);
    await press(attic.juniper, `${id}/publish`);
    const parcel = JSON.parse((await attic.reader.get(`/api/v1/attic/deed/${id}`)).body);
    parcel.words.en.name = 'Shown anew';
    await go(attic.maple, await look(attic.maple, JSON.stringify(parcel)));
    const now = (await exported()).find((one) => one.id.endsWith(`/${id}`));
    expect(now.words.en).toEqual({
      name: 'Shown anew',
      hint: 'Secret hint',
      'said/rowc/aside': 'Secret aside',
    });
    expect(now.facts.contact).toBe('Secret contact');
    expect(now.facts.said).toEqual([{ k: 'rowc', phone: 'Secret phone', who: 'Who' }]);
  });
});

const item = (more: string) => `<item><title>A post &amp; more</title><link>https://old.example/?p=1</link>
  <guid>https://old.example/?p=1</guid><wp:post_date>2020-05-04 10:00:00</wp:post_date>
  <wp:post_type>post</wp:post_type><wp:status>publish</wp:status>${more}</item>`;
const wxr = (items: string, head = '') =>
  `<?xml version="1.0"?>${head}<rss version="2.0"><channel>${items}</channel></rss>`;

describe('an export of WordPress', () => {
  it('becomes drafts; pictures, embeds and shortcodes are listed', async () => {
    const html = `<!-- wp:paragraph --><h2>About <em>oaks</em></h2><p>First &lt;b&gt; line.<script>alert(1)</script></p>
      <ul><li>one</li><li>two <a href="https://example.org/x">more</a></li></ul><p><a href="javascript:alert(1)">bad</a></p>
      <img src="x" onerror="alert(1)"><iframe src="https://video.example"></iframe>[gallery ids="1,2"]`;
    const file = wxr(
      item(
        `<content:encoded><![CDATA[${html}]]></content:encoded><category domain="tag">Oak trees</category><category domain="tag">Palm</category>`,
      ) +
        item('<wp:post_password>x</wp:post_password>').replaceAll('p=1', 'p=2') +
        '<item><title>Picture</title><wp:post_type>attachment</wp:post_type></item>',
    );
    const preview = await look(attic.maple, file);
    for (const said of [
      'Pictures are not taken over',
      'Videos and other pages',
      'fills in by itself',
      'Palm',
      'attachment: 1',
      'New: 1',
    ])
      expect(preview.text).toContain(said);
    await go(attic.maple, preview);
    const made = (await exported()).find((one) => one.aliases.includes('from:https://old.example/?p=1'));
    expect(made).toMatchObject({
      published: [],
      facts: { dated: '2020-05-04', topics: ['oak'], site: 'https://old.example/?p=1' },
    });
    expect(made.words.en.name).toBe('A post & more');
    expect(made.words.en.text).toBe(
      '## About oaks\n\nFirst <b> line.\n\n- one\n- two more (https://example.org/x)\n\nbad',
    );
    expect((await look(attic.maple, file)).text).toContain('The same as here: 1');
  });

  it('with entities is refused unread', async () => {
    const laughs = Array.from(
      { length: 9 },
      (_none, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`,
    ).join('');
    const bomb = wxr(
      item('<content:encoded>&l9;</content:encoded>'),
      `<!DOCTYPE x [<!ENTITY l0 "ha">${laughs}]>`,
    );
    expect((await look(attic.maple, bomb)).text).toContain('not an export of WordPress');
    const outside = wxr(
      item('<content:encoded>&x;</content:encoded>'),
      '<!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
    );
    const preview = await look(attic.maple, outside);
    expect(preview.text).toContain('not an export of WordPress');
    expect(preview.text).not.toContain('root:');
    expect((await look(attic.maple, `${'<a>'.repeat(50_000)}`)).text).toContain('not an export of WordPress');
    expect((await look(attic.maple, wxr('<item>'.repeat(50_000)))).status).toBe(200);
  });
});
