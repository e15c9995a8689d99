// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Client } from '../../../../tests/harness/client.ts';
import { openRoom, type Room } from '../testing/room.ts';

let room: Room;
let parent: Client;
let page = '';

beforeAll(async () => {
  room = await openRoom();
  parent = room.visitor('parent');
  await parent.submit('/en/home/start', {});
  await parent.get('/en/home/child');
  const level = await parent.submit('/en/home/child', { name: 'Mia', age: '9-12', lang: 'en' });
  page = /action="(\/en\/home\/child\/[0-9a-f-]+)\/level"/.exec(level.body)?.[1] ?? '';
});
afterAll(() => room.close());

async function makeLink(): Promise<string> {
  await parent.get(`${page}/level`);
  const reply = await parent.submit(`${page}/show`, {});
  return /\/k\/[a-z2-7]{26}/.exec(reply.body)?.[0] ?? '';
}

describe('the child’s own page', () => {
  it('is a link that opens nothing until it is pressed', async () => {
    const link = await makeLink();
    const child = room.visitor('child');
    const claim = await child.get(link);
    expect([claim.status, claim.headers.get('cache-control')]).toEqual([200, 'no-store']);
    expect(claim.text).toContain('Anyone holding this device can see the page.');
    expect(claim.text).not.toContain('Mia');
    expect(child.cookies.size).toBe(0);
  });

  it('says what is closed, why, who set it and who can see what, and has nothing to change (H8)', async () => {
    const child = room.visitor('child');
    await child.get(await makeLink());
    const mine = await child.submit(child.last?.body.match(/action="(\/k\/[^"]+)"/)?.[1] ?? '', {});
    expect(mine.text).toContain('Rules for Mia');
    for (const words of [
      'Your family set these rules.',
      'Made for people of 18 and older Sex for adults Gambling for money',
      'Harms people of every age Encouraging self-harm Cheating people',
      'Help and support',
      'Nobody can see',
      'Which websites you open',
      'Anyone holding this device can see this page.',
    ]) {
      expect(mine.text).toContain(words);
    }
    expect(mine.body).not.toContain('<form');
    expect(mine.text).not.toMatch(/\b\d+ (blocks|times|visits)\b/);
  });

  it('reads the same as the family’s preview, and follows what the family changes', async () => {
    const child = room.visitor('child');
    const link = await makeLink();
    await child.get(link);
    await child.submit(link, {});
    await parent.get(`${page}/level`);
    await parent.submit(`${page}/level`, { 'line-games': 'block' });
    const mine = await child.get('/en/my-rules');
    expect(mine.text).toContain('Closed Your family chose this Games');
    const preview = await parent.get(`${page}/show`);
    const from = (text: string) =>
      text.slice(text.indexOf('Your family set'), text.indexOf('The numbers are on this page'));
    expect(from(preview.text)).toBe(from(mine.text));
  });

  it('closes on the first device when the link is opened on another, and says so (H8)', async () => {
    const link = await makeLink();
    const first = room.visitor('child');
    await first.get(link);
    await first.submit(link, {});
    const second = room.visitor('somebody');
    const warned = await second.get(link);
    expect(warned.text).toContain('If you open it here, it closes on the other device.');
    await second.submit(link, {});
    const closed = await first.get('/en/my-rules');
    expect(closed.location).toBe('/en/my-rules/closed');
    expect((await first.get('/en/my-rules/closed')).text).toContain('somebody may have opened your link');
    expect((await second.get('/en/my-rules')).status).toBe(200);
  });

  it('is dead with its link when the family makes a new one, and a device token opens nothing [N65]', async () => {
    const old = await makeLink();
    const child = room.visitor('child');
    await child.get(old);
    await child.submit(old, {});
    const fresh = await makeLink();
    expect(fresh).not.toBe(old);
    expect((await child.get('/en/my-rules')).status).toBe(303);
    for (const link of [old, '/k/aaaaaaaaaaaaaaaa', '/k/aaaaaaaaaaaaaaaaaaaaaaaaaa', '/k/x']) {
      const reply = await room.visitor('stranger').get(link);
      expect([reply.status, reply.text]).toEqual([404, expect.stringContaining('does not work any more')]);
      expect((await room.visitor('stranger').post(link, {})).status).toBe(404);
    }
  });
});

describe('the test page', () => {
  it('links to a name that only our resolver knows, and says what it cannot know', async () => {
    const reply = await room.visitor('child').get('/en/test');
    expect(reply.body).toContain('href="https://test.rowan.example/en/test/on"');
    expect(reply.text).toContain('Which child’s rules the device has'.replace('’', "'"));
  });

  it('says On only to a browser that came by that name', async () => {
    const visitor = room.visitor('child');
    expect((await visitor.get('/en/test/on')).text).toContain('it proves nothing');
    // Node's fetch sets its own Host, so this goes through a plain request.
    const { request } = await import('node:http');
    const body = await new Promise<string>((resolve) => {
      request(`${room.url}/en/test/on`, { headers: { host: 'test.rowan.example' } }, (response) => {
        let text = '';
        response.on('data', (chunk) => {
          text += chunk;
        });
        response.on('end', () => resolve(text));
      }).end();
    });
    expect(body).toContain('The rules work here.');
  });
});
