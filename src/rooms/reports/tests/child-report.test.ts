// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openReport, reportFacts } from '../index.ts';
import { reading } from '../tables.ts';
import { codeOn, danger, fill, goOn, newestReport, REPORT, sent, start } from './filling.ts';
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
    const { client } = await sent(room);
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

  it('leads on to the code also when the network sent a great many reports meanwhile', async () => {
    const client = room.visitor();
    await start(client);
    await fill(client, danger);
    const before = new Map(client.cookies);
    const first = await client.post(REPORT, { step: 'check', go: 'send' });
    for (let n = 0; n < 6; n++) {
      client.cookies.clear();
      for (const [name, value] of before) client.cookies.set(name, value);
      expect((await client.get(REPORT)).text).toContain('A report was sent from here');
      const again = await client.post(REPORT, { go: 'on' });
      expect([again.status, again.headers.getSetCookie()]).toEqual([303, first.headers.getSetCookie()]);
    }
  });

  it('shows the code for ten minutes, and then says that it cannot', async () => {
    const { client, code } = await sent(room);
    const reloaded = await client.get(REPORT);
    expect(reloaded.text).toContain('Show the code again');
    expect(reloaded.body.replace(/\D/g, '')).not.toContain(code);
    await client.submit(REPORT, { go: 'on' });
    expect(codeOn(client.last?.body ?? '')).toBe(code);
    const french = await client.post(REPORT, { lang: 'fr' });
    expect(codeOn((await client.get(french.location ?? '')).body)).toBe(code);
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

  it('shows nobody else the answers of the one before on the same device', async () => {
    const client = room.visitor();
    await start(client);
    await fill(client, { who: { who: 'teen' }, what: { what: 'mean' } });
    await client.submit(REPORT, { step: 'where', go: 'back' });
    await fill(client, { what: { what: 'mean' }, where: { where: 'In the class chat' } });
    for (const path of [REPORT, '/fr/report', REPORT]) {
      const page = await client.get(path);
      expect(page.status).toBe(200);
      expect(page.body).not.toMatch(/class chat|name="step"|type="radio"|checked/);
    }
    expect(client.last?.text).toContain('Somebody began to write here');
    await client.submit(REPORT, { go: 'on' });
    expect(client.last?.text).toContain('Are you safe');
    await client.submit(REPORT, { step: 'safe', go: 'back' });
    expect(client.last?.body).toContain('In the class chat');
  });

  it('shows an answer that was fetched too late to nobody', async () => {
    const client = room.visitor();
    await start(client);
    await client.post(REPORT, { step: 'who', go: 'next', who: 'teen' });
    room.clock.now = new Date(room.clock.now.getTime() + 61_000);
    expect((await client.get(REPORT)).text).toContain('Somebody began to write here');
  });

  it('shows one of two visits what a press led to', async () => {
    const client = room.visitor();
    await start(client);
    await client.post(REPORT, { step: 'who', go: 'next', who: 'teen' });
    const pages = await Promise.all([client.get(REPORT), client.get(REPORT)]);
    expect(pages.filter(({ text }) => text.includes('What happened?'))).toHaveLength(1);
  });

  it('deletes what was written when somebody begins anew', async () => {
    const client = room.visitor();
    await start(client);
    await fill(client, { who: { who: 'under-13' }, what: { what: 'mean' }, where: { where: 'A game' } });
    const drafts = () => reading(room.db).selectFrom('reports.draft').select('id').execute();
    const before = new Set((await drafts()).map(({ id }) => id.toString('hex')));
    await client.get(REPORT);
    await client.submit(REPORT, { go: 'start' });
    expect(client.last?.text).toContain('Which is closest to you?');
    const after = await drafts();
    expect(after).toHaveLength(before.size);
    expect(after.filter(({ id }) => !before.has(id.toString('hex')))).toHaveLength(1);
  });

  it('has one address from Start to the code, and begins at Start again once somebody left', async () => {
    const client = room.visitor();
    await start(client);
    await fill(client, { who: { who: 'teen' } });
    await goOn(client);
    expect(client.last?.text).toContain('What happened?');
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
    const { code } = await sent(room);
    const client = room.visitor();
    await client.submit('/en/code', { code });
    expect((await client.get(REPORT)).text).toContain('It takes about 5 minutes');
    expect((await client.post(REPORT, { lang: 'fr' })).location).toBe('/fr/report');
  });
});

async function countReports(): Promise<number> {
  return (await reading(room.db).selectFrom('reports.report').select('id').execute()).length;
}
