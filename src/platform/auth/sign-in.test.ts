// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../tests/harness/app.ts';
import { hiddenField } from '../../../tests/harness/client.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

describe('signing in', () => {
  it('lets a supervisor in with password and code, and out again', async () => {
    const linden = await app.signIn('Linden');
    const setup = await linden.get('/en/setup');
    expect(setup.status).toBe(200);
    expect(setup.text).toContain('Set up this place');
    await linden.get('/en/setup/place');
    await linden.post('/en/desk/sign-out', {});
    expect((await linden.get('/en/setup')).location).toBe('/en/desk/sign-in');
  });

  it('answers a wrong password, a wrong code and an unknown name in the same words', async () => {
    const staff = app.staff[0];
    const visitor = app.visitor();
    const tries = [
      { alias: 'Linden', password: 'AAAA-AAAA-AAAA', code: '000000' },
      { alias: 'Linden', password: staff?.password ?? '', code: '000000' },
      { alias: 'Nobody', password: 'AAAA-AAAA-AAAA', code: '000000' },
    ];
    const texts = [];
    for (const fields of tries) {
      await visitor.get('/en/desk/sign-in');
      const reply = await visitor.post('/en/desk/sign-in', fields);
      expect(reply.status).toBe(422);
      expect(hiddenField(reply.body, 'password') ?? '').toBe('');
      texts.push(reply.text);
    }
    expect(texts).toEqual([texts[0], texts[0], texts[0]]);
  });

  it('accepts a code once', async () => {
    const first = await app.signIn('Alder');
    expect((await first.get('/en/setup')).status).toBe(404);
    const alder = app.staff.find(({ alias }) => alias === 'Alder');
    const { totpAt } = await import('./totp.ts');
    const { Secret } = await import('#platform/seal');
    using secret = Secret.copyOf(alder?.totp ?? new Uint8Array());
    const code = totpAt(secret, app.clock.now);
    const again = app.visitor();
    await again.get('/en/desk/sign-in');
    const reply = await again.post('/en/desk/sign-in', {
      alias: 'Alder',
      password: alder?.password ?? '',
      code,
    });
    expect(reply.status).toBe(422);
  });

  it('refuses a post from another site, and one without the session token', async () => {
    const linden = await app.signIn('Linden');
    await linden.get('/en/setup/place');
    const cross = await linden.post('/en/setup/place', { name: 'x' }, { 'sec-fetch-site': 'cross-site' });
    expect(cross.status).toBe(403);
    const bare = await linden.post('/en/setup/place', { name: 'x', csrf: '' });
    expect(bare.status).toBe(403);
  });

  it('ends a session that was idle for a quarter of an hour', async () => {
    const birch = await app.signIn('Birch');
    expect((await birch.get('/en/setup')).status).toBe(200);
    app.clock.move(16);
    expect((await birch.get('/en/setup')).location).toBe('/en/desk/sign-in');
  });
});
