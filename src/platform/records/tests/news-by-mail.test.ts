// SPDX-License-Identifier: EUPL-1.2
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Client } from '../../../../tests/harness/client.ts';
import { nextMorning, sendNews } from '../subscribe/digest.ts';
import { forgetUnconfirmed } from '../subscribe/subscription.ts';
import { type Attic, begin, change, plain, press, startAttic } from './staff.ts';

let attic: Attic;
let linden: Client;
let database: pg.Client;
beforeAll(async () => {
  attic = await startAttic();
  linden = await attic.app.signIn('Linden');
  database = new pg.Client(attic.app.owner);
  await database.connect();
});
afterAll(async () => {
  await database.end();
  await attic.app.stop();
});

/** Every mail that would go, as staff see it. */
const mails = async () => plain((await linden.get('/en/desk/mail')).text);
const count = async (where: string) =>
  Number((await database.query(`select count(*) n from records.subscription where ${where}`)).rows[0].n);
const outbox = async (purpose: string) =>
  Number(
    (await database.query('select count(*) n from platform.mail_outbox where purpose = $1', [purpose]))
      .rows[0].n,
  );

async function ask(mail: string, subject = { scheme: 'kind', code: 'deed' }) {
  return attic.app.visitor().post('/en/subscribe', { ...subject, mail });
}

/** The path of the last link of this sort in the outbox. */
async function linkTo(part: 'yes' | 'stop'): Promise<string> {
  const links = [...(await mails()).matchAll(new RegExp(`/en/subscribe/${part}/[\\w-]+`, 'g'))].map(
    ([link]) => link,
  );
  const known = new Set<string>();
  for (const link of links) known.add(link);
  return [...known].find((link) => !used.has(link)) ?? '';
}
const used = new Set<string>();

async function subscribe(mail: string, subject?: { scheme: string; code: string }) {
  await ask(mail, subject);
  const link = await linkTo('yes');
  used.add(link);
  expect((await attic.reader.post(link, {})).text).toContain('You will get news');
}

async function publishDeed(name: string, more: Record<string, string | string[]> = {}): Promise<number> {
  attic.app.clock.move(1);
  const id = await begin(attic.maple, 'deed', { name, reference: name.slice(0, 20), ...more });
  await press(attic.maple, `${id}/submit`);
  await press(attic.juniper, `${id}/publish`);
  attic.app.clock.move(1);
  return id;
}

