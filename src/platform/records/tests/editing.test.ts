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
  text: 'Long ago.',
  reference: 'A 1',
  ...over,
});

describe('the form of a record', () => {
  it('finds a record to link to without script, and loses nothing that was typed', async () => {
    const { maple, juniper } = attic;
    const keeper = await begin(juniper, 'keeper', { name: 'The keeper of the hill' });
    const path = '/en/desk/records/deed/new';
    await maple.get(path);
    const typed = { tongue: 'en', name: 'Typed before', summary: 'Still here', 'topics[]': ['oak', 'elm'] };
    const found = await maple.post(path, { ...typed, 'find.keeper': 'hill', go: 'find:keeper' });
    expect(found.status).toBe(200);
    expect(found.text).toContain('The keeper of the hill');
    const kept = formIn(found.body, path);
    expect(kept).toMatchObject({
      name: ['Typed before'],
      summary: ['Still here'],
      'topics[]': ['elm', 'oak'],
    });
    const enter = await maple.post(path, { ...typed, 'find.keeper': 'nobody' });
    expect(enter.text).toContain('Nothing was found');
    const saved = await maple.submit(path, {
      ...typed,
      reference: 'A 2',
      keeper: String(keeper),
      go: 'save',
    });
    const id = /\/desk\/record\/(\d+)/.exec(saved.body)?.[1];
    const form = await maple.get(`/en/desk/record/${id}/facts`);
    expect(formIn(form.body, `/en/desk/record/${id}/facts`)).toMatchObject({ keeper: [String(keeper)] });
  });

  it('adds, moves and removes rows without script; the words follow their row', async () => {
    const { maple } = attic;
    const id = await begin(maple, 'deed', deed());
    const path = `/en/desk/record/${id}/facts`;
    const press = async (go: string, fields = {}) =>
      maple.post(path, { ...formIn(maple.last?.body ?? '', path), ...fields, go });
    await maple.get(path);
    await press('add:said');
    await press('add:said');
    const keys = formIn(maple.last?.body ?? '', path)['said[]'] as string[];
    expect(keys).toHaveLength(2);
    const [first, second] = keys;
    await press(`down:said/${first}`, { [`said/${first}/who`]: 'Ann', [`said/${second}/who`]: 'Ben' });
    expect(formIn(maple.last?.body ?? '', path)['said[]']).toEqual([second, first]);
    await press('save');
    const words = `/en/desk/record/${id}/words/en`;
    await change(maple, words, {
      [`said/${first}/words`]: 'I planted it.',
      [`said/${second}/words`]: 'I cut it.',
    });
    const read = await maple.get(`/en/desk/record/${id}/read`);
    expect(read.text).toMatch(/Ben.*I cut it\..*Ann.*I planted it\./);
    await maple.get(path);
    await press(`remove:said/${second}`);
    await press('save');
    const after = await maple.get(`/en/desk/record/${id}/read`);
    expect(after.text).toContain('I planted it.');
    expect(after.text).not.toContain('I cut it.');
  });

  it('says beside each field what is wrong, and keeps what was typed', async () => {
    const { maple } = attic;
    const path = '/en/desk/records/deed/new';
    await maple.get(path);
    const wrong = {
      ...deed({ name: 'x'.repeat(301), dated: '2021-13', pages: 'many', site: 'javascript:alert(1)' }),
      ...{ tongue: 'xx', country: '<script>', 'answers[]': 'abc', keeper: '-1', go: 'save' },
    };
    const reply = await maple.post(path, wrong);
    expect(reply.status).toBe(422);
    for (const field of ['tongue', 'name', 'dated', 'pages', 'site', 'country', 'answers', 'keeper']) {
      expect(reply.body, field).toContain(`id="${field}-error"`);
      expect(reply.body, field).toContain(`href="#${field}"`);
    }
    expect(formIn(reply.body, path)).toMatchObject({ summary: ['Who keeps the tree.'], dated: ['2021-13'] });
  });

  it('offers a term that is gone only where it stands already', async () => {
    const { maple } = attic;
    expect((await maple.get('/en/desk/records/deed/new')).body).not.toContain('Ash trees');
    const id = await begin(maple, 'deed', deed({ 'topics[]': ['ash'] }));
    expect((await maple.get(`/en/desk/record/${id}/facts`)).body).toContain('Ash trees');
  });

  it('says in the form of a draft what is missing, with a link to the field', async () => {
    const { maple } = attic;
    const id = await begin(maple, 'deed', { name: 'Without a reference' });
    const work = await maple.get(`/en/desk/record/${id}`);
    expect(work.text).toContain('What is missing');
    expect(work.body).toContain(`href="/en/desk/record/${id}/facts#reference"`);
  });
});

