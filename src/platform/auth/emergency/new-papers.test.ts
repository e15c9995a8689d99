// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../../tests/harness/app.ts';
import type { Client } from '../../../../tests/harness/client.ts';
import { keyringOf, recoveryRecords, teamsWithoutRecovery } from '../../seal/index.ts';
import { readInstallation } from '../../setup/index.ts';
import { type Begun, makeFirstPeople } from '../people/first-person.ts';
import { comeIn, confirm, type Notes } from '../testing/staff.ts';

const NEW = '/en/desk/recovery/new';
const CHECK = '/en/desk/recovery';

let app: TestApp;
let begun: Begun;
let linden: Client;
let hazel: Client;
beforeAll(async () => {
  app = await startTestApp({ kind: 'untouched' });
  begun = await makeFirstPeople(app.ctx(), [
    { alias: 'Linden', roles: ['supervisor', 'operator'] },
    { alias: 'Hazel', roles: ['supervisor', 'custodian'] },
  ]);
  await app.rowan.services.installation.refresh();
  linden = await fresh('Linden');
  hazel = await fresh('Hazel');
  expect(await type(linden, begun.halves)).toBe(303);
});
afterAll(() => app.stop());

async function fresh(alias: string): Promise<Client> {
  const person = begun.people.find((one) => one.alias === alias);
  if (person === undefined) throw new Error(`nobody is called ${alias}`);
  const notes: Notes = { alias, password: person.password, totp: Uint8Array.from(person.totp.bytes()) };
  const { client } = await comeIn(app, notes);
  await confirm(app, client, notes);
  return client;
}

/** Both keepers type at the desk. */
async function type(client: Client, { a, b }: { a: string; b: string }): Promise<number> {
  await client.get(CHECK);
  return (await client.post(CHECK, { a, b })).status;
}

async function press(client: Client, go: string): Promise<number> {
  await client.get(NEW);
  return (await client.post(NEW, { go })).status;
}

const states = async () => {
  const { db } = app.ctx();
  return (await recoveryRecords(db, keyringOf(db))).map(({ state }) => state);
};

let made: { a: string; b: string };

describe('new recovery papers', () => {
  it('need a second supervisor, who reads of it among the people', async () => {
    expect((await linden.get(CHECK)).text).toContain('A half is lost? Make new papers');
    expect(await press(linden, 'ask')).toBe(303);
    expect((await linden.get(NEW)).text).toContain('Another supervisor must confirm it');
    expect(await press(linden, 'make')).toBe(403);
    expect(await press(linden, 'approved')).toBe(403);
    expect((await hazel.get('/en/desk/people')).text).toContain('Linden asks for new recovery papers');
    expect(await press(hazel, 'approved')).toBe(303);
    expect(await states()).toEqual(['active']);
  });

  it('are shown once, and change nothing before they were typed back', async () => {
    expect(await press(linden, 'make')).toBe(200);
    const page = linden.last?.text ?? '';
    expect(page).toContain('New papers, number 2');
    const [a = '', b = ''] = page.match(/(?:[0-9A-Z]{5}[- ]){5}[0-9A-Z]{5}/g) ?? [];
    made = { a, b };
    expect((await linden.get(NEW)).text).not.toContain(a);
    expect(await press(linden, 'make')).toBe(403);
    expect(await states()).toEqual(['active', 'printed']);
    expect((await readInstallation(app.ctx().db)).recovery).toMatchObject({ n: 1 });
    expect(await type(linden, begun.halves)).toBe(303);
  });

  it('do not count while they lack a key, until somebody who holds it seals it to them', async () => {
    expect(await teamsWithoutRecovery(app.ctx().db, 2)).toEqual(['custody']);
    expect(await type(linden, made)).toBe(422);
    expect(linden.last?.text).toContain('These keys are missing: Contacts');
    expect((await linden.get('/en/desk/keys')).text).not.toContain('lack a key that you hold');
    expect((await hazel.get('/en/desk/keys')).text).toContain('Papers number 2 lack a key that you hold');
    expect((await hazel.post('/en/desk/keys/recovery', {})).status).toBe(303);
    expect(await teamsWithoutRecovery(app.ctx().db, 2)).toEqual([]);
  });

  it('take over when both halves were typed back; the old halves are then useless', async () => {
    expect(await type(linden, made)).toBe(303);
    expect(await states()).toEqual(['spent', 'active']);
    expect(await type(linden, begun.halves)).toBe(422);
    const { recovery } = await readInstallation(app.ctx().db);
    expect(recovery).toEqual({ n: 2, confirmedOn: app.clock.now.toISOString().slice(0, 10) });
    expect(await teamsWithoutRecovery(app.ctx().db, 1)).toEqual(['custody', 'desk']);
  });

  it('ask who somebody is before they show anything', async () => {
    app.clock.move(6);
    expect((await linden.get(NEW)).location).toContain('/desk/confirm');
    expect((await linden.post(NEW, { go: 'make' })).location).toContain('/desk/confirm');
  });
});