describe('news by mail', () => {
  it('go nowhere before the inbox itself said yes, and a link that is opened says nothing yet', async () => {
    const asked = await ask('wren@example.org');
    expect(asked.text).toContain('Look into your inbox');
    expect(await count('confirmed_at is null')).toBe(1);
    const link = await linkTo('yes');
    await publishDeed('Before the yes');
    await sendNews(attic.app.ctx());
    expect(await outbox('news')).toBe(0);
    expect((await attic.reader.get(link)).text).toContain('Do you want these news?');
    expect(await count('confirmed_at is not null')).toBe(0);
    used.add(link);
    expect((await attic.reader.post(link, {})).text).toContain('You will get news');
    await sendNews(attic.app.ctx());
    expect(await outbox('news')).toBe(0);
    expect((await attic.reader.post(link, {})).text).toContain('no longer works');
  });

  it('are one mail a day with what was published since, and never a draft', async () => {
    const id = await publishDeed('After the yes');
    await publishDeed('Withdrawn soon').then((gone) =>
      change(attic.juniper, `/en/desk/record/${gone}/withdraw`, { reason: 'A mistake' }),
    );
    await begin(attic.maple, 'deed', { name: 'Only a draft', reference: 'D' });
    await sendNews(attic.app.ctx());
    expect(await outbox('news')).toBe(1);
    const said = await mails();
    expect(said).toContain(`After the yes`);
    expect(said).toContain(`/en/attic/deed/${id}-after-the-yes`);
    expect(said).not.toContain('Withdrawn soon');
    expect(said).not.toContain('Only a draft');
    await sendNews(attic.app.ctx());
    attic.app.clock.move(1);
    await sendNews(attic.app.ctx());
    expect(await outbox('news')).toBe(1);
  });

  it('wait for the morning, however much is published', async () => {
    const { rows } = await database.query(
      `select run_at from graphile_worker.jobs where key = 'records.digest'`,
    );
    expect(rows.map(({ run_at }) => run_at)).toEqual([nextMorning(attic.app.clock.now)]);
    expect(nextMorning(new Date('2026-11-21T05:59:00Z')).toISOString()).toBe('2026-11-21T06:00:00.000Z');
    expect(nextMorning(new Date('2026-11-21T06:00:00Z')).toISOString()).toBe('2026-11-22T06:00:00.000Z');
  });

  it('can be about a topic, or about one record and what links to it', async () => {
    const keeper = await begin(attic.juniper, 'keeper', { name: 'Keeper with news' });
    await subscribe('finch@example.org', { scheme: 'attic-topic', code: 'elm' });
    await subscribe('finch@example.org', { scheme: 'record', code: String(keeper) });
    const before = await outbox('news');
    await publishDeed('Nothing of either', { 'topics[]': ['oak'] });
    await publishDeed('Of the elm', { 'topics[]': ['elm'] });
    await publishDeed('Of the keeper', { keeper: String(keeper) });
    await sendNews(attic.app.ctx());
    // Wren hears of all three, Finch in one mail of two.
    expect(await outbox('news')).toBe(before + 2);
    const page = await attic.reader.get(`/en/subscribe?scheme=record&code=${keeper}`);
    expect(page.text).toContain('Keeper with news');
    for (const query of [
      'scheme=kind&code=receipt',
      'scheme=kind&code=tip',
      'scheme=attic-topic&code=no',
      'scheme=record&code=1',
      'scheme=x&code=y',
    ])
      expect((await attic.reader.get(`/en/subscribe?${query}`)).status, query).toBe(404);
  });

  it('stop by one press, from the page or from the mail program, and leave nothing behind', async () => {
    expect(await count('true')).toBe(3);
    const links = new Set(
      [...(await mails()).matchAll(/\/en\/subscribe\/stop\/[\w-]+/g)].map(([link]) => link),
    );
    expect(links.size).toBe(2);
    for (const link of links) {
      expect((await attic.reader.get(link)).text).toContain('Stop all of them');
      const oneClick = await fetch(`${attic.app.url}${link}`, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: 'List-Unsubscribe=One-Click',
      });
      expect(oneClick.status).toBe(200);
      expect((await attic.reader.get(link)).text).toContain('Stopped');
    }
    expect(await count('true')).toBe(0);
    const before = await outbox('news');
    await publishDeed('After the end');
    await sendNews(attic.app.ctx());
    expect(await outbox('news')).toBe(before);
  });
});

describe('an address', () => {
  it('is never in the clear, and gets one question whoever asks how often', async () => {
    const before = await outbox('news-confirm');
    for (const mail of ['robin@example.org', 'Robin@Example.org', 'robin@example.org']) {
      attic.app.clock.move(20);
      expect((await ask(mail)).text).toContain('Look into your inbox');
    }
    expect(await outbox('news-confirm')).toBe(before + 1);
    const { rows } = await database.query('select s::text as row from records.subscription s');
    for (const { row } of rows) expect(row).not.toMatch(/robin/i);
    const audits = await database.query(
      `select body from audit.entry where body ilike '%robin%' or body ilike '%subscribe%'`,
    );
    expect(audits.rows).toEqual([]);
  });

  it('that nobody confirmed is gone after seven days, and its link with it', async () => {
    linden = await attic.app.signIn('Linden');
    const link = await linkTo('yes');
    attic.app.clock.move(7 * 24 * 60 - 60);
    expect((await attic.reader.get(link)).text).toContain('Do you want');
    attic.app.clock.move(60);
    expect((await attic.reader.post(link, {})).text).toContain('no longer works');
    await forgetUnconfirmed(attic.app.ctx());
    expect(await count('true')).toBe(0);
  });

  it('that is none, and a flood of them, are refused beside the field', async () => {
    expect((await ask('not an address')).status).toBe(422);
    expect((await ask('a@example.org\r\nBcc: b@example.org')).status).toBe(422);
    attic.app.clock.move(61);
    const replies: number[] = [];
    for (let n = 0; n < 7; n++) replies.push((await ask(`many${n}@example.org`)).status);
    expect(replies.slice(0, 5)).toEqual([200, 200, 200, 200, 200]);
    expect(replies.at(-1)).toBe(422);
  });
});