describe('two people at once', () => {
  it('both keep what they changed in different places', async () => {
    const { maple, willow } = attic;
    const id = await begin(maple, 'deed', deed());
    const path = `/en/desk/record/${id}/words/en`;
    const opened = formIn((await maple.get(path)).body, path);
    await change(willow, path, { text: 'Willow wrote this.' });
    await maple.get(path);
    const reply = await maple.submit(path, { ...opened, summary: 'Maple wrote this.', go: 'save' });
    expect(reply.status).toBe(200);
    await maple.post(path, { ...opened, summary: 'Maple wrote that.', go: 'save' });
    const read = await maple.get(`/en/desk/record/${id}/read`);
    expect(read.text).toContain('Willow wrote this.');
  });

  it('are shown both texts where they changed the same, and nothing typed is lost', async () => {
    const { maple, willow } = attic;
    const id = await begin(maple, 'deed', deed());
    const path = `/en/desk/record/${id}/words/en`;
    const opened = formIn((await maple.get(path)).body, path);
    await change(willow, path, { summary: 'The summary of Willow.', text: 'The text of Willow.' });
    await maple.get(path);
    const clash = await maple.post(path, {
      ...opened,
      summary: 'The summary of Maple.',
      name: 'Renamed',
      go: 'save',
    });
    expect(clash.status).toBe(409);
    expect(clash.text).toContain('The summary of Willow.');
    const form = formIn(clash.body, path);
    expect(form).toMatchObject({
      summary: ['The summary of Maple.'],
      name: ['Renamed'],
      text: ['The text of Willow.'],
    });
    const untouched = await willow.get(`/en/desk/record/${id}/read`);
    expect(untouched.text).toContain('The summary of Willow.');
    const saved = await maple.submit(path, { ...form, summary: 'The summary of both.', go: 'save' });
    expect(saved.status).toBe(200);
    const read = await willow.get(`/en/desk/record/${id}/read`);
    for (const words of ['The summary of both.', 'The text of Willow.', 'Renamed'])
      expect(read.text).toContain(words);
  });

  it('add facts to the same list, and both stay; a clash of facts is said in words', async () => {
    const { maple, willow } = attic;
    const id = await begin(maple, 'deed', deed({ 'topics[]': ['oak'], country: 'up' }));
    const path = `/en/desk/record/${id}/facts`;
    const opened = formIn((await maple.get(path)).body, path);
    await change(willow, path, { 'topics[]': ['oak', 'elm'], country: 'down' });
    await maple.get(path);
    const clash = await maple.post(path, { ...opened, 'topics[]': [], country: '', go: 'save' });
    expect(clash.status).toBe(409);
    expect(clash.text).toContain('The other text Downland');
    expect(formIn(clash.body, path)['topics[]']).toEqual(['elm']);
  });
});

describe('the history of a record', () => {
  it('shows what changed word by word, and brings an old version back', async () => {
    const { maple, willow } = attic;
    const id = await begin(maple, 'deed', deed({ summary: 'The tree stands in the garden.', country: 'up' }));
    await change(willow, `/en/desk/record/${id}/words/en`, { summary: 'The tree fell in the garden.' });
    await change(willow, `/en/desk/record/${id}/facts`, { country: 'down' });
    const history = await maple.get(`/en/desk/record/${id}/history`);
    expect(history.text).toContain('Willow');
    const words = await maple.get(`/en/desk/record/${id}/history/en/2`);
    expect(words.body).toMatch(/<del>.*stands.*<\/del><ins>.*fell.*<\/ins>/);
    const facts = await maple.get(`/en/desk/record/${id}/history/facts/2`);
    expect(facts.text).toContain('Upland');
    expect(facts.text).toContain('Downland');
    await maple.get(`/en/desk/record/${id}/history/en/1`);
    await maple.submit(`/en/desk/record/${id}/history/en/1`, {});
    expect((await maple.get(`/en/desk/record/${id}/read`)).text).toContain('The tree stands in the garden.');
    expect((await maple.get(`/en/desk/record/${id}/history/en/3`)).text).toContain('stands');
    expect((await maple.get(`/en/desk/record/${id}/history/en/9`)).status).toBe(404);
  });

  it('compares what is to be published with what readers see', async () => {
    const { maple, juniper } = attic;
    const id = await begin(maple, 'deed', deed());
    await press(maple, `${id}/submit`);
    await press(juniper, `${id}/publish`);
    await change(maple, `/en/desk/record/${id}/words/en`, { text: 'Not so long ago.' });
    await press(maple, `${id}/submit`);
    const work = await juniper.get(`/en/desk/record/${id}`);
    const path = `/en/desk/record/${id}/history/en/2?from=1`;
    expect(work.body).toContain(`href="${path}"`);
    expect((await juniper.get(path)).body).toMatch(/<ins>.*Not so.*<\/ins>/);
  });
});
