// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { atomically } from '#platform/ctx';
import { changeInstallation, readInstallation } from '#platform/setup';
import { hiddenField } from '../../../../tests/harness/client.ts';
import { deleteReport, receiptStates, sendMessage, tellReporter, threadOf } from '../index.ts';
import { newestReport, REPORT, sent } from './filling.ts';
import { startRoom } from './room-server.ts';

let room: Awaited<ReturnType<typeof startRoom>>;
beforeAll(async () => {
  room = await startRoom();
});
// Two hours later no limit of the test before is left.
beforeEach(() => {
  room.clock.now = new Date(room.clock.now.getTime() + 2 * 3_600_000);
});
afterAll(() => room.stop());

describe('coming back with the code', () => {
  it('reads the steps and the letters, and answers; the desk reads the answer', async () => {
    const { code } = await sent(room);
    const reportId = await newestReport(room.db);
    await room.asDesk((ctx) =>
      atomically(ctx, async (inner) => {
        await tellReporter(inner, { reportId, step: 'read' });
        await sendMessage(inner, {
          reportId,
          receiptRole: 'main',
          words: 'Did this start this week?',
          alias: 'Linden',
        });
        await tellReporter(inner, { reportId, step: 'question' });
        return 'told';
      }),
    );
    const client = room.visitor();
    await client.get('/en/code');
    const spaced = code
      .replace(/(....)/g, '$1-')
      .replace(/\d/g, (d) => String.fromCharCode(0x660 + Number(d)));
    await client.submit('/en/code', { code: spaced });
    expect(client.last?.text).toContain('We have a question for you');
    expect(client.last?.text).toContain('Did this start this week?');
    await client.submit('/en/progress', { words: 'Yes, on Monday', quick: 'yes' });
    expect(client.last?.text).toContain('You wrote this. Only our team can read it.');
    expect(client.last?.body).not.toContain('on Monday');
    const thread = await room.asDesk((ctx) => threadOf(ctx, reportId));
    expect(thread.map(({ dir, words, quick }) => [dir, words, quick])).toEqual([
      ['out', 'Did this start this week?', null],
      ['in', 'Yes, on Monday', 'yes'],
    ]);
  });

  it('says by itself that we are late, and that nobody opened an urgent report', async () => {
    const { code } = await sent(room);
    room.clock.now = new Date(room.clock.now.getTime() + 16 * 60_000);
    const client = room.visitor();
    await client.submit('/en/code', { code });
    expect(client.last?.text).toContain('Nobody has opened your report yet');
  });

  it('answers an unknown code and an ended one in the same words', async () => {
    const { code } = await sent(room);
    const reportId = await newestReport(room.db);
    await atomically(room.ctx(), (inner) => deleteReport(inner, { reportId, rule: 'asked' }));
    const page = async (typed: string) => (await room.visitor().post('/en/code', { code: typed })).body;
    expect(await page(code)).toBe(await page('0000000000000000'));
  });

  it('says how long a code lives here, as set up', async () => {
    const { retention } = await readInstallation(room.db);
    await changeInstallation(room.ctx(), { retention: { ...retention, codeDays: 45 } });
    const page = await room.visitor().post('/en/code', { code: '0000000000000000' });
    expect(page.text).toContain('A code stops working 45 days after your last visit.');
    await changeInstallation(room.ctx(), { retention });
  });

  it('gives five tries of a secret word, also to many who ask at once', async () => {
    const { client, code } = await sent(room);
    await client.submit(REPORT, { go: 'word', word: 'saule' });
    const again = room.visitor();
    await again.submit('/en/code', { code });
    const answers = await Promise.all(
      Array.from({ length: 9 }, (_, at) => again.post('/en/code/word', { word: `luna${at}` })),
    );
    const tried = answers.filter(({ text }) => text.includes('more time'));
    expect(tried).toHaveLength(4);
    expect((await again.post('/en/code/word', { word: 'saule' })).text).toContain('Wait 15 minutes');
    room.clock.now = new Date(room.clock.now.getTime() + 16 * 60_000);
    const later = room.visitor();
    await later.submit('/en/code', { code });
    await later.submit('/en/code/word', { word: 'saule' });
    expect(later.last?.text).toContain('Your report');
  });

  it('slows one code that writes a great deal, keeps its words, and no other code of the same network', async () => {
    const [much, little] = [(await sent(room)).code, (await sent(room)).code];
    const [busy, other] = [room.visitor(), room.visitor()];
    await busy.submit('/en/code', { code: much });
    const csrf = hiddenField(busy.last?.body ?? '', 'csrf') ?? '';
    for (let n = 0; n < 20; n++) await busy.post('/en/progress', { words: `Word ${n}`, csrf });
    const later = await busy.post('/en/progress/add', { words: 'And the station', csrf });
    expect(later.status).toBe(429);
    expect(later.body).toContain('value="And the station"');
    await busy.submit('/en/progress/add', { words: 'And the station', ticket: '', lang: 'lv' });
    expect(busy.last?.body).toMatch(/lang="lv"[\s\S]*And the station/);
    await other.submit('/en/code', { code: little });
    await other.submit('/en/progress', { words: 'Hello' });
    expect(other.last?.text).toContain('You wrote this. Only our team can read it.');
  });

  it('takes typed words along into another language, once', async () => {
    const { code } = await sent(room);
    const client = room.visitor();
    await client.submit('/en/code', { code });
    for (const [path, name] of [
      ['/progress', 'name="lang" value="fr" form="message"'],
      ['/progress/add', 'name="lang" value="fr" form="task"'],
    ] as const) {
      expect((await client.get(`/en${path}`)).body).toContain(name);
      await client.submit(`/en${path}`, { words: 'Half a <word>', quick: 'yes', lang: 'fr' });
      expect(client.last?.body).toMatch(/lang="fr"[\s\S]*Half a &lt;word/);
      if (path === '/progress') expect(client.last?.body).toMatch(/<input[^>]*value="yes"[^>]*checked/);
      expect((await client.get(`/fr${path}`)).body).not.toContain('Half a');
    }
    await client.post('/fr/progress', { words: 'Too late', lang: 'en' });
    room.clock.now = new Date(room.clock.now.getTime() + 61_000);
    expect((await client.get('/en/progress')).body).not.toContain('Too late');
    expect((await client.get(REPORT)).text).toContain('It takes about 5 minutes');
  });

  it('says nothing that somebody wrote into its address', async () => {
    const { code } = await sent(room);
    const client = room.visitor();
    await client.submit('/en/code', { code });
    const plain = await client.get('/en/progress');
    const odd = await client.get('/en/progress?done=constructor');
    expect([odd.status, odd.text]).toEqual([200, plain.text]);
  });

  it('says at once what is wrong with the digits', async () => {
    const client = room.visitor();
    expect((await client.post('/en/code', { code: '482109375560118' })).text).toContain('You entered 15');
    expect((await client.post('/en/code', { code: '4821093755601187' })).text).toContain(
      'One number looks different',
    );
  });

  it('asks for the secret word where there is one', async () => {
    const { client, code } = await sent(room);
    await client.submit(REPORT, { go: 'word', word: ' Saule ' });
    expect(client.last?.text).toContain('We saved your secret word');
    const again = room.visitor();
    await again.submit('/en/code', { code });
    expect(again.last?.text).toContain('Enter your secret word');
    expect((await again.post('/en/code/word', { word: 'luna' })).text).toContain('You can try 4 more times');
    await again.submit('/en/code/word', { word: 'SAULE' });
    expect(again.last?.text).toContain('Your report');
    const states = await receiptStates(room.ctx(), await newestReport(room.db));
    expect(states.receipts).toMatchObject([{ role: 'main', hasWord: true, locked: false }]);
  });
});
