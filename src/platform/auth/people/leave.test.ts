// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../../tests/harness/app.ts';
import type { Client } from '../../../../tests/harness/client.ts';
import { transaction } from '../../db/index.ts';
import { keyringOf, sealObject } from '../../seal/index.ts';
import { countWays, grantsOf, putBack, teamSeals } from '../testing/rows.ts';
import { comeIn, idOn, invite, join, notesOf, pageOf } from '../testing/staff.ts';

const chosen = 'four otters carry a ladder';

let app: TestApp;
let linden: Client;
beforeAll(async () => {
  app = await startTestApp();
  linden = await app.signIn('Linden');
});
afterAll(() => app.stop());

/** Something the desk may open, sealed as a room would. */
async function sealSomething(): Promise<string> {
  const { db } = app.ctx();
  return transaction(db, (tx) =>
    sealObject(tx, keyringOf(db), {
      id: randomUUID(),
      kind: 'note',
      plain: Buffer.from('something'),
      to: { team: 'desk' },
    }),
  );
}

describe('somebody who leaves', () => {
  it('N19 comes in no more: not by the cookie, nor the password, nor an old code', async () => {
    const alder = notesOf(app, 'Alder');
    const { client } = await comeIn(app, alder);
    expect((await client.get('/en/desk/keys')).status).toBe(200);
    const page = await pageOf(linden, 'Alder');
    linden = await app.signIn('Linden');
    const shown = await linden.get(`${page}/leave`);
    expect(shown.text).toContain('Alder has no open case');
    const reply = await linden.submit(`${page}/leave`, {});
    expect(reply.text).not.toContain('Alder Here');

    expect((await client.get('/en/desk/keys')).location).toBe('/en/desk/sign-in');
    expect((await comeIn(app, alder)).status).toBe(422);
    const { db } = app.ctx();
    expect(await countWays(db, idOn(page))).toEqual({ sessions: 0, unlocks: 0 });
    expect(await grantsOf(db, idOn(page))).toEqual([]);
    expect((await linden.get(page)).status).toBe(404);
  });

  it('frees the name, and is told to every member', async () => {
    const hazel = await app.signIn('Hazel');
    expect((await hazel.get('/en/desk/me')).text).toContain('Alder no longer has the key to Cases');
    linden = await app.signIn('Linden');
    await invite(linden, 'Alder', ['reviewer']);
  });

  it('N20 opens nothing new with an old grant and a newer copy of everything', async () => {
    const { db } = app.ctx();
    linden = await app.signIn('Linden');
    const made = await join(app, await invite(linden, 'Larch', ['operator']));
    const page = await pageOf(linden, 'Larch');
    await linden.get(`${page}/give`);
    await linden.post(`${page}/give`, { fingerprint: made.fingerprint ?? '' });
    for (let n = 0; n < 3; n += 1) await sealSomething();
    const old = await grantsOf(db, idOn(page));
    await linden.get(`${page}/leave`);
    await linden.post(`${page}/leave`, {});
    const fresh = await sealSomething();

    // What was sealed before moves over in a member's session, and then nothing names the old key.
    const hazel = await app.signIn('Hazel');
    expect((await hazel.get('/en/desk/keys')).text).toMatch(/Cases: \d+ things are left/);
    const moved = await hazel.submit('/en/desk/keys', { team: 'desk' });
    expect(moved.text).toContain('Everything lies under the present keys');
    const seals = await teamSeals(db, 'desk');
    const epochs = new Set(seals.map(({ epoch }) => epoch));
    expect(epochs.size).toBe(1);
    expect(seals.some(({ object }) => object === fresh)).toBe(true);
    // The old grants, put back by a thief: none of them is for the epoch that anything is sealed to.
    await putBack(db, idOn(page), old);
    const held = (await grantsOf(db, idOn(page))).map(({ epoch }) => epoch);
    expect(held.filter((epoch) => epochs.has(epoch))).toEqual([]);
  });
});

describe('a new key for a team', () => {
  it('is made by a supervisor with a fresh factor, and everything moves to it', async () => {
    const { db } = app.ctx();
    linden = await app.signIn('Linden');
    await linden.get('/en/desk/keys');
    const before = new Set((await teamSeals(db, 'desk')).map(({ epoch }) => epoch));
    expect((await linden.post('/en/desk/keys/new', { team: 'desk' })).location).toBe('/en/desk/keys');
    await linden.submit('/en/desk/keys', { team: 'desk' });
    const after = new Set((await teamSeals(db, 'desk')).map(({ epoch }) => epoch));
    expect([...after].filter((epoch) => before.has(epoch))).toEqual([]);
    app.clock.move(6);
    await linden.get('/en/desk/keys');
    const late = await linden.post('/en/desk/keys/new', { team: 'desk' });
    expect(late.location).toBe('/en/desk/confirm?next=%2Fdesk%2Fkept');
    const hazel = await app.signIn('Hazel');
    await hazel.get('/en/desk/keys');
    expect((await hazel.post('/en/desk/keys/new', { team: 'desk' })).status).toBe(403);
  });
});

describe('the last who could give a key', () => {
  it('cannot leave or fall, whoever asks for it', async () => {
    linden = await app.signIn('Linden');
    const birch = await pageOf(linden, 'Birch');
    await linden.get(`${birch}/roles`);
    expect((await linden.post(`${birch}/roles`, { 'roles[]': ['operator', 'custodian'] })).status).toBe(303);
    const made = await join(app, await invite(linden, 'Poplar', ['admin']), chosen);
    const { client: admin } = await comeIn(app, made);
    const page = await pageOf(admin, 'Linden');
    await admin.get(`${page}/leave`);
    expect((await admin.post(`${page}/leave`, {})).status).toBe(409);
    await admin.get(`${page}/roles`);
    expect((await admin.post(`${page}/roles`, { 'roles[]': 'operator' })).status).toBe(409);
  });
});
