// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../../tests/harness/app.ts';
import type { Client } from '../../../../tests/harness/client.ts';
import { atomically } from '../../ctx/index.ts';
import { keyringOf } from '../../seal/index.ts';
import { writeRow } from '../testing/rows.ts';
import { comeIn, idOn, invite, join, keysHeld, linkOn, pageOf } from '../testing/staff.ts';
import { askSecond, openActs } from './second-person.ts';

let app: TestApp;
let linden: Client;
beforeAll(async () => {
  app = await startTestApp();
  linden = await app.signIn('Linden');
});
afterAll(() => app.stop());

describe('giving the key', () => {
  it('N15 refuses a wrong fingerprint and takes the right one however it was written down', async () => {
    const made = await join(app, await invite(linden, 'Spruce', ['operator']));
    const page = await pageOf(linden, 'Spruce');
    linden = await app.signIn('Linden');
    await linden.get(`${page}/give`);
    const wrong = await linden.post(`${page}/give`, { fingerprint: '00000000' });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('These are not the signs we have');
    expect(await keysHeld(app, page)).toEqual([]);

    const typed = `${made.fingerprint?.slice(0, 4).toLowerCase()}-${made.fingerprint?.slice(4)}`;
    expect((await linden.post(`${page}/give`, { fingerprint: typed })).location).toBe('/en/desk/people');
    expect(await keysHeld(app, page)).toEqual(['desk']);
    const { client } = await comeIn(app, made);
    expect((await client.get('/en/desk/keys')).status).toBe(200);
    const alder = await app.signIn('Alder');
    expect((await alder.get('/en/desk/me')).text).toContain('Linden gave Spruce the key to Cases');
  });

  it('tells every member for seven days', async () => {
    app.clock.move(7 * 24 * 60);
    const alder = await app.signIn('Alder');
    expect((await alder.get('/en/desk/me')).text).not.toContain('Spruce');
    linden = await app.signIn('Linden');
  });

  it('N14 gives nothing when the stored key was exchanged, and closes the intake', async () => {
    const link = await invite(linden, 'Yew', ['operator']);
    const made = await join(app, link);
    const page = await pageOf(linden, 'Yew');
    const { db } = app.ctx();
    await linden.get(`${page}/give`);
    await writeRow(db, page, { pub: Buffer.alloc(32, 7) });
    const reply = await linden.post(`${page}/give`, { fingerprint: made.fingerprint ?? '' });
    expect(reply.status).toBe(503);
    expect((await linden.get(`${page}/give`)).status).toBe(503);
    expect(await keysHeld(app, page)).toEqual([]);
    expect(keyringOf(db).intake.alarm?.code).toBe('seal.registry');
    keyringOf(db).intake.reopen();
  });

  it('waits for a second supervisor where somebody is to hold contacts or to give keys', async () => {
    const made = await join(app, await invite(linden, 'Olive', ['supervisor', 'custodian']));
    const page = await pageOf(linden, 'Olive');
    linden = await app.signIn('Linden');
    const asked = await linden.get(`${page}/give`);
    expect(asked.text).toContain('A second supervisor must confirm');
    await linden.post(`${page}/give`, { fingerprint: made.fingerprint ?? '' });
    expect(await keysHeld(app, page)).toEqual([]);

    const act = /href="(\/en\/desk\/people\/acts\/[0-9a-f-]+)"/.exec(
      (await linden.get('/en/desk/people')).body,
    )?.[1];
    expect((await linden.get(act ?? '')).text).toContain('You asked for this yourself');
    expect((await linden.post(act ?? '', { decision: 'approved' })).status).toBe(403);

    const birch = await app.signIn('Birch');
    expect((await birch.get('/en/desk/people')).text).toContain('Linden asks to give Olive keys');
    await birch.get(act ?? '');
    expect((await birch.post(act ?? '', { decision: 'approved' })).location).toBe('/en/desk/people');
    expect(await keysHeld(app, page)).toEqual(['custody', 'desk']);
    expect((await birch.post(act ?? '', { decision: 'approved' })).status).toBe(404);
    const { client } = await comeIn(app, made);
    expect((await client.get('/en/desk/recovery')).status).toBe(200);
  });

  it('forgets what was asked when the person has made other keys since', async () => {
    const made = await join(app, await invite(linden, 'Quince', ['custodian']));
    const page = await pageOf(linden, 'Quince');
    linden = await app.signIn('Linden');
    await linden.get(`${page}/give`);
    await linden.post(`${page}/give`, { fingerprint: made.fingerprint ?? '' });
    await linden.get(`${page}/reset`);
    await join(app, linkOn((await linden.post(`${page}/reset`, {})).text));
    const birch = await app.signIn('Birch');
    const { body } = await birch.get('/en/desk/people');
    const act = /href="(\/en\/desk\/people\/acts\/[0-9a-f-]+)"/.exec(body)?.[1] ?? '';
    await birch.get(act);
    expect((await birch.post(act, { decision: 'approved' })).status).toBe(409);
    expect(await keysHeld(app, page)).toEqual([]);
  });

  it('decides nothing that a room asked a second person for', async () => {
    const actor = {
      kind: 'person',
      id: idOn(await pageOf(linden, 'Linden')),
      alias: 'Linden',
      roles: [],
    } as const;
    const ctx = { ...app.ctx(), actor };
    const id = await atomically(ctx, (inner) => askSecond(inner, { act: 'case.other', payload: { n: 1 } }));
    const birch = await app.signIn('Birch');
    await birch.get('/en/desk/me');
    for (const decision of ['approved', 'refused', 'finish']) {
      expect((await birch.post(`/en/desk/people/acts/${id}`, { decision })).status).toBe(404);
      await birch.get('/en/desk/me');
    }
    expect((await openActs(ctx.db, ctx.now, 'case.other')).map((act) => act.approved)).toEqual([false]);
  });

  it('is nobody’s own affair', async () => {
    const page = await pageOf(linden, 'Linden');
    for (const act of ['give', 'roles', 'reset', 'leave']) {
      linden = await app.signIn('Linden');
      expect((await linden.get(`${page}/${act}`)).status).toBe(403);
    }
  });
});
