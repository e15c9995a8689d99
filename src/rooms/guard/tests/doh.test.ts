// SPDX-License-Identifier: EUPL-1.2
import { answerText } from '@rowan/dns-wire';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { until } from '../testing/base.ts';
import { question } from '../testing/dns-client.ts';
import { openRoom, type Room } from '../testing/room.ts';

let room: Room;
let path = '';

beforeAll(async () => {
  room = await openRoom();
  await room.publish();
  const parent = room.visitor('parent');
  await parent.submit('/en/home/start', {});
  await parent.get('/en/home/child');
  const level = await parent.submit('/en/home/child', { name: 'Mia', age: '9-12', lang: 'en' });
  const child = /action="(\/en\/home\/child\/[0-9a-f-]+)\/level"/.exec(level.body)?.[1] ?? '';
  await parent.get(`${child}/device`);
  const device = await parent.submit(`${child}/device`, { kind: 'android' });
  path = /\/d\/[a-z2-7]{16}\/dns-query/.exec(device.body)?.[0] ?? '';
  await until(async () => (await post(Buffer.from(question('www.example.org')))).text.includes('192.0.2.1'));
});
afterAll(() => room.close());

async function read(response: Response) {
  const bytes = new Uint8Array(await response.arrayBuffer());
  return { status: response.status, headers: response.headers, text: answerText(bytes) ?? '' };
}

const MESSAGE = { 'content-type': 'application/dns-message' };
const post = async (body: Buffer, headers: Record<string, string> = MESSAGE) =>
  read(await fetch(`${room.url}${path}`, { method: 'POST', body: new Uint8Array(body), headers }));
const get = async (dns: string) => read(await fetch(`${room.url}${path}?dns=${dns}`));
const packed = (host: string) => Buffer.from(question(host)).toString('base64url');

describe('DNS over HTTPS', () => {
  it('answers a POST and a GET with the message itself, and says how long it may be kept', async () => {
    for (const reply of [
      await post(Buffer.from(question('www.example.org'))),
      await get(packed('www.example.org')),
    ]) {
      expect([reply.status, reply.headers.get('content-type')]).toEqual([200, 'application/dns-message']);
      expect(reply.text).toContain('192.0.2.1');
      const age = Number(/^private, max-age=(\d+)$/.exec(reply.headers.get('cache-control') ?? '')?.[1]);
      expect(age).toBeGreaterThan(50);
      expect(age).toBeLessThanOrEqual(60);
      expect(reply.headers.get('set-cookie')).toBeNull();
    }
  });

  it('answers a closed name with status 200 and a short life', async () => {
    const reply = await get(packed('bet.example'));
    expect([reply.status, reply.headers.get('cache-control')]).toEqual([200, 'private, max-age=10']);
    expect(reply.text).toMatch(/NXDOMAIN[\s\S]*ede: 17/);
  });

  it('answers a token that nobody has with a refusal, and a path that is no token with 404', async () => {
    const real = path;
    path = '/d/aaaaaaaaaaaaaaaa/dns-query';
    expect(await get(packed('www.example.org'))).toMatchObject({
      status: 200,
      text: expect.stringContaining('ede: 18'),
    });
    for (const wrong of ['/d/k7m3/dns-query', '/d/aaaaaaaaaaaaaaa1/dns-query']) {
      path = wrong;
      expect((await get(packed('www.example.org'))).status).toBe(404);
    }
    path = real.replace(/[a-z2-7]{16}/, (token) => token.toUpperCase());
    expect((await get(packed('www.example.org'))).text).toContain('192.0.2.1');
    path = real;
  });

  it.each([
    ['nothing', '', 400],
    ['no base64url', 'a+b/', 400],
    ['too short', 'AAAA', 400],
    ['an answer', Buffer.from([0, 1, 0x81, 0, 0, 0, 0, 0, 0, 0, 0, 0]).toString('base64url'), 400],
    ['too long', 'A'.repeat(6000), 413],
  ])('refuses a GET with %s', async (_what, dns, status) => {
    expect((await get(dns)).status).toBe(status);
  });

  it.each([
    ['another type', Buffer.from('a=b'), { 'content-type': 'application/x-www-form-urlencoded' }, 415],
    ['JSON', Buffer.from('{}'), { 'content-type': 'application/json' }, 415],
    ['a file', Buffer.from('x'), { 'content-type': 'image/png' }, 415],
    ['nothing', Buffer.alloc(0), MESSAGE, 400],
    ['too much', Buffer.alloc(70_000), MESSAGE, 413],
  ])('refuses a POST with %s', async (_what, body, headers, status) => {
    expect((await post(body, headers)).status).toBe(status);
  });

  it('answers a question it cannot read as DNS does', async () => {
    const broken = Buffer.from(question('www.example.org')).subarray(0, 20);
    expect(await post(broken)).toMatchObject({ status: 200, text: expect.stringContaining('FORMERR') });
  });

  it('carries the headers of every answer, whatever the status', async () => {
    for (const reply of [await get(packed('www.example.org')), await get('')]) {
      expect(reply.headers.get('x-content-type-options')).toBe('nosniff');
      expect(reply.headers.get('content-security-policy')).toContain("default-src 'none'");
    }
  });
});
