// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../../tests/harness/app.ts';
import { type Client, hiddenField } from '../../../../tests/harness/client.ts';
import { formIn, press } from '../../../platform/records/tests/staff.ts';
import { endDueSubmissions } from '../jobs/end-submissions.ts';

let app: TestApp;
let juniper: Client;
let willow: Client;

beforeAll(async () => {
  app = await startTestApp();
  juniper = await app.signIn('Juniper');
  willow = await app.signIn('Willow');
});
afterAll(() => app.stop());

const PRACTICE = {
  tongue: 'en',
  title: 'Older pupils teach younger ones',
  what: 'Pupils of fifteen show pupils of nine how to keep an account safe.',
  organisation: 'Brook School',
  practiceType: 'lesson',
  licence: 'cc-by',
};

/** Sends the form as a stranger; answers the code. */
async function sendPractice(visitor: Client, more: Record<string, string> = {}, kind = 'practice') {
  const path = `/en/library/share/${kind}`;
  const form = await visitor.get(path);
  const reply = await visitor.post(path, { ...formIn(form.body, path), ...PRACTICE, ...more });
  const code = /data-code="([\d ]+)"/.exec(reply.body)?.[1] ?? '';
  if (code === '') throw new Error(`no code: ${reply.status} ${reply.text.slice(0, 800)}`);
  return code.replaceAll(' ', '');
}

const BACK = '/en/library/share/back';
const open = (visitor: Client, code: string) => visitor.post(BACK, { code, go: 'open' });

async function submissionPath(desk: Client, title: string): Promise<string> {
  const list = await desk.get('/en/desk/library/submissions');
  const links = [
    ...list.body.matchAll(/href="(\/en\/desk\/library\/submissions\/[0-9a-f-]{36})"[^>]*>(.*?)<\/a>/g),
  ];
  const found = links.find(([, , words]) => words?.includes(title));
  if (found?.[1] === undefined) throw new Error(`not in the list: ${list.text.slice(0, 400)}`);
  return found[1];
}

const recordOf = (html: string) => /\/en\/desk\/record\/(\d+)"/.exec(html)?.[1] ?? '';

describe('sharing a good practice without an account', () => {
  it('goes from a stranger over a question to everybody, with thanks [RU-36] [ZH-49] [RU-32]', async () => {
    const stranger = app.visitor('stranger');
    const code = await sendPractice(stranger, { credit: 'Ann of Brook School' });
    expect((await open(stranger, code)).text).toContain('Somebody here will read it');

    const path = await submissionPath(juniper, PRACTICE.title);
    await juniper.get(path);
    await juniper.submit(path, { message: 'How many pupils took part?', go: 'ask' });

    const asked = await open(stranger, code);
    expect(asked.text).toContain('A question waits for your answer');
    expect(asked.text).toContain('How many pupils took part?');
    await stranger.post(BACK, { code, message: 'Forty, in two schools.', go: 'answer' });
    const draft = await open(stranger, code);
    const saved = await stranger.post(BACK, {
      ...formIn(draft.body.slice(draft.body.indexOf('base-facts') - 400), BACK),
      code,
      outcomes: 'Forty pupils changed their passwords.',
      go: 'save',
    });
    expect(saved.text).toContain('Saved');

    const answered = await juniper.get(path);
    expect(answered.text).toContain('Forty, in two schools.');
    const record = recordOf(answered.body);
    await press(juniper, `${record}/submit`);
    expect((await open(stranger, code)).text).toContain('It is being reviewed');
    await press(willow, `${record}/publish`);

    const done = await open(stranger, code);
    expect(done.text).toContain('It is published');
    const page = await app
      .visitor()
      .get(/href="(\/en\/library\/practice\/[^"]+)"/.exec(done.body)?.[1] ?? '');
    expect(page.text).toContain('Forty pupils changed their passwords.');
    expect(page.text).toContain('Shared with us by Ann of Brook School.');
    expect((await app.visitor().get('/en/library')).text).toContain(PRACTICE.title);
  });

  it('shows examples to whoever thinks of joining, in the list and on the page for them [RU-37] [LV-48] [LV-30]', async () => {
    const stranger = app.visitor('stranger');
    await sendPractice(stranger, { title: 'A quiet hour for families', 'audiences[]': 'company' });
    const path = await submissionPath(juniper, 'A quiet hour');
    const record = recordOf((await juniper.get(path)).body);
    await press(juniper, `${record}/submit`);
    await press(juniper, `${record}/publish`);
    const reader = app.visitor();
    expect((await reader.get('/en/library/for?who=company')).text).toContain('A quiet hour for families');
    expect((await reader.get('/en/library/practice?practice-type=lesson')).text).toContain('A quiet hour');
    expect((await reader.get('/en/library/for?who=nobody')).status).toBe(404);
  });

  it('says beside the field what is missing, and loses nothing that was typed', async () => {
    const stranger = app.visitor('stranger');
    const path = '/en/library/share/practice';
    await stranger.get(path);
    const reply = await stranger.post(path, { ...PRACTICE, what: '', title: 'Only a title' });
    expect(reply.status).toBe(422);
    expect(reply.text).toContain('Fill this in');
    expect(reply.body).toContain('value="Only a title"');
    expect((await stranger.get('/en/library/share/letter')).status).toBe(404);
  });

  it('takes one form once, no file, and no more than a few an hour', async () => {
    const busy = await startTestApp();
    const stranger = busy.visitor('stranger');
    const path = '/en/library/share/practice';
    const form = formIn((await stranger.get(path)).body, path);
    const first = await stranger.post(path, { ...form, ...PRACTICE });
    expect(first.status).toBe(200);
    expect((await stranger.post(path, { ...form, ...PRACTICE })).status).toBe(409);
    const picture = `data:image/png;base64,${'A'.repeat(3000)}`;
    expect((await stranger.post(path, { ...PRACTICE, what: picture })).status).toBe(415);
    let last = await stranger.post(path, PRACTICE);
    for (let n = 0; n < 6; n++) last = await stranger.post(path, PRACTICE);
    expect(last.status).toBe(422);
    expect(last.text).toContain('Wait an hour');
    expect(last.body).toContain(PRACTICE.title);
    busy.clock.move(61);
    expect((await stranger.post(path, PRACTICE)).status).toBe(200);
    await busy.stop();
  });

  it('opens with the code alone, and ends when nobody came back', async () => {
    const stranger = app.visitor('stranger');
    const code = await sendPractice(stranger, { title: 'Soon forgotten' });
    expect((await open(stranger, '1234')).text).toContain('These are not the 16 digits');
    expect((await open(stranger, '0000000000000000')).text).toContain('We do not know this code');
    const path = await submissionPath(juniper, 'Soon forgotten');
    await juniper.submit(path, { message: 'We have this one already.', go: 'decline' });
    expect((await open(stranger, code)).text).toContain('It will not be published');
    const later = { ...app.ctx(), now: new Date(app.clock.now.getTime() + 100 * 86_400_000) };
    await endDueSubmissions(later);
    expect((await open(stranger, code)).text).toContain('We do not know this code');
    expect((await juniper.get(path)).status).toBe(404);
  });

  it('is for librarians to review', async () => {
    const hazel = await app.signIn('Hazel');
    expect((await hazel.get('/en/desk/library/submissions')).status).toBe(404);
    expect((await app.visitor().get('/en/desk/library/submissions')).status).not.toBe(200);
  });
});

