// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../../tests/harness/app.ts';
import type { Client } from '../../../../tests/harness/client.ts';
import { createPerson, invitePath } from '../../../platform/auth/index.ts';
import { comeIn, join } from '../../../platform/auth/testing/staff.ts';
import { begin, press } from '../../../platform/records/tests/staff.ts';

let app: TestApp;
let juniper: Client;
let willow: Client;
let guideline: number;

beforeAll(async () => {
  app = await startTestApp();
  juniper = await app.signIn('Juniper');
  willow = await app.signIn('Willow');
  guideline = await begin(juniper, 'guideline', {
    ...{ title: 'Guideline for makers of games', summary: 'What makers do.', publisher: 'Brook institute' },
    ...{ dated: '2020-06', 'items[]': 'k001', 'items/k001/no': '1', 'items/k001/text': 'Set a limit.' },
  });
  await press(juniper, `${guideline}/submit`);
  await press(willow, `${guideline}/publish`);
});
afterAll(() => app.stop());

describe('adopting a guideline', () => {
  it('is read by everybody with the guideline, with how far and since when [RU-19] [RU-38]', async () => {
    const path = `/en/desk/library/guideline/${guideline}/adoption`;
    await juniper.get(path);
    const wrong = await juniper.post(path, { name: 'Willowbrook Games', since: 'soon' });
    expect(wrong.status).toBe(422);
    expect(wrong.body).toContain('Willowbrook Games');
    await juniper.submit(path, {
      ...{ name: 'Willowbrook Games', how: 'part', items: '1, 4', since: '2026-02-01' },
      contact: 'ann@willowbrook.example',
    });
    const page = async () => {
      const reader = app.visitor();
      return reader.get((await reader.get(`/en/library/guideline/${guideline}`)).location ?? '');
    };
    const first = await page();
    expect(first.text).toMatch(
      /Who adopted it.*Willowbrook Games Follows part of it 1, 4 1 February 2026 Noted here/,
    );
    expect(first.text).not.toContain('ann@willowbrook.example');
    expect((await willow.get(path)).text).toContain('ann@willowbrook.example');

    await willow.submit(path, { name: 'willowbrook games', how: 'whole', since: '2026-11-01' });
    const second = await page();
    expect(second.text).toContain('Follows all of it');
    expect(second.text).not.toContain('Follows part of it');
    const id = /name="id" value="([0-9a-f-]{36})"/.exec((await willow.get(path)).body)?.[1] ?? '';
    await willow.submit(path, { go: 'end', id });
    expect((await page()).text).not.toContain('willowbrook games');
    expect((await willow.post(path, { go: 'end', id })).status).toBe(404);
    expect((await juniper.get(`/en/desk/library/guideline/999999/adoption`)).status).toBe(404);
  });

  it('is said by a member of its own organisation, as its own word', async () => {
    const { token } = await createPerson(app.ctx(), { alias: 'Fern', roles: ['member'] });
    const link = `/en${invitePath(token)}`;
    const { client: fern } = await comeIn(app, await join(app, link, 'four otters carry a ladder'));
    const list = await fern.get('/en/desk/library/guidelines');
    const path = /href="(\/en\/desk\/library\/guideline\/\d+\/adoption)"/.exec(list.body)?.[1] ?? '';
    const form = await fern.get(path);
    expect(form.body).not.toContain('name="contact"');
    await fern.submit(path, {
      name: 'Fern Films',
      how: 'whole',
      since: '2026-10-01',
      contact: 'fern@example.org',
    });
    const reader = app.visitor();
    const page = await reader.get((await reader.get(`/en/library/guideline/${guideline}`)).location ?? '');
    expect(page.text).toMatch(/Fern Films Follows all of it 1 October 2026 The organisation says so/);
    expect((await juniper.get(path)).text).not.toContain('fern@example.org');
    await juniper.submit(path, { name: 'Oak Online', how: 'part', since: '2026-01-01' });
    await fern.get(path);
    const taken = await fern.post(path, { name: 'OAK online', how: 'intends', since: '2026-01-01' });
    expect(taken.status).toBe(422);
    expect(taken.text).toContain('Somebody else spoke for this name');
  });
});
