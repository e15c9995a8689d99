// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../../tests/harness/app.ts';
import type { Client, Fields } from '../../../../tests/harness/client.ts';
import { begin, change, press } from '../../../platform/records/tests/staff.ts';

let app: TestApp;
/** A lawyer. */
let maple: Client;
/** Publishes what another wrote. */
let willow: Client;
let reader: Client;

beforeAll(async () => {
  app = await startTestApp();
  maple = await app.signIn('Maple');
  willow = await app.signIn('Willow');
  reader = app.visitor();
});
afterAll(() => app.stop());

async function published(kind: string, fields: Fields): Promise<number> {
  const id = await begin(maple, kind, fields);
  await again(id);
  return id;
}

async function again(id: number): Promise<void> {
  await press(maple, `${id}/submit`);
  await press(willow, `${id}/publish`);
}

const law = (over: Fields = {}) => ({
  title: 'Law on care online',
  summary: 'Who cares for children online.',
  instrument: 'law',
  number: '12/2020',
  adopted: '2020-05-01',
  ...over,
});

describe('walking a law duty by duty', () => {
  it('shows what answers each duty here and what is missing [VI-07] [VI-10]', async () => {
    const act = await published('law', law());
    const duty = { law: String(act), text: 'Shops ask for age.', bearer: 'Shops' };
    const first = await published('duty', { ...duty, name: 'Ask for the age', order: '1', place: 'Art. 3' });
    const second = await published('duty', { ...duty, name: 'Tell parents', order: '2', place: 'Art. 4' });
    expect((await reader.get(`/en/library/law/${act}/duties`)).text).toContain('Nothing here answers it yet');

    const walk = await maple.get(`/en/desk/library/law/${act}`);
    expect(walk.body).toContain(`/en/desk/records/gap/new?duties=${second}&amp;laws=${act}`);
    const form = await maple.get(`/en/desk/records/gap/new?duties=${second}&laws=${act}`);
    expect(form.body).toContain('Tell parents');
    await published('gap', {
      ...{ title: 'Nobody checks that parents are told', what: 'No body is named.', gapType: 'silent' },
      ...{ gapState: 'open', found: '2026-11-01', 'duties[]': String(second), 'laws[]': String(act) },
    });
    await published('provision', {
      ...{ heading: 'Age at the till', law: String(act), place: '§ 7', order: '7', text: 'The shop asks.' },
      ...{ sanction: 'A fine of 100.', 'answers[]': String(first) },
    });
    const page = await reader.get(`/en/library/law/${act}/duties`);
    expect(page.text).toContain('2 duties, 1 answered here');
    expect(page.text).toMatch(/Ask for the age.*What answers it here Age at the till.*Tell parents/);
    expect(page.text).toContain('What is missing Nobody checks that parents are told');
    expect(page.text).toContain('A fine of 100.');
    expect((await reader.get('/en/library/law/999999/duties')).status).toBe(404);
  });

  it('puts an amendment and a stricter sanction beside the old text, and proposes them to a body [VI-08] [VI-09] [VI-10]', async () => {
    const act = await published('law', law({ title: 'Law on pictures', number: '13/2020' }));
    const provision = await published('provision', {
      ...{ heading: 'Pictures', law: String(act), place: '§ 2', order: '2' },
      ...{ text: 'Nobody may sell pictures of a child.', sanction: 'A fine.' },
    });
    const amendment = await begin(maple, 'amendment', {
      ...{ title: 'Sharing counts as selling', why: 'It is shared, not sold.', law: String(act) },
      ...{ provision: String(provision), proposal: 'drafted', newSanction: 'A fine or two years in prison.' },
      newText: 'Nobody may sell or share pictures of a child.',
    });
    expect((await reader.get(`/en/library/law/${act}/duties`)).text).not.toContain('Sharing counts');
    const path = `/en/desk/library/amendment/${amendment}/proposal`;
    const text = await maple.get(`${path}?to=vi&as=text`);
    expect(text.body).toContain('Nobody may sell or share pictures of a child.');
    expect(text.body).toContain('Nobody may sell pictures of a child.');
    await maple.get(path);
    expect((await maple.post(`${path}/sent`, { body: '' })).status).toBe(422);
    await maple.submit(`${path}/sent`, { body: 'The committee on justice' });
    await again(amendment);
    const page = await reader.get(`/en/library/law/${act}/duties`);
    expect(page.body).toMatch(/<ins>[^<]*share/);
    expect(page.body).toMatch(/<ins>[^<]*two years in prison/);
    const own = await reader.get((await reader.get(`/en/library/amendment/${amendment}`)).location ?? '');
    expect(own.text).toContain('The committee on justice');
    expect(own.text).toContain('Old and new side by side');
    expect(own.text).toContain('Sent');
    expect((await willow.get(path)).status).toBe(200);
    expect((await reader.get(path)).status).not.toBe(200);
  });

  it('follows the task of a directive to its end [VI-40]', async () => {
    const directive = await published(
      'law',
      law({
        title: 'Directive on safe games',
        number: '14/CT',
        adopted: '2019-06-07',
        instrument: 'directive',
      }),
    );
    const task = await published('duty', {
      ...{ name: 'Make a list of safe games', law: String(directive), order: '1', due: '2026-06-01' },
      ...{ bearer: 'Ministry of play', text: 'The ministry makes a list of safe games.' },
    });
    const open = await reader.get('/en/library/tasks-of-law');
    expect(open.text).toMatch(/Make a list of safe games.*14\/CT.*7 June 2019.*Ministry of play.*Overdue/);
    const outcome = await published('law', law({ title: 'List of safe games', number: '1/L' }));
    await change(maple, `/en/desk/record/${task}/facts`, {
      done: '2026-11-20',
      'outcomes[]': String(outcome),
    });
    await change(maple, `/en/desk/record/${task}/words/en`, { result: 'The list is out.' });
    await again(task);
    const done = await reader.get('/en/library/tasks-of-law');
    expect(done.text).toMatch(/Done 20 November 2026 The list is out\. List of safe games/);
    expect((await reader.get(`/en/library/law/${directive}/duties`)).text).toContain('The list is out.');
  });
});

