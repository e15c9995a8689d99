// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../../tests/harness/app.ts';
import { erasePepper, keyringOf, rotatePepper } from '../../seal/index.ts';
import { comeIn, notesOf } from '../testing/staff.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

describe('a password', () => {
  it('moves to the present pepper when it is typed, and then needs the old one no more', async () => {
    const keyring = keyringOf(app.ctx().db);
    const place = { data: app.folder, keyFile: null };
    const old = keyring.pepper.id;
    await rotatePepper(keyring, place, { now: app.clock.now });
    expect((await comeIn(app, notesOf(app, 'Alder'))).status).toBe(303);
    await erasePepper(keyring, place, old);
    const { client, status } = await comeIn(app, notesOf(app, 'Alder'));
    expect(status).toBe(303);
    expect((await client.get('/en/desk/keys')).status).toBe(200);
    expect((await client.post('/en/desk/keys', { team: 'desk' })).status).toBe(303);
  });
});
