// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Attic, begin, change, formIn, press, startAttic } from './staff.ts';

let attic: Attic;
beforeAll(async () => {
  attic = await startAttic();
});
afterAll(() => attic.app.stop());

const deed = (over: Record<string, string | string[]> = {}) => ({
  name: 'The old oak',
  summary: 'Who keeps the tree.',
  reference: 'A 1',
  dated: '2021-12',
  ...over,
});

/** Brings a deed of Maple's to its readers. */
async function published(over: Record<string, string | string[]> = {}): Promise<number> {
  const id = await begin(attic.maple, 'deed', deed(over));
  await press(attic.maple, `${id}/submit`);
  await press(attic.juniper, `${id}/publish`);
  return id;
}

describe('the life of a record', () => {
  it('goes from a draft through review to its readers, published by somebody else', async () => {
    const { maple, juniper, reader } = attic;
    const id = await begin(maple, 'deed', deed());
    expect((await reader.get(`/en/attic/deed/${id}`)).status).toBe(404);
    expect((await maple.get(`/en/desk/record/${id}`)).text).toContain('Draft');
    await press(maple, `${id}/submit`);
    expect((await juniper.get('/en/desk/records')).text).toContain('Waiting for review');
    const empty = await press(juniper, `${id}/return`, { note: ' ' });
    expect(empty.status).toBe(422);
    expect(empty.text).toContain('Say why');
    await press(juniper, `${id}/return`, { note: 'Who planted it?' });
    expect((await maple.get('/en/desk/records')).text).toContain('Sent back to you');
    expect((await maple.get(`/en/desk/record/${id}`)).text).toContain('Who planted it?');
    await change(maple, `/en/desk/record/${id}/words/en`, { summary: 'Planted by Ann.' });
    await press(maple, `${id}/submit`);
    const review = await juniper.get(`/en/desk/record/${id}`);
    expect(formIn(review.body, `/en/desk/record/${id}/publish`)).toMatchObject({
      'rev.facts': ['1'],
      'rev.en': ['2'],
    });
    await press(juniper, `${id}/publish`, { said: 'First.' });
    const page = await reader.get(`/en/attic/deed/${id}-the-old-oak`);
    expect(page.status).toBe(200);
    expect(page.text).toContain('Planted by Ann.');
    expect(page.text).toContain('December 2021');
    expect(page.text).toContain('Edition 1');
    expect(page.headers.getSetCookie()).toEqual([]);
  });

  it('has an address whose number decides: other words lead to the right ones', async () => {
    const { reader } = attic;
    const id = await published();
    for (const words of ['', '-something', '-the-old', '-%D0%B4%D1%83%D0%B1']) {
      const reply = await reader.get(`/en/attic/deed/${id}${words}`);
      expect(reply.status, words).toBe(301);
      expect(reply.location).toBe(`/en/attic/deed/${id}-the-old-oak`);
    }
    for (const path of ['deed/999999', 'deed/0', 'deed/x', `keeper/${id}`, `nothing/${id}`, `receipt/${id}`])
      expect((await reader.get(`/en/attic/${path}`)).status, path).toBe(404);
  });

  it('reads in Chinese and Russian addresses too', async () => {
    const { maple, juniper, reader } = attic;
    for (const [tongue, name] of [
      ['zh', '保护儿童上网的十条规则以及家长和学校应当知道的一切事情与办法全集'],
      ['ru', 'Очень длинный закон о защите детей от всего на свете и ещё немного'],
    ]) {
      const id = await begin(maple, 'deed', deed({ tongue: tongue ?? '', name: name ?? '' }));
      await press(maple, `${id}/submit`);
      await press(juniper, `${id}/publish`);
      const moved = await reader.get(`/${tongue}/attic/deed/${id}`);
      expect(moved.status).toBe(301);
      const page = await reader.get(moved.location ?? '');
      expect(page.status, moved.location ?? '').toBe(200);
      expect(page.text).toContain(name);
    }
  });

  it('ends withdrawn: its page says why and nothing else', async () => {
    const { juniper, reader } = attic;
    const id = await published({ summary: 'A secret nobody should read.' });
    const path = `/en/desk/record/${id}/withdraw`;
    await juniper.get(path);
    expect((await juniper.submit(path, { reason: '' })).status).toBe(422);
    await juniper.submit(path, { reason: 'It was wrong <b>all</b> along.' });
    const gone = await reader.get(`/en/attic/deed/${id}-the-old-oak`);
    expect(gone.status).toBe(410);
    expect(gone.text).toContain('It was wrong <b>all</b> along.');
    expect(gone.body).not.toMatch(/<b>|A secret|The old oak/);
    expect((await reader.get('/en/attic/deed')).text).not.toContain('A secret');
  });

  it('ends replaced: its page names what took its place', async () => {
    const { juniper, reader } = attic;
    const old = await published({ name: 'The old rule' });
    const fresh = await published({ name: 'The new rule' });
    const path = `/en/desk/record/${old}/supersede`;
    await juniper.get(path);
    const found = await juniper.submit(path, { find: 'new rule', go: 'find' });
    expect(found.text).toContain('The new rule');
    await juniper.submit(path, { by: String(fresh), go: 'save' });
    const page = await reader.get(`/en/attic/deed/${old}-the-old-rule`);
    expect(page.status).toBe(200);
    expect(page.text).toContain('This was replaced by a newer one');
    expect(page.body).toContain(`href="/en/attic/deed/${fresh}-the-new-rule"`);
  });

  it('refuses what a role does not open, and shows nothing of it', async () => {
    const { maple, hazel, sorrel, juniper } = attic;
    const id = await begin(maple, 'deed', deed());
    const work = `/en/desk/record/${id}`;
    expect((await hazel.get(work)).status).toBe(404);
    expect((await hazel.post(`${work}/submit`, {})).status).toBe(403);
    expect((await hazel.get('/en/desk/records')).status).toBe(404);
    expect((await sorrel.get(`${work}/facts`)).status).toBe(403);
    expect((await maple.post(`${work}/publish`, { 'rev.facts': '1', 'rev.en': '1' })).status).toBe(403);
    expect((await maple.get(`${work}/withdraw`)).status).toBe(403);
    expect((await maple.get('/en/desk/records/nothing')).status).toBe(404);
    expect((await sorrel.get('/en/desk/records/deed/new')).status).toBe(404);
    await press(maple, `${id}/submit`);
    await change(juniper, `${work}/words/en`, { summary: 'By the librarian herself.' });
    const own = await juniper.post(`${work}/publish`, { 'rev.facts': '1', 'rev.en': '2' });
    expect([403, 409]).toContain(own.status);
  });

  it('publishes nothing that the reviewer did not see', async () => {
    const { maple, juniper, reader } = attic;
    const id = await begin(maple, 'deed', deed({ name: 'Seen text' }));
    await press(maple, `${id}/submit`);
    const page = await juniper.get(`/en/desk/record/${id}`);
    const form = formIn(page.body, `/en/desk/record/${id}/publish`);
    await change(maple, `/en/desk/record/${id}/words/en`, { name: 'Unseen text' });
    await juniper.get(`/en/desk/record/${id}`);
    const reply = await juniper.post(`/en/desk/record/${id}/publish`, form);
    expect(reply.status).toBe(409);
    expect((await reader.get(`/en/attic/deed/${id}`)).status).toBe(404);
  });
});
