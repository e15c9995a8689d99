// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../../tests/harness/app.ts';
import type { Client } from '../../../../tests/harness/client.ts';
import { read } from '../../db/handle.ts';
import { type Begun, makeFirstPeople } from '../people/first-person.ts';
import { createPerson, invitePath } from '../people/invite.ts';
import { comeIn, confirm, join, keysHeld, type Notes, newCode, pageOf } from '../testing/staff.ts';
import { closeEmergency, emergencyPath, openEmergency } from './window.ts';

let app: TestApp;
let begun: Begun;
let rescuer: Notes & { fingerprint: string | null };

beforeAll(async () => {
  app = await startTestApp({ kind: 'untouched' });
  begun = await makeFirstPeople(app.ctx(), [
    { alias: 'Linden', roles: ['supervisor', 'custodian', 'operator'] },
    { alias: 'Sorrel', roles: ['reviewer'] },
  ]);
  await app.rowan.services.installation.refresh();
  const { token } = await createPerson(app.ctx(), { alias: 'Juniper', roles: ['supervisor', 'operator'] });
  rescuer = await join(app, `/en${invitePath(token)}`);
});
afterAll(() => app.stop());

const notes = (alias: string): Notes => {
  const person = begun.people.find((one) => one.alias === alias);
  if (person === undefined) throw new Error(`nobody is called ${alias}`);
  return { alias, password: person.password, totp: Uint8Array.from(person.totp.bytes()) };
};

/** The console opens the page; two people sit before this browser. */
async function openPage(): Promise<{ client: Client; path: string }> {
  const { token } = await openEmergency(app.ctx());
  const path = `/en${emergencyPath(token)}`;
  const client = app.visitor('two with papers');
  await client.get(path);
  return { client, path };
}

const right = () => ({
  alias: 'Juniper',
  fingerprint: rescuer.fingerprint ?? '',
  a: begun.halves.a,
  b: begun.halves.b,
});

describe('the emergency page', () => {
  it('is not there unless the console opened it, and shuts after half an hour', async () => {
    const stranger = app.visitor();
    expect((await stranger.get(`/en/desk/emergency/${'A'.repeat(43)}`)).status).toBe(404);
    const { client, path } = await openPage();
    expect(client.last?.text).toContain('Only when nobody can open the cases any more');
    const { client: linden } = await comeIn(app, notes('Linden'));
    expect((await linden.get('/en/desk/health')).text).toContain(
      'Somebody at the console opened the emergency page',
    );
    app.clock.move(31);
    expect((await client.get(path)).status).toBe(404);
    expect((await client.post(path, right())).status).toBe(404);
    const again = await openPage();
    expect(await closeEmergency(app.ctx())).toBe(true);
    expect((await again.client.get(again.path)).status).toBe(404);
  });

  it('N52 gives nothing for one half, two of the same, a slip, another person or other signs', async () => {
    const { client, path } = await openPage();
    const { a, b } = begun.halves;
    const slips = [
      { a, b: '' },
      { a, b: a },
      { a: b, b: a },
      { a: `${a.slice(0, -1)}${a.endsWith('7') ? '8' : '7'}`, b },
      { alias: 'Sorrel' },
      { alias: 'Nobody' },
      { fingerprint: 'AAAAAAAA' },
    ];
    for (const slip of slips) {
      const reply = await client.post(path, { ...right(), ...slip });
      expect(reply.status).toBe(422);
      expect(reply.text).not.toContain('has every key');
    }
    const { client: linden } = await comeIn(app, notes('Linden'));
    expect(await keysHeld(app, await pageOf(linden, 'Juniper'))).toEqual([]);
  });

  it('shuts after ten slips', async () => {
    const { client, path } = await openPage();
    for (let slip = 0; slip < 10; slip += 1)
      expect((await client.post(path, { ...right(), b: '' })).status).toBe(422);
    expect((await client.post(path, right())).status).toBe(404);
  });

  it('gives one named supervisor every key, once, spends the papers and prints the next', async () => {
    const { client, path } = await openPage();
    const reply = await client.post(path, right());
    expect(reply.status).toBe(200);
    expect(reply.text).toContain('Juniper has every key');
    const halves = [...reply.text.matchAll(/Recovery key 2, half [AB] ((?:[0-9A-Z]{5}-){5}[0-9A-Z]{5})/g)];
    expect(halves).toHaveLength(2);
    expect((await client.get(path)).status).toBe(404);

    const second = await openPage();
    expect((await second.client.post(second.path, right())).status).toBe(422);

    const { client: juniper } = await comeIn(app, rescuer);
    expect((await juniper.get('/en/desk/me')).text).toContain(
      'the two recovery papers gave Juniper the key to Cases',
    );
    expect((await keysHeld(app, await pageOf(juniper, 'Juniper'))).sort()).toEqual(['custody', 'desk']);
    await confirm(app, juniper, rescuer);
    const [a = '', b = ''] = halves.map(([, half]) => half);
    await juniper.get('/en/desk/recovery');
    expect((await juniper.post('/en/desk/recovery', { a, b })).location).toBe('/en/desk/recovery');
  });

  it('is told to everybody who works here, first thing, for thirty days', async () => {
    const { alias, password, totp } = notes('Sorrel');
    const sorrel = app.visitor('Sorrel');
    await sorrel.get('/en/desk/sign-in');
    const first = await sorrel.submit('/en/desk/sign-in', { alias, password, code: newCode(app, { totp }) });
    expect(first.text).toContain('recovery papers gave Juniper');
    app.clock.move(31 * 24 * 60);
    const later = await comeIn(app, notes('Sorrel'));
    expect((await later.client.get('/en/desk/me')).text).not.toContain('recovery papers gave Juniper');
  });

  it('leaves its acts in the audit, with codes only', async () => {
    const rows = await read<{ 'audit.entry': { seq: number; body: string | null } }>(app.ctx().db)
      .selectFrom('audit.entry')
      .select('body')
      .execute();
    const bodies = rows.map(({ body }) => String(body)).join('\n');
    for (const act of ['recovery.open', 'recovery.close', 'recovery.refused', 'recovery.use'])
      expect(bodies).toContain(`"act":"${act}"`);
    expect(bodies).not.toContain(begun.halves.a);
  });
});
