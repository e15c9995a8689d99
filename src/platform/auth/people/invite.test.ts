// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../../tests/harness/app.ts';
import type { Client } from '../../../../tests/harness/client.ts';
import { comeIn, invite, join, keysHeld, linkOn, pageOf } from '../testing/staff.ts';
import { createPerson } from './invite.ts';

const chosen = 'four otters carry a ladder';

let app: TestApp;
let linden: Client;
beforeAll(async () => {
  app = await startTestApp();
  linden = await app.signIn('Linden');
});
afterAll(() => app.stop());

describe('inviting', () => {
  it('makes a link that works once, and a person who waits for the key', async () => {
    const link = await invite(linden, 'Rowanberry', ['operator']);
    const made = await join(app, link);
    expect(made.password).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    expect(made.fingerprint).toMatch(/^[0-9A-Z]{8}$/);
    expect((await app.visitor().get(link)).status).toBe(404);
    expect((await linden.get('/en/desk/people')).text).toContain('Rowanberry Waits for the key');

    const { client } = await comeIn(app, made);
    const me = await client.get('/en/desk/me');
    expect(me.text).toContain('You cannot open cases yet');
    expect(me.text.replaceAll(' ', '')).toContain(made.fingerprint);
    expect((await client.get('/en/desk/keys')).status).toBe(404);
    expect(await keysHeld(app, await pageOf(linden, 'Rowanberry'))).toEqual([]);
  });

  it('ends a link after 48 hours, and when a newer one was made', async () => {
    const old = await invite(linden, 'Elder', ['reviewer']);
    const page = await pageOf(linden, 'Elder');
    await linden.get(page);
    const newer = linkOn((await linden.post(`${page}/link`, {})).text);
    expect((await app.visitor().get(old)).status).toBe(404);
    expect((await app.visitor().get(newer)).status).toBe(200);
    app.clock.move(48 * 60 + 1);
    expect((await app.visitor().get(newer)).status).toBe(404);
    linden = await app.signIn('Linden');
    expect((await linden.get('/en/desk/people')).text).toContain('The link is too old');
  });

  it('lets who opens no cases choose a long password, and refuses an obvious one', async () => {
    const link = await invite(linden, 'Cypress', ['reviewer']);
    const visitor = app.visitor();
    expect((await visitor.get(link)).text).toContain('Choose a password');
    for (const [typed, words] of [
      ['too-short', 'at least 15 signs'],
      ['willowwillow123456', 'too easy to guess'],
    ] as const) {
      const reply = await visitor.post(link, { chosen: typed, again: typed });
      expect(reply.status).toBe(422);
      expect(reply.text).toContain(words);
    }
    const made = await join(app, link, chosen);
    expect(made.fingerprint).toBeNull();
    const { client, status } = await comeIn(app, made);
    expect(status).toBe(303);
    expect((await client.get('/en/desk/words')).status).toBe(200);
  });

  it('refuses a name that is taken, no roles, and roles that must stay apart (H23)', async () => {
    for (const [fields, words] of [
      [{ alias: 'LINDEN', 'roles[]': 'admin' }, 'has this name already'],
      [{ alias: 'Aspen' }, 'Choose at least one'],
      [{ alias: 'Aspen', 'roles[]': ['secretariat', 'operator'] }, 'must stay apart'],
    ] as const) {
      await linden.get('/en/desk/people/new');
      const reply = await linden.post('/en/desk/people/new', fields);
      expect(reply.status).toBe(422);
      expect(reply.text).toContain(words);
    }
  });
});

describe('account rights', () => {
  it('N16 N17 let an administrator invite somebody and give them nothing', async () => {
    const admin = (await comeIn(app, await join(app, await invite(linden, 'Elm', ['admin']), chosen))).client;
    for (const path of ['/en/desk/people', '/en/setup', '/en/desk/mail']) {
      expect((await admin.get(path)).status).toBe(200);
    }
    for (const path of ['/en/desk/keys', '/en/desk/words', '/en/desk/recovery']) {
      expect((await admin.get(path)).status).toBe(404);
    }
    const made = await join(app, await invite(admin, 'Cherry', ['operator']));
    const page = await pageOf(admin, 'Cherry');
    expect((await admin.get(page)).text).not.toContain('Give the keys');
    expect((await admin.get(`${page}/give`)).status).toBe(404);
    expect((await admin.post(`${page}/give`, { fingerprint: made.fingerprint ?? '' })).status).toBe(403);
    expect((await admin.get(`${page}/reset`)).status).toBe(404);
    expect(await keysHeld(app, page)).toEqual([]);
    expect((await comeIn(app, made)).client.cookies.size).toBe(1);
  });

  it('N17 do not let an administrator give themselves a role that opens cases', async () => {
    const { client: admin } = await comeIn(
      app,
      await join(app, await invite(linden, 'Plane', ['admin']), chosen),
    );
    const page = await pageOf(admin, 'Plane');
    expect((await admin.get(`${page}/roles`)).status).toBe(403);
    expect((await admin.post(`${page}/roles`, { 'roles[]': ['admin', 'operator'] })).status).toBe(403);
  });

  it('N18 give nothing from the console either: who comes that way reads no case', async () => {
    const { token } = await createPerson(app.ctx(), { alias: 'Poplar', roles: ['operator'] });
    const made = await join(app, `/en/desk/invite/${token}`);
    const { client } = await comeIn(app, made);
    expect((await client.get('/en/desk/keys')).status).toBe(404);
    expect(await keysHeld(app, await pageOf(linden, 'Poplar'))).toEqual([]);
  });
});
