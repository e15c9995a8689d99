// SPDX-License-Identifier: EUPL-1.2
import { answerText, TYPE } from '@rowan/dns-wire';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Client, Reply } from '../../../../tests/harness/client.ts';
import { until } from '../testing/base.ts';
import { ask, question } from '../testing/dns-client.ts';
import { openRoom, type Room } from '../testing/room.ts';

let room: Room;
let parent: Client;
let code = '';
let childPage = '';
let devicePage = '';
let doh = '';

beforeAll(async () => {
  room = await openRoom();
  await room.publish();
  parent = room.visitor('parent');
});
afterAll(() => room.close());

/** The address that a page shows, with the test server in place of the public one. */
function shown(reply: Reply, pattern: RegExp): string {
  const found = pattern.exec(reply.body)?.[0] ?? '';
  return found.replace('https://rowan.example', '');
}

async function dns(address: string, host: string, init: RequestInit = {}) {
  const packet = question(host);
  const response = await fetch(`${room.url}${address}`, {
    method: 'POST',
    body: Buffer.from(packet),
    headers: { 'content-type': 'application/dns-message' },
    ...init,
  });
  const bytes = new Uint8Array(await response.arrayBuffer());
  return { status: response.status, headers: response.headers, text: answerText(bytes) ?? '' };
}

