// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../../tests/harness/app.ts';
import {
  keyringOf,
  listedSignatureHolds,
  readKeyList,
  recoveryRecords,
  signPayload,
} from '../../seal/index.ts';
import { comeIn, confirm } from '../testing/staff.ts';
import { type Begun, makeFirstPeople } from './first-person.ts';

let app: TestApp;
let begun: Begun;
beforeAll(async () => {
  app = await startTestApp({ kind: 'untouched' });
  begun = await makeFirstPeople(app.ctx(), [{ alias: 'Linden', roles: ['supervisor', 'operator'] }]);
  await app.rowan.services.installation.refresh();
});
afterAll(() => app.stop());

async function linden() {
  const [first] = begun.people;
  if (first === undefined) throw new Error('nobody began');
  const { alias, password } = first;
  const notes = { alias, password, totp: Uint8Array.from(first.totp.bytes()) };
  const { client } = await comeIn(app, notes);
  await confirm(app, client, notes);
  return client;
}

const list = async () => app.visitor('a guard elsewhere').get('/api/v1/keys');

describe('the list of signing keys', () => {
  it('is there for everybody once both halves were typed, and vouches for what this place signs', async () => {
    expect((await list()).status).toBe(404);
    const client = await linden();
    expect((await client.get('/en/desk/health')).text).toContain('Nothing vouches for our signing key');
    await client.get('/en/desk/recovery');
    const { a, b } = begun.halves;
    expect((await client.post('/en/desk/recovery', { a, b })).status).toBe(303);
    expect((await client.get('/en/desk/health')).text).toContain('vouch for our signing key until');

    const { db } = app.ctx();
    const keyring = keyringOf(db);
    const [record] = await recoveryRecords(db, keyring);
    const signed = JSON.parse((await list()).body);
    const read = readKeyList(signed, record?.root_pub ?? Buffer.alloc(32));
    expect(read).toMatchObject({ serial: 1, instance: keyring.instance });
    const bytes = Buffer.from('a snapshot');
    const signature = signPayload({ type: 'snapshot', key: keyring.signer }, bytes);
    const on = app.clock.now.toISOString().slice(0, 10);
    expect(listedSignatureHolds(signature, { list: read, type: 'snapshot', on }, bytes)).toBe(true);
  });

  it('N47 has a higher serial after each rehearsal', async () => {
    app.clock.move(180 * 24 * 60);
    const client = await linden();
    await client.get('/en/desk/recovery');
    await client.post('/en/desk/recovery', { a: begun.halves.a, b: begun.halves.b });
    expect(JSON.parse(JSON.parse((await list()).body).payload)).toMatchObject({ serial: 2 });
  });
});
