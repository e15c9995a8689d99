// SPDX-License-Identifier: EUPL-1.2
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../tests/harness/app.ts';
import { createClient, hiddenField } from '../../../tests/harness/client.ts';
import { Secret } from '../seal/index.ts';
import { comeIn, confirm, newCode, notesOf } from './testing/staff.ts';
import { totpAt } from './totp.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

const signedOut = '/en/desk/sign-in';

describe('signing in', () => {
  it('lets a supervisor in with password and code, and out again', async () => {
    const linden = await app.signIn('Linden');
    const setup = await linden.get('/en/setup');
    expect(setup.status).toBe(200);
    expect(setup.text).toContain('Set up this place');
    await linden.get('/en/setup/place');
    await linden.post('/en/desk/sign-out', {});
    expect((await linden.get('/en/setup')).location).toBe(signedOut);
  });

  it('takes a name in any letters and leads each role to its first place', async () => {
    const { client } = await comeIn(app, { ...notesOf(app, 'Sorrel'), alias: ' sorrel' });
    expect(client.cookies.has('__Host-desk')).toBe(true);
    expect((await client.get('/en/desk/words')).status).toBe(200);
  });

  it('answers a wrong password, a wrong code and an unknown name in the same words', async () => {
    const visitor = app.visitor();
    const tries = [
      { alias: 'Linden', password: 'AAAA-AAAA-AAAA', code: '000000' },
      { alias: 'Linden', password: notesOf(app, 'Linden').password, code: '000000' },
      { alias: 'Poplar', password: 'AAAA-AAAA-AAAA', code: '000000' },
    ];
    const texts = [];
    for (const fields of tries) {
      app.clock.move(1);
      await visitor.get('/en/desk/sign-in');
      const reply = await visitor.post('/en/desk/sign-in', fields);
      expect(reply.status).toBe(422);
      expect(hiddenField(reply.body, 'password') ?? '').toBe('');
      texts.push(reply.text.replace(fields.alias, ''));
    }
    expect(new Set(texts).size).toBe(1);
  });

  it('lets a name wait longer after each failure, whether anybody is called so or not', async () => {
    app.clock.move(60);
    for (const alias of ['Hazel', 'Nobody-else']) {
      const visitor = app.visitor();
      const wrong = { alias, password: 'AAAA-AAAA-AAAA', code: '000000' };
      await visitor.post('/en/desk/sign-in', wrong);
      const early = await visitor.post('/en/desk/sign-in', wrong);
      expect(early.status).toBe(429);
      expect(early.text).toContain('Wait 2 seconds');
    }
    app.clock.move(1);
    expect((await comeIn(app, notesOf(app, 'Hazel'))).status).toBe(303);
  });

  it('N22 accepts a code once', async () => {
    const alder = notesOf(app, 'Alder');
    expect((await (await app.signIn('Alder')).get('/en/setup')).status).toBe(404);
    using secret = Secret.copyOf(alder.totp);
    const code = totpAt(secret, app.clock.now);
    const again = app.visitor();
    const reply = await again.post('/en/desk/sign-in', { alias: 'Alder', password: alder.password, code });
    expect(reply.status).toBe(422);
  });

  it('ends the session of another browser and says so', async () => {
    const birch = notesOf(app, 'Birch');
    const first = await app.signIn('Birch');
    const second = createClient(app.url, 'Birch');
    const { alias, password } = birch;
    const fields = { alias, password, code: newCode(app, birch) };
    const reply = await second.submit('/en/desk/sign-in', fields);
    expect(reply.text).toContain('You were signed in somewhere else too');
    expect((await first.get('/en/setup')).location).toBe(signedOut);
  });
});

