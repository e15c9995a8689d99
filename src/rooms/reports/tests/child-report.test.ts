// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { atomically } from '#platform/ctx';
import type { Client } from '../../../../tests/harness/client.ts';
import {
  deleteReport,
  openReport,
  receiptStates,
  reportFacts,
  sendMessage,
  tellReporter,
  threadOf,
} from '../index.ts';
import { reading } from '../tables.ts';
import { codeOn, fill, newestReport, REPORT, start } from './filling.ts';
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

const danger = {
  who: { who: 'teen' },
  what: { what: 'unsafe' },
  asks: { asks: ['pictures', 'meet'] },
  where: { where: 'ShareApp, https://example.org/room' },
  safe: { safe: 'someone' },
  numbers: {},
  more: { more: 'He wants to meet at the station' },
  wishes: { wishes: ['stop', 'tell'] },
  denounce: { denounce: 'yes' },
  answer: { answer: 'code' },
};

async function sent(
  answers: Record<string, Record<string, string | string[]>>,
): Promise<{ client: Client; code: string }> {
  const client = room.visitor();
  await start(client);
  await fill(client, answers);
  await client.submit(REPORT, { step: 'check', go: 'send' });
  return { client, code: codeOn(client.last?.body ?? '') };
}

describe('a report of a child', () => {
  it('sets no cookie before Start', async () => {
    const client = room.visitor();
    for (const path of [REPORT, '/en/code', '/en/help', '/en/duties', '/en/private']) {
      const page = await client.get(path);
      expect(page.status).toBe(200);
      expect(page.headers.getSetCookie()).toEqual([]);
      expect(page.body).not.toContain('type="file"');
    }
  });

  it('leads to a code, and reaches the desk with what was said', async () => {
    const { client } = await sent(danger);
    expect(client.last?.text).toContain('Thank you for telling us');
    const reportId = await newestReport(room.db);
    const { facts, story } = await room.asDesk(async (ctx) => ({
      facts: await reportFacts(ctx, reportId),
      story: await openReport(ctx, reportId),
    }));
    expect(facts).toMatchObject({
      kind: 'unsafe',
      intent: 'denounce',
      priority: 'p0',
      channel: 'web',
      opened: false,
    });
    expect(facts.receivedAt.getUTCSeconds()).toBe(0);
    expect(story).toMatchObject({
      who: 'teen',
      asks: ['pictures', 'meet'],
      words: 'He wants to meet at the station',
    });
    expect(story.links).toEqual(['https://example.org/room']);
  });

  it('shows what was missing beside the question and keeps what was typed', async () => {
    const client = room.visitor();
    await start(client);
    const none = await client.post(REPORT, { step: 'who', go: 'next' });
    expect(none.status).toBe(422);
    expect(none.text).toContain('Choose the one closest to you');
    await fill(client, { who: { who: 'teen' }, what: { what: 'saw' }, where: { where: 'x' } });
    const long = 'я'.repeat(2001);
    const over = await client.post(REPORT, { step: 'more', go: 'next', more: long });
    expect(over.status).toBe(422);
    expect(over.body).toContain(long);
  });

  it('keeps the answers in another language, on the way back and after a change', async () => {
    const client = room.visitor();
    await start(client);
    await fill(client, { who: { who: 'under-13' }, what: { what: 'mean' } });
    const switched = await client.post(REPORT, { step: 'where', where: 'In a game', lang: 'fr' });
    expect(switched.location).toBe('/fr/report');
    expect((await client.get('/fr/report')).body).toContain('In a game');
    await client.submit('/fr/report', { step: 'where', go: 'back' });
    await fill(client, {
      what: { what: 'mean' },
      where: { where: 'In a game' },
      safe: { safe: 'yes' },
      more: {},
      wishes: {},
    });
    expect(client.last?.text).toContain('Check before you send');
    await client.submit(REPORT, { step: 'check', go: 'change:more' });
    await client.submit(REPORT, { step: 'more', go: 'next', more: 'It began on Monday' });
    expect(client.last?.text).toContain('It began on Monday');
  });

  it('offers the numbers first in danger, and sends at once with what is written', async () => {
    const client = room.visitor();
    await start(client);
    const { who, what, asks, where, safe } = danger;
    await fill(client, { who, what, asks, where, safe });
    expect(client.last?.text).toContain('Someone can talk with you now');
    await client.submit(REPORT, { step: 'numbers', go: 'send' });
    expect(codeOn(client.last?.body ?? '')).toMatch(/^\d{16}$/);
  });

  it('says what then happens before anything is denounced, and offers to talk first', async () => {
    const client = room.visitor();
    await start(client);
    const { denounce: _, answer: __, ...before } = danger;
    await fill(client, before);
    expect(client.last?.text).toContain('the police ask questions');
    expect(client.last?.text).toContain('Talk with me first');
  });

  it('makes one report and one code of two presses on Send', async () => {
    const client = room.visitor();
    await start(client);
    await fill(client, danger);
    const before = await countReports();
    const press = () => client.post(REPORT, { step: 'check', go: 'send' });
    const [first, second] = await Promise.all([press(), press()]);
    expect([first.status, second.status]).toEqual([303, 303]);
    expect(first.headers.getSetCookie()).toEqual(second.headers.getSetCookie());
    expect(await countReports()).toBe(before + 1);
  });

  it('shows the code for ten minutes, and then says that it cannot', async () => {
    const { client, code } = await sent(danger);
    expect(codeOn((await client.get(REPORT)).body)).toBe(code);
    room.clock.now = new Date(room.clock.now.getTime() + 11 * 60_000);
    const later = await client.get(REPORT);
    expect(later.text).toContain('We cannot show the code again');
    expect(later.body.replace(/\D/g, '')).not.toContain(code);
  });

  it('loses only the answers after an hour, and says so', async () => {
    const client = room.visitor();
    await start(client);
    room.clock.now = new Date(room.clock.now.getTime() + 61 * 60_000);
    await client.post(REPORT, { step: 'who', go: 'next', who: 'teen' });
    expect(client.last?.text).toContain('We lost your answers');
    await client.submit(REPORT, { go: 'start' });
    expect(client.last?.text).toContain('Which is closest to you?');
  });

  it('has one address from Start to the code, and begins at Start again once somebody left', async () => {
    const client = room.visitor();
    await start(client);
    await fill(client, { who: { who: 'teen' } });
    expect((await client.get(REPORT)).text).toContain('What happened?');
    expect((await client.get('/en/report/write')).status).toBe(404);
    client.cookies.clear();
    expect((await client.get(REPORT)).text).toContain('It takes about 5 minutes');
  });

  it('begins also when Start was pressed twice, or on a page from before the code was typed', async () => {
    const client = room.visitor();
    await start(client);
    const again = await client.post(REPORT, { go: 'start', csrf: '' });
    expect(again.status).toBe(303);
    expect((await client.get(REPORT)).text).toContain('Which is closest to you?');
  });

  it('changes the language of Start also for somebody who came back with a code', async () => {
    const { code } = await sent(danger);
    const client = room.visitor();
    await client.submit('/en/code', { code });
    expect((await client.get(REPORT)).text).toContain('It takes about 5 minutes');
    expect((await client.post(REPORT, { lang: 'fr' })).location).toBe('/fr/report');
  });
});

