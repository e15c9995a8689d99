// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../harness/app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

const page = {
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
  'cross-origin-resource-policy': 'same-origin',
  'origin-agent-cluster': '?1',
  'x-dns-prefetch-control': 'off',
};
const form = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' };

const cases: [string, number, string, RequestInit][] = [
  ['a page', 200, '/en', {}],
  ['a bare path', 303, '/report', {}],
  ['an unknown page', 404, '/en/nothing-here', {}],
  ['a verb that no route has', 405, '/en/about', { method: 'POST', headers: form, body: 'a=b' }],
  [
    'a body that is too large',
    413,
    '/en/desk/sign-in',
    { method: 'POST', headers: form, body: `a=${'b'.repeat(300_000)}` },
  ],
  [
    'a file',
    415,
    '/en/desk/sign-in',
    { method: 'POST', headers: { ...form, 'content-type': 'multipart/form-data; boundary=x' }, body: '--x' },
  ],
  ['typing that does not fit', 422, '/en/desk/sign-in', { method: 'POST', headers: form, body: 'alias=x' }],
  [
    'a post from another site',
    403,
    '/en/desk/sign-in',
    { method: 'POST', headers: { ...form, 'sec-fetch-site': 'cross-site' }, body: 'a=b' },
  ],
  ['a malformed address', 400, '/en/%zz', {}],
];

describe('the security headers', () => {
  it.each(cases)('are on %s, status %i (N58)', async (_name, status, path, init) => {
    const answer = await fetch(new URL(path, app.url), { redirect: 'manual', ...init });
    expect(answer.status).toBe(status);
    for (const [name, value] of Object.entries(page)) expect(answer.headers.get(name), name).toBe(value);
    expect(answer.headers.get('content-security-policy')).toMatch(/^default-src 'none'/);
    expect(answer.headers.get('permissions-policy')).toContain('camera=()');
    expect(answer.headers.get('server')).toBeNull();
    expect(answer.headers.get('x-powered-by')).toBeNull();
    expect(answer.headers.get('set-cookie')).toBeNull();
  });

  it('are on a request line that is no HTTP (N58)', async () => {
    const { connect } = await import('node:net');
    const { port, hostname } = new URL(app.url);
    const text = await new Promise<string>((resolve, reject) => {
      const socket = connect(Number(port), hostname, () => socket.write('NOT HTTP\r\n\r\n'));
      let all = '';
      socket.on('data', (part) => {
        all += part;
      });
      socket.on('close', () => resolve(all));
      socket.on('error', reject);
    });
    expect(text).toMatch(/^HTTP\/1.1 400/);
    expect(text).toContain('referrer-policy: no-referrer');
  });

  it('let exit forget without emptying the cache, and not for another site (N59)', async () => {
    const own = await fetch(new URL('/exit', app.url), {
      redirect: 'manual',
      headers: { 'sec-fetch-site': 'same-origin' },
    });
    expect(own.status).toBe(303);
    expect(own.headers.get('clear-site-data')).toBe('"cookies", "storage"');
    expect(own.headers.get('set-cookie')).toContain('Max-Age=0');
    const other = await fetch(new URL('/exit', app.url), {
      redirect: 'manual',
      headers: { 'sec-fetch-site': 'cross-site' },
    });
    expect(other.headers.get('clear-site-data')).toBeNull();
  });

  it.each(['en', 'fr', 'es', 'ru', 'ar', 'zh', 'vi', 'lv'])(
    'serve /%s with its language and direction',
    async (lang) => {
      const body = await (await fetch(new URL(`/${lang}/`, app.url))).text();
      expect(body).toContain(`<html lang="${lang}" dir="${lang === 'ar' ? 'rtl' : 'ltr'}">`);
    },
  );
});

describe('what machines ask', () => {
  it('answers health, readiness, figures without a person, and the API description', async () => {
    expect((await fetch(new URL('/healthz', app.url))).status).toBe(200);
    expect(await (await fetch(new URL('/readyz', app.url))).json()).toEqual({
      ready: true,
      database: 'ready',
      ratings: 'ready',
    });
    const metrics = await (await fetch(new URL('/metrics', app.url))).text();
    expect(metrics).toContain('rowan_requests_total');
    expect(metrics).toMatch(/^rowan_guard_ratings_timestamp_seconds [\d.]+$/m);
    const api = (await (await fetch(new URL('/api/v1/openapi.json', app.url))).json()) as { openapi: string };
    expect(api.openapi).toBe('3.1.0');
  });
});