describe('a parent', () => {
  it('reads what this can and cannot do, and has no cookie yet', async () => {
    const reply = await parent.get('/en/home');
    expect(reply.status).toBe(200);
    expect(reply.text).toContain('We never keep which websites somebody opened');
    expect(parent.cookies.size).toBe(0);
  });

  it('begins without a name and gets a code, shown for ten minutes', async () => {
    const made = await parent.submit('/en/home/start', {});
    expect(made.text).toContain("Your family's code");
    expect([...parent.cookies.keys()]).toEqual(['__Host-home']);
    const short = await parent.post('/en/home/code', { password: 'too short' });
    expect([short.status, short.text]).toEqual([422, expect.stringContaining('15 characters or longer')]);
    const reply = await parent.submit('/en/home/code', { password: 'four words are long enough' });
    code = /data-code="([\d ]+)"/.exec(reply.body)?.[1] ?? '';
    expect(code.replaceAll(' ', '')).toMatch(/^\d{16}$/);
    expect((await parent.get('/en/home/code')).body).toContain(code);
    room.now = new Date(room.now.getTime() + 11 * 60_000);
    expect((await parent.get('/en/home/code')).body).not.toContain(code);
  });

  it('says a nickname, an age and a language, and reads the rules of that age', async () => {
    await parent.get('/en/home/child');
    const wrong = await parent.post('/en/home/child', { name: '', lang: 'en' });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('Enter a nickname');
    expect(wrong.text).toContain('Choose an age group');
    const level = await parent.submit('/en/home/child', { name: 'Mia <3', age: '9-12', lang: 'en' });
    expect(level.text).toContain('Rules for Mia <3');
    for (const words of ['Gambling for money', 'Games', 'Help and support', 'Stealing passwords']) {
      expect(level.text).toContain(words);
    }
    childPage = /action="(\/en\/home\/child\/[0-9a-f-]+)\/level"/.exec(level.body)?.[1] ?? '';
    const child = await parent.submit(`${childPage}/level`, { keep: 'yes' });
    expect(child.text).toContain('The rules are saved and work already.');
  });

  it('gets an address for a device, once, and the steps for it', async () => {
    await parent.get(`${childPage}/device`);
    expect((await parent.post(`${childPage}/device`, {})).status).toBe(422);
    const reply = await parent.submit(`${childPage}/device`, { kind: 'iphone' });
    doh = shown(reply, /https:\/\/rowan\.example\/d\/[a-z2-7]{16}\/dns-query/);
    devicePage = /action="(\/en\/home\/device\/[0-9a-f-]+)\/renew"/.exec(reply.body)?.[1] ?? '';
    expect(doh).toMatch(/^\/d\/[a-z2-7]{16}\/dns-query$/);
    expect(reply.body).toContain('<svg class="qr"');
    const profile = await room.visitor('device').get(doh.replace('dns-query', 'profile'));
    expect(profile.headers.get('content-type')).toBe('application/x-apple-aspen-config');
    expect(profile.body).toContain(`<string>https://rowan.example${doh}</string>`);
    expect((await room.visitor('device').get('/d/k7m3/profile')).status).toBe(404);
  });

  it('protects the device: what is too old is closed, the rest is open', async () => {
    await until(async () => (await dns(doh, 'www.example.org')).text.includes('192.0.2.1'));
    expect((await dns(doh, 'www.bet.example')).text).toContain('ede: 17');
    expect((await dns(doh, 'www.example.org')).text).toContain('192.0.2.1');
  });

  it('changes a line, and the device has it', async () => {
    await room.rate('play.example', { minAge: 7, categories: ['games'] });
    await parent.get(`${childPage}/level`);
    await parent.submit(`${childPage}/level`, {
      'line-games': 'block',
      'line-nonsense': 'allow',
      'line-scam': 'allow',
    });
    expect(await until(async () => (await dns(doh, 'play.example')).text.includes('ede: 17'))).toBe(true);
    const level = await parent.get(`${childPage}/level`);
    expect(level.text.indexOf('Games')).toBeLessThan(level.text.indexOf('Always open'));
    await room.rate('cheat.example', { minAge: 255, categories: ['scam'] });
    expect(await until(async () => (await dns(doh, 'cheat.example')).text.includes('ede: 17'))).toBe(true);
  });

  it('takes a new address, and the old one is dead', async () => {
    await parent.get(devicePage);
    const reply = await parent.submit(`${devicePage}/renew`, {});
    const fresh = shown(reply, /https:\/\/rowan\.example\/d\/[a-z2-7]{16}\/dns-query/);
    expect(fresh).not.toBe(doh);
    expect(await until(async () => (await dns(fresh, 'www.example.org')).text.includes('192.0.2.1'))).toBe(
      true,
    );
    expect((await dns(doh, 'www.example.org')).text).toContain('ede: 18');
    doh = fresh;
  });

  it('says that devices on this network are the child’s, after a question', async () => {
    const see = await parent.get(`${childPage}/network`);
    expect(see.text).toContain('We see your network as 127.0.0.1.');
    expect((await parent.post(`${childPage}/network`, {})).status).toBe(422);
    expect(await ask(room.dnsPort, 'www.example.org')).toContain('ede: 18');
    const child = await parent.submit(`${childPage}/network`, { home: 'yes' });
    expect(child.text).toContain('127.0.0.1, added');
    expect(await until(async () => (await ask(room.dnsPort, 'www.example.org')).includes('192.0.2.1'))).toBe(
      true,
    );
    expect(await ask(room.dnsPort, 'bet.example', TYPE.https)).toContain('ede: 17');
  });

  it('cannot take the network of another family', async () => {
    const other = room.visitor('other parent');
    await other.submit('/en/home/start', {});
    await other.get('/en/home/child');
    const level = await other.submit('/en/home/child', { name: 'Leo', age: '13-15', lang: 'fr' });
    const page = /action="(\/en\/home\/child\/[0-9a-f-]+)\/level"/.exec(level.body)?.[1] ?? '';
    await other.get(`${page}/network`);
    const reply = await other.post(`${page}/network`, { home: 'yes' });
    expect([reply.status, reply.text]).toEqual([
      409,
      expect.stringContaining('Another family uses this network'),
    ]);
  });

  it('sees no other family’s child or device', async () => {
    const other = room.visitor('other parent');
    await other.submit('/en/home/start', {});
    for (const path of [childPage, `${childPage}/level`, devicePage, `${childPage}/show`]) {
      expect((await other.get(path)).status).toBe(404);
    }
    for (const path of [
      `${devicePage}/renew`,
      `${childPage}/level`,
      `${childPage}/show`,
      `${childPage}/network`,
    ]) {
      await other.get('/en/home/family');
      expect((await other.post(path, { 'line-games': 'allow', home: 'yes' })).status).toBe(404);
    }
  });

  it('comes back with the code and the password, on another browser', async () => {
    const back = room.visitor('parent');
    await back.get('/en/home/sign-in');
    const without = await back.post('/en/home/sign-in', { code, password: '' });
    expect([without.status, without.text]).toEqual([
      422,
      expect.stringContaining('We do not know this code'),
    ]);
    const typo = await back.post('/en/home/sign-in', { code: '1234', password: '' });
    expect(typo.text).toContain('You typed 4');
    const family = await back.submit('/en/home/sign-in', { code, password: 'four words are long enough' });
    expect(family.text).toContain('Mia <3');
  });

  it('waits longer with each wrong code, and then the same form works', async () => {
    const guesser = room.visitor('guesser');
    let reply = await guesser.get('/en/home/sign-in');
    const guess = { code: '0000 0000 0000 0000', password: '' };
    for (let n = 0; n < 12 && reply.status !== 429; n++)
      reply = await guesser.post('/en/home/sign-in', guess);
    expect([reply.status, reply.text]).toEqual([429, expect.stringContaining('Wait 20 seconds')]);
    const ticket = /name="ticket" value="([^"]+)"/.exec(reply.body)?.[1] ?? '';
    const right = { code, password: 'four words are long enough' };
    expect((await guesser.post('/en/home/sign-in', { ...right, ticket })).status).toBe(429);
    room.now = new Date(room.now.getTime() + 25_000);
    expect((await guesser.post('/en/home/sign-in', { ...right, ticket })).status).toBe(303);
  });

  it('is sent to sign in when signed out', async () => {
    const nobody = room.visitor('nobody');
    for (const path of ['/en/home/family', childPage, devicePage, '/en/home/delete']) {
      expect((await nobody.get(path)).location).toBe('/en/home/sign-in');
    }
  });

  it('deletes everything, and nothing answers any more', async () => {
    await parent.get('/en/home/delete');
    expect((await parent.post('/en/home/delete', {})).status).toBe(422);
    const reply = await parent.submit('/en/home/delete', { sure: 'yes' });
    expect(reply.text).toContain('Everything is deleted');
    expect(parent.cookies.size).toBe(0);
    expect(await until(async () => (await dns(doh, 'www.example.org')).text.includes('ede: 18'))).toBe(true);
    expect(await ask(room.dnsPort, 'www.example.org')).toContain('ede: 18');
    const back = room.visitor('parent');
    await back.get('/en/home/sign-in');
    const again = await back.post('/en/home/sign-in', { code, password: 'four words are long enough' });
    expect([422, 429]).toContain(again.status);
  });
});

describe('the log', () => {
  it('has no line for a DNS message, and no host, token, name or address in any line', () => {
    const all = room.logged.join('\n');
    expect(all).not.toContain('guard-doh');
    for (const canary of [
      'bet.example',
      'example.org',
      doh.split('/')[2] ?? 'none',
      'Mia',
      '127.0.0.1',
      code,
    ]) {
      expect(all).not.toContain(canary);
    }
    expect(room.logged.length).toBeGreaterThan(20);
  });
});