describe('coming back with the code', () => {
  it('reads the steps and the letters, and answers; the desk reads the answer', async () => {
    const { code } = await sent(danger);
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
    const { code } = await sent(danger);
    room.clock.now = new Date(room.clock.now.getTime() + 16 * 60_000);
    const client = room.visitor();
    await client.submit('/en/code', { code });
    expect(client.last?.text).toContain('Nobody has opened your report yet');
  });

  it('answers an unknown code and an ended one in the same words', async () => {
    const { code } = await sent(danger);
    const reportId = await newestReport(room.db);
    await atomically(room.ctx(), (inner) => deleteReport(inner, { reportId, rule: 'asked' }));
    const page = async (typed: string) => (await room.visitor().post('/en/code', { code: typed })).body;
    expect(await page(code)).toBe(await page('0000000000000000'));
  });

  it('says at once what is wrong with the digits', async () => {
    const client = room.visitor();
    expect((await client.post('/en/code', { code: '482109375560118' })).text).toContain('You entered 15');
    expect((await client.post('/en/code', { code: '4821093755601187' })).text).toContain(
      'One number looks different',
    );
  });

  it('asks for the secret word where there is one', async () => {
    const { client, code } = await sent(danger);
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

async function countReports(): Promise<number> {
  return (await reading(room.db).selectFrom('reports.report').select('id').execute()).length;
}
