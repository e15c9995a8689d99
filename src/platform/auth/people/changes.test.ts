// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../../tests/harness/app.ts';
import type { Client } from '../../../../tests/harness/client.ts';
import {
  comeIn,
  invite,
  join,
  keysHeld,
  linkOn,
  mayGive,
  newCode,
  notesOf,
  pageOf,
} from '../testing/staff.ts';

let app: TestApp;
let linden: Client;
beforeAll(async () => {
  app = await startTestApp();
  linden = await app.signIn('Linden');
});
afterAll(() => app.stop());

describe('changing roles', () => {
  it('asks for a fresh factor', async () => {
    const page = await pageOf(linden, 'Alder');
    app.clock.move(6);
    expect((await linden.get(`${page}/roles`)).location).toContain('/en/desk/confirm?next=');
    expect((await linden.post(`${page}/roles`, { 'roles[]': 'reviewer' })).location).toContain(
      '/en/desk/confirm',
    );
    linden = await app.signIn('Linden');
  });

  it('takes the key at once with the role, and ends the session', async () => {
    const made = await join(app, await invite(linden, 'Larch', ['operator']));
    const page = await pageOf(linden, 'Larch');
    linden = await app.signIn('Linden');
    await linden.get(`${page}/give`);
    await linden.post(`${page}/give`, { fingerprint: made.fingerprint ?? '' });
    const { client: larch } = await comeIn(app, made);
    linden = await app.signIn('Linden');
    await linden.get(`${page}/roles`);
    await linden.post(`${page}/roles`, { 'roles[]': 'reviewer' });
    expect(await keysHeld(app, page)).toEqual([]);
    expect((await larch.get('/en/desk/me')).location).toBe('/en/desk/sign-in');
    const { client: again } = await comeIn(app, made);
    expect((await again.get('/en/desk/words')).status).toBe(200);
    expect((await again.get('/en/desk/keys')).status).toBe(404);
  });
});

describe('a supervisor who becomes something else', () => {
  // Those who hold a key may give it only while they are supervisors, whichever way that ends.
  it.each([
    { to: ['operator'], alias: 'Sumac' },
    { to: ['operator', 'custodian'], alias: 'Tansy' },
  ])('$to keeps the key of the desk and may give it to nobody', async ({ to, alias }) => {
    const made = await join(app, await invite(linden, alias, ['supervisor', 'operator']));
    const page = await pageOf(linden, alias);
    linden = await app.signIn('Linden');
    await linden.get(`${page}/give`);
    await linden.post(`${page}/give`, { fingerprint: made.fingerprint ?? '' });
    const birch = await app.signIn('Birch');
    const { body } = await birch.get('/en/desk/people');
    const act = /href="(\/en\/desk\/people\/acts\/[0-9a-f-]+)"/.exec(body)?.[1] ?? '';
    await birch.get(act);
    await birch.post(act, { decision: 'approved' });
    expect(await mayGive(app, page)).toBe(true);
    linden = await app.signIn('Linden');
    await linden.get(`${page}/roles`);
    await linden.post(`${page}/roles`, { 'roles[]': to });
    expect(await keysHeld(app, page)).toEqual(['desk']);
    expect(await mayGive(app, page)).toBe(false);
  });
});

describe('lost things', () => {
  it('N21 a lost password makes new keys, and nothing old opens before a new grant', async () => {
    const alder = notesOf(app, 'Alder');
    const page = await pageOf(linden, 'Alder');
    linden = await app.signIn('Linden');
    await linden.get(`${page}/reset`);
    const reply = await linden.post(`${page}/reset`, {});
    expect((await comeIn(app, alder)).status).toBe(422);
    const made = await join(app, linkOn(reply.text));
    expect((await comeIn(app, { ...alder, password: made.password })).status).toBe(422);
    app.clock.move(1);
    const { client } = await comeIn(app, made);
    expect((await client.get('/en/desk/me')).text).toContain('You cannot open cases yet');
    expect(await keysHeld(app, page)).toEqual([]);

    linden = await app.signIn('Linden');
    await linden.get(`${page}/give`);
    await linden.post(`${page}/give`, { fingerprint: made.fingerprint ?? '' });
    expect(await keysHeld(app, page)).toEqual(['desk']);
  });

  it('a lost phone makes a new key for the app behind the password, and leaves the keys', async () => {
    const hazel = notesOf(app, 'Hazel');
    const page = await pageOf(linden, 'Hazel');
    linden = await app.signIn('Linden');
    await linden.get(`${page}/factor`);
    const link = linkOn((await linden.post(`${page}/factor`, {})).text);
    const visitor = app.visitor();
    await visitor.get(link);
    expect((await visitor.post(link, { password: 'AAAA-AAAA-AAAA' })).status).toBe(422);
    const { text } = await visitor.post(link, { password: hazel.password });
    expect(text).toContain('Key for the authenticator app');
    expect(text).not.toContain(hazel.password);
    expect((await comeIn(app, hazel)).status).toBe(422);
    expect(await keysHeld(app, page)).toEqual(['desk']);
    expect((await app.visitor().get(link)).status).toBe(404);
  });
});

describe('one’s own account', () => {
  it('exchanges the password for a new one and keeps the keys', async () => {
    const birch = notesOf(app, 'Birch');
    const { client } = await comeIn(app, birch);
    await client.get('/en/desk/me/password');
    const wrong = { password: 'AAAA-AAAA-AAAA', code: '000000' };
    expect((await client.post('/en/desk/me/password', wrong)).status).toBe(422);
    const code = newCode(app, birch);
    const reply = await client.post('/en/desk/me/password', { password: birch.password, code });
    const password = /Password ([0-9A-Z-]{14})/.exec(reply.text)?.[1] ?? '';
    expect(password).not.toBe(birch.password);
    expect((await client.get('/en/desk/me')).status).toBe(200);
    expect((await comeIn(app, birch)).status).toBe(422);
    app.clock.move(1);
    const again = await comeIn(app, { ...birch, password });
    expect(again.status).toBe(303);
    expect((await again.client.get('/en/desk/me')).text).toContain('I hold the key to Contacts and Cases');
  });
});
