// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../../tests/harness/app.ts';
import type { Client, Fields } from '../../../../tests/harness/client.ts';
import { begin, change, formIn, press } from '../../../platform/records/tests/staff.ts';

let app: TestApp;
let juniper: Client;
let maple: Client;
let sorrel: Client;
beforeAll(async () => {
  app = await startTestApp();
  juniper = await app.signIn('Juniper');
  maple = await app.signIn('Maple');
  sorrel = await app.signIn('Sorrel');
});
afterAll(() => app.stop());

const guide = (over: Fields = {}): Fields => ({
  title: 'Somebody asks for a picture',
  lede: 'You may say no.',
  worry: 'pictures',
  audience: 'child',
  what: 'Somebody asks you for a picture.',
  now: 'Say no.',
  avoid: 'Do not pay.',
  helps: 'An adult.',
  remember: 'It is not your fault.',
  safety: 'yes',
  ...over,
});

const FRENCH = {
  title: 'On me demande une photo',
  lede: 'Tu peux dire non.',
  what: 'On te demande une photo.',
  now: 'Dis non.',
  avoid: 'Ne paie pas.',
  helps: 'Un adulte.',
  remember: 'Ce n’est pas ta faute.',
};

const work = (id: number) => `/en/desk/record/${id}`;

async function submitted(over: Fields = {}): Promise<number> {
  const id = await begin(juniper, 'guide', guide(over));
  await press(juniper, `${id}/submit`);
  return id;
}

it('holds words to a child in danger back until a reviewer publishes them', async () => {
  const willow = await app.signIn('Willow');
  const id = await submitted();
  expect((await willow.get(work(id))).text).toContain('A reviewer of this language has to read these words');
  const refused = await willow.post(`${work(id)}/publish`, { 'rev.facts': '1', 'rev.en': '1' });
  expect(refused.status).toBe(409);
  expect((await app.visitor().get(`/en/library/guide/${id}`)).status).toBe(404);
  await press(sorrel, `${id}/publish`);
  expect((await app.visitor().get(`/en/library/guide/${id}-somebody-asks-for-a-picture`)).text).toContain(
    'It is not your fault.',
  );
});

it('holds them back for the worry, whatever the form says', async () => {
  const id = await submitted({ safety: 'no', worry: 'strangers' });
  const willow = await app.signIn('Willow');
  await willow.get(work(id));
  const refused = await willow.post(`${work(id)}/publish`, { 'rev.facts': '1', 'rev.en': '1' });
  expect(refused.status).toBe(409);
});

it('lets a language out only when every text of it was passed', async () => {
  const id = await submitted();
  await change(maple, `${work(id)}/words/fr`, FRENCH);
  const waiting = await sorrel.get(work(id));
  expect(waiting.text).toContain('Waits: no reviewer has passed every text in this language');
  expect(formIn(waiting.body, `${work(id)}/publish`)).not.toHaveProperty(['rev.fr']);
  const all = { 'rev.facts': '1', 'rev.en': '1', 'rev.fr': '1' };
  expect((await sorrel.post(`${work(id)}/publish`, all)).status).toBe(409);
  const units = Object.keys(FRENCH);
  await change(sorrel, `${work(id)}/words/fr`, { 'check[]': units.slice(1) });
  expect((await sorrel.post(`${work(id)}/publish`, all)).status).toBe(409);
  await change(sorrel, `${work(id)}/words/fr`, { 'check[]': units });
  await press(sorrel, `${id}/publish`);
  const page = await app.visitor().get(`/fr/library/guide/${id}-on-me-demande-une-photo`);
  expect(page.text).toContain('Tu peux dire non.');
});

it('takes nobody’s word for it but a reviewer’s', async () => {
  const id = await submitted();
  await change(maple, `${work(id)}/words/fr`, FRENCH);
  const willow = await app.signIn('Willow');
  await change(willow, `${work(id)}/words/fr`, { 'check[]': Object.keys(FRENCH) });
  const all = { 'rev.facts': '1', 'rev.en': '1', 'rev.fr': '1' };
  await sorrel.get(work(id));
  expect((await sorrel.post(`${work(id)}/publish`, all)).status).toBe(409);
});

it('asks nothing of the kind where no child is in danger', async () => {
  const id = await submitted({ safety: 'no', worry: 'new-phone' });
  const willow = await app.signIn('Willow');
  await press(willow, `${id}/publish`);
  expect((await app.visitor().get(`/en/library/guide/${id}-somebody-asks-for-a-picture`)).status).toBe(200);
});
