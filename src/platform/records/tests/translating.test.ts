// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { saveWords } from '../store/save.ts';
import { type Attic, begin, change, formIn, press, startAttic } from './staff.ts';

let attic: Attic;
beforeAll(async () => {
  attic = await startAttic();
});
afterAll(() => attic.app.stop());

async function published(): Promise<number> {
  const id = await begin(attic.willow, 'deed', {
    name: 'The old oak',
    summary: 'The tree stands in the garden.',
    reference: 'A 1',
  });
  await press(attic.willow, `${id}/submit`);
  await press(attic.juniper, `${id}/publish`);
  return id;
}

async function again(id: number): Promise<void> {
  await press(attic.willow, `${id}/submit`);
  await press(attic.juniper, `${id}/publish`);
}

describe('a translation', () => {
  it('is written beside the original, goes out of date with it, and is checked again', async () => {
    const { maple, willow, sorrel, reader } = attic;
    const id = await published();
    const path = `/en/desk/record/${id}/words/fr`;
    expect((await maple.get('/en/desk/translate?to=fr')).body).toContain(`href="${path}"`);
    const empty = await maple.get(path);
    expect(empty.text).toContain('The tree stands in the garden.');
    expect(empty.text).toContain('Not translated yet');
    await change(maple, path, { name: 'Le vieux chêne', summary: 'L’arbre est dans le jardin.' });
    await again(id);
    const french = await reader.get(`/fr/attic/deed/${id}-le-vieux-chêne`.replace('ê', '%C3%AA'));
    expect(french.status).toBe(200);
    expect(french.text).toContain('L’arbre est dans le jardin.');
    expect(french.body).toContain('lang="fr"');

    await change(willow, `/en/desk/record/${id}/words/en`, { summary: 'The tree fell in the garden.' });
    const stale = await maple.get(path);
    expect(stale.text).toContain('Out of date since');
    expect(stale.body).toMatch(/<del>.*stands.*<\/del><ins>.*fell.*<\/ins>/);
    expect((await maple.get('/en/desk/translate?to=fr')).body).toContain(`href="${path}"`);
    await again(id);
    const banner = await reader.get(french.location ?? `/fr/attic/deed/${id}-le-vieux-ch%C3%AAne`);
    expect(banner.text).toContain('Cette traduction n’est peut-être plus à jour');

    await change(maple, path, { summary: 'L’arbre est tombé dans le jardin.' });
    await again(id);
    expect((await maple.get(path)).text).toContain('Translated by Maple');
    await change(sorrel, path, { 'check[]': ['name', 'summary'] });
    const checked = await maple.get(path);
    expect(checked.text).toContain('Checked by Sorrel');
    expect(checked.text).not.toContain('Out of date');
    expect((await maple.get('/en/desk/translate?to=fr')).body).not.toContain(`href="${path}"`);
    const last = await reader.get(`/fr/attic/deed/${id}-le-vieux-ch%C3%AAne`);
    expect(last.text).toContain('L’arbre est tombé');
    expect(last.text).not.toContain('plus à jour');
  });

  it('that is missing shows the original, says in which language it is, and marks it', async () => {
    const id = await published();
    const page = await attic.reader.get(`/ar/attic/deed/${id}-the-old-oak`);
    expect(page.status).toBe(200);
    expect(page.body).toMatch(/<h1 lang="en" dir="auto">The old oak/);
    expect(page.text).toContain('لغة هذا النص');
  });

  it('is not for whoever may not translate, and none can tick what they may not check', async () => {
    const { maple, hazel, sorrel } = attic;
    const id = await published();
    const path = `/en/desk/record/${id}/words/lv`;
    expect((await hazel.get(path)).status).toBe(404);
    await change(maple, path, { name: 'Vecais ozols', summary: 'Koks dārzā.' });
    await change(maple, path, { 'check[]': ['name'] });
    expect((await maple.get(path)).text).not.toContain('Checked by');
    expect((await maple.get(`/en/desk/record/${id}/words/xx`)).status).toBe(404);
    await sorrel.get(path);
    expect((await sorrel.post(path, { name: 'Cits', base: '1', go: 'save' })).status).toBe(403);
  });

  it('of a machine is always labelled, and a reader can hint at a mistake [LV-75]', async () => {
    const { app, maple, sorrel, reader } = attic;
    const id = await published();
    const words = { name: 'Vecais ozols', summary: 'Koks stāv dārzā.' };
    const states = { name: 'machine', summary: 'machine' } as const;
    await saveWords(app.ctx(), { record: id, lang: 'lv', base: 0, words, states, via: 'machine' });
    await again(id);
    const page = await reader.get(`/lv/attic/deed/${id}-vecais-ozols`);
    expect(page.text).toContain('Mašīntulkojums. Cilvēks to vēl nav pārbaudījis.');
    const hint = `/lv/attic/deed/${id}/hint`;
    expect(page.body).toContain(`href="${hint}?text=lv"`);
    await reader.get(`${hint}?text=lv`);
    expect((await reader.submit(hint, { text: 'lv', words: '  ' })).status).toBe(422);
    const sent = await reader.submit(hint, { text: 'lv', words: 'Jābūt <b>sētā</b>.' });
    expect(sent.text).toContain('Paldies');
    expect(sent.headers.getSetCookie()).toEqual([]);
    const path = `/lv/desk/record/${id}/words/lv`;
    const desk = await maple.get(path);
    expect(desk.text).toContain('Jābūt <b>sētā</b>.');
    expect(desk.body).not.toContain('<b>sētā');
    const close = formIn(desk.body, `/lv/desk/record/${id}/hint`);
    const which = /name="hint" value="([^"]+)"/.exec(desk.body)?.[1] ?? '';
    await maple.submit(`/lv/desk/record/${id}/hint`, { ...close, hint: which });
    expect((await maple.get(path)).text).not.toContain('Jābūt');
    await change(maple, path, { summary: 'Koks stāv sētā.' });
    await again(id);
    await change(sorrel, path, { 'check[]': ['name', 'summary'] });
    const checked = await reader.get(`/lv/attic/deed/${id}-vecais-ozols`);
    expect(checked.text).toContain('Koks stāv sētā.');
    expect(checked.text).not.toContain('Mašīntulkojums');
  });

  it('is taken from its readers by itself; the record stays', async () => {
    const { maple, juniper, reader } = attic;
    const id = await published();
    await change(maple, `/en/desk/record/${id}/words/fr`, { name: 'Le chêne', summary: 'Un arbre.' });
    await again(id);
    expect((await reader.get(`/fr/attic/deed/${id}-le-ch%C3%AAne`)).text).toContain('Un arbre.');
    await juniper.get(`/en/desk/record/${id}`);
    await juniper.submit(`/en/desk/record/${id}/unpublish`, { lang: 'fr' });
    const page = await reader.get(`/fr/attic/deed/${id}-the-old-oak`);
    expect(page.text).toContain('The tree stands in the garden.');
    expect(page.text).not.toContain('Un arbre.');
  });
});