describe('a session', () => {
  it('N26 is nothing without its cookie, and a cookie is nothing without its row', async () => {
    const linden = await app.signIn('Linden');
    const cookie = linden.cookies.get('__Host-desk') ?? '';
    linden.cookies.clear();
    expect((await linden.get('/en/setup')).location).toBe(signedOut);
    linden.cookies.set('__Host-desk', randomBytes(32).toString('base64url'));
    expect((await linden.get('/en/setup')).location).toBe(signedOut);
    linden.cookies.set('__Host-desk', `${cookie.slice(0, -2)}AA`);
    expect((await linden.get('/en/setup')).location).toBe(signedOut);
    linden.cookies.set('__Host-desk', cookie);
    expect((await linden.get('/en/setup')).status).toBe(200);
  });

  it('N27 ends when it was idle, when its day is over, and when somebody signs out', async () => {
    const idle = await app.signIn('Birch');
    expect((await idle.get('/en/setup')).status).toBe(200);
    app.clock.move(16);
    expect((await idle.get('/en/setup')).location).toBe(signedOut);

    const busy = await app.signIn('Birch');
    for (let minutes = 0; minutes < 590; minutes += 10) {
      expect((await busy.get('/en/setup')).status).toBe(200);
      app.clock.move(10);
    }
    app.clock.move(10);
    expect((await busy.get('/en/setup')).location).toBe(signedOut);

    const gone = await app.signIn('Birch');
    const cookie = gone.cookies.get('__Host-desk') ?? '';
    await gone.get('/en/desk/me');
    const out = await gone.post('/en/desk/sign-out', {});
    expect(out.headers.get('clear-site-data')).toBe('"cookies", "storage"');
    gone.cookies.set('__Host-desk', cookie);
    expect((await gone.get('/en/setup')).location).toBe(signedOut);
  });

  it('N28 gets another token at sign-in and whenever its holder shows again who they are', async () => {
    const planted = createClient(app.url, 'Birch');
    const fixed = randomBytes(32).toString('base64url');
    planted.cookies.set('__Host-desk', fixed);
    const birch = notesOf(app, 'Birch');
    const { alias, password } = birch;
    await planted.post('/en/desk/sign-in', { alias, password, code: newCode(app, birch) });
    const first = planted.cookies.get('__Host-desk');
    expect(first).not.toBe(fixed);

    expect(await confirm(app, planted, birch)).toBe(303);
    const second = planted.cookies.get('__Host-desk');
    expect(second).not.toBe(first);
    expect((await planted.get('/en/desk/me')).status).toBe(200);
    planted.cookies.set('__Host-desk', first ?? '');
    expect((await planted.get('/en/desk/me')).location).toBe(signedOut);
  });

  it('N29 refuses a post without its token, with the token of another session, and from another site', async () => {
    const linden = await app.signIn('Linden');
    const birch = await app.signIn('Birch');
    const foreign = hiddenField((await birch.get('/en/desk/me')).body, 'csrf') ?? '';
    const own = hiddenField((await linden.get('/en/desk/me')).body, 'csrf') ?? '';
    const path = '/en/desk/me/end-all';
    expect((await linden.post(path, { csrf: '' })).status).toBe(403);
    expect((await linden.post(path, { csrf: foreign })).status).toBe(403);
    expect((await linden.post(path, { csrf: own }, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await linden.post(path, { csrf: own }, { 'sec-fetch-site': 'same-site' })).status).toBe(403);
    const old = await fetch(`${app.url}${path}`, {
      method: 'POST',
      headers: {
        cookie: `__Host-desk=${linden.cookies.get('__Host-desk')}`,
        origin: 'https://elsewhere.example',
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: new URLSearchParams({ csrf: own }),
    });
    expect(old.status).toBe(403);
    expect((await linden.get('/en/desk/me')).status).toBe(200);
    expect((await linden.post(path, { csrf: own })).location).toBe(signedOut);
    expect((await linden.get('/en/desk/me')).location).toBe(signedOut);
  });
});

describe('a fresh factor', () => {
  it('is asked for before a grave act, and leads back to it', async () => {
    const linden = await app.signIn('Linden');
    expect((await linden.get('/en/desk/recovery')).status).toBe(200);
    app.clock.move(6);
    const sent = await linden.get('/en/desk/recovery');
    expect(sent.location).toBe('/en/desk/confirm?next=%2Fdesk%2Frecovery');
    const page = await linden.get(sent.location ?? '');
    expect(page.text).toContain('Is it you?');
    const { password, totp } = notesOf(app, 'Linden');
    const wrong = { next: '/desk/recovery', password, code: '000000' };
    expect((await linden.post('/en/desk/confirm', wrong)).status).toBe(422);
    app.clock.move(1);
    const right = { ...wrong, code: newCode(app, { totp }) };
    expect((await linden.post('/en/desk/confirm', right)).location).toBe('/en/desk/recovery');
    expect((await linden.get('/en/desk/recovery')).status).toBe(200);
  });

  it('never leads to another site', async () => {
    const linden = await app.signIn('Linden');
    for (const next of [
      'https://elsewhere.example/',
      '//elsewhere.example',
      '/\\elsewhere.example',
      '/en/report',
    ]) {
      const { body } = await linden.get(`/en/desk/confirm?next=${encodeURIComponent(next)}`);
      expect(hiddenField(body, 'next')).toBe('/desk');
    }
  });
});