describe('laws that are being made', () => {
  it('are followed stage by stage [LV-56]', async () => {
    const draft = await published('draft-law', {
      ...{
        title: 'Draft law on clever machines',
        summary: 'What machines may do.',
        proposer: 'The government',
      },
      ...{ dated: '2021-06-29', stage: 'announced', 'course[]': 'k001', 'course/k001/on': '2021-04-21' },
      ...{ 'course/k001/stage': 'announced', 'course/k001/what': 'It was announced.' },
    });
    expect((await reader.get('/en/library/law-making')).text).toContain('It was announced.');
    await change(maple, `/en/desk/record/${draft}/facts`, {
      ...{ stage: 'consultation', 'course[]': ['k001', 'k002'], 'course/k002/on': '2026-10-01' },
      'course/k002/stage': 'consultation',
    });
    await change(maple, `/en/desk/record/${draft}/words/en`, {
      'course/k002/what': 'Everybody may say something.',
    });
    await press(maple, `${draft}/submit`);
    await press(willow, `${draft}/publish`);
    const page = await reader.get('/en/library/law-making');
    expect(page.text).toMatch(/It was announced\..*1 October 2026.*Everybody may say something\./);
  });
});

describe('the compendium', () => {
  it('is one numbered document of what is published and chosen [LV-63] [VI-44]', async () => {
    const act = await published(
      'law',
      law({ title: 'Convention on play', instrument: 'treaty', adopted: '1999-01-01' }),
    );
    await published('duty', {
      ...{
        law: String(act),
        name: 'Let children play',
        text: 'Every child may play.',
        order: '1',
        place: 'Art. 1',
      },
    });
    const hidden = await begin(
      maple,
      'law',
      law({ title: 'A law nobody may read yet', instrument: 'treaty' }),
    );
    const chosen = await reader.get('/en/library/compendium?instrument=treaty');
    expect(chosen.text).toMatch(
      /1 text, as of 21 November 2026.*Contents.*1\. Convention on play.*1\.1 Let children play/,
    );
    expect(chosen.text).not.toContain('Law on care online');
    expect(chosen.text).not.toContain('A law nobody may read yet');
    await again(hidden);
    expect((await reader.get('/en/library/compendium')).text).toContain('A law nobody may read yet');
    expect((await reader.get('/en/library/compendium?instrument=none')).status).toBe(200);
  });
});