describe('what staff do with a good practice', () => {
  it('takes one over with its source kept [ZH-40] [ZH-43]', async () => {
    const stranger = app.visitor('stranger');
    await sendPractice(stranger, {
      title: 'A law that names game makers',
      country: 'FR',
      practiceType: 'law',
    });
    const record = recordOf((await juniper.get(await submissionPath(juniper, 'names game makers'))).body);
    await press(juniper, `${record}/submit`);
    await press(willow, `${record}/publish`);

    const read = await willow.get(`/en/desk/record/${record}/read`);
    expect(read.text).toContain('Adapt this practice here');
    const made = await willow.submit(`/en/desk/library/practice/${record}/adapt`, {});
    const ours = /\/en\/desk\/record\/(\d+)\/facts/.exec(made.body)?.[1] ?? '';
    const words = formIn(
      (await willow.get(`/en/desk/record/${ours}/words/en`)).body,
      `/en/desk/record/${ours}/words/en`,
    );
    await willow.submit(`/en/desk/record/${ours}/words/en`, {
      ...words,
      title: 'Our law that names game makers',
      organisation: 'Our ministry',
      go: 'save',
    });
    await press(willow, `${ours}/submit`);
    await press(juniper, `${ours}/publish`);
    const page = await app.visitor().get(`/en/library/practice/${ours}`);
    const shown = await app.visitor().get(page.location ?? '');
    expect(shown.text).toContain('Our law that names game makers');
    expect(shown.text).toContain('A law that names game makers');
    expect(shown.text).not.toContain('France');
  });

  it('puts one into the form of the secretariat, and notes that a person sent it [RU-39]', async () => {
    const stranger = app.visitor('stranger');
    await sendPractice(stranger, { title: 'Posters made by children' });
    const record = recordOf((await juniper.get(await submissionPath(juniper, 'Posters made'))).body);
    const path = `/en/desk/library/practice/${record}/contribution`;
    const text = await juniper.get(`${path}?to=ru&meeting=18&as=text`);
    expect(text.body).toContain('Номер документа');
    expect(text.body).toContain('Posters made by children');
    const data = JSON.parse((await juniper.get(`${path}?as=data`)).body);
    expect(data.fields.map(({ code }: { code: string }) => code)).toEqual(
      Array.from({ length: 10 }, (_, at) => `CW-${at + 1}`),
    );
    await juniper.get(path);
    await juniper.submit(`${path}/sent`, { sentTo: 'the secretariat, by post' });
    expect((await willow.get(path)).text).toContain('Sent to the secretariat, by post');
    expect((await juniper.post(`${path}/sent`, { sentTo: '' })).status).toBe(422);
  });
});

describe('the home of the library', () => {
  it('leads on from the first page and shows nothing of what waits', async () => {
    const reader = app.visitor();
    expect(hiddenField((await reader.get('/en/library')).body, 'csrf')).toBeNull();
    expect((await reader.get('/en/library')).text).not.toContain('Soon forgotten');
    expect((await reader.get('/ar/library')).text).toContain('المكتبة');
  });
});
