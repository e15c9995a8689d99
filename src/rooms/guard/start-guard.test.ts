// SPDX-License-Identifier: EUPL-1.2
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { answerText } from '@rowan/dns-wire';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Ctx } from '#platform/ctx';
import { undoDecision } from '#ratings';
import { addDevice, removeDevice, renewDevice } from './actions/change-devices.ts';
import { addNetwork } from './actions/change-networks.ts';
import { deleteHousehold } from './actions/delete-household.ts';
import { makeHousehold } from './actions/make-household.ts';
import { addChild, changeChild, changeLevel } from './actions/save-child.ts';
import { ratingsState } from './queries/ratings-state.ts';
import { readShown } from './shown.ts';
import type { Guard } from './start-guard.ts';
import { until } from './testing/base.ts';
import { ask, question } from './testing/dns-client.ts';
import { openWorld, type World } from './testing/world.ts';

let world: World;
let family: Ctx;
let household = '';
let child = '';
let device = '';
let token = '';

const says = async (host: string): Promise<string> =>
  answerText((await world.guard.ask(question(host), token)) ?? new Uint8Array()) ?? 'nothing';
const stateOf = (guard: Guard | null) => ratingsState(family, guard);
const refused = () => world.faults.filter((code) => code === 'ratings-refused').length;
const comes = (host: string, words: string) => until(async () => (await says(host)).includes(words));
const newToken = async () =>
  (await readShown(family.db, { session: world.session, household, about: device }, world.now)) ?? '';

beforeAll(async () => {
  world = await openWorld();
  await makeHousehold(world.ctx({ kind: 'public' }));
  const [made] = await world.sql<{ id: string }>('select id from guard.household');
  household = made?.id ?? '';
  family = world.ctx({ kind: 'family', household });
  child = await addChild(family, { name: 'Mia', ageGroup: '9-12', lang: 'en' });
  device = await addDevice(family, world.session, { child, kind: 'android' });
  token = await newToken();
});

afterAll(async () => {
  await world.close();
  expect([...new Set(world.faults)].sort()).toEqual(['guard-news', 'ratings-refused']);
});

describe('a guard', () => {
  it('answers a device that was added a moment ago, before anything is rated', async () => {
    expect(token).toMatch(/^[a-z2-7]{16}$/);
    expect(await comes('bet.example', '192.0.2.1')).toBe(true);
  });

  it('takes in the first snapshot', async () => {
    expect(await stateOf(world.guard)).toEqual({ state: 'empty', at: null });
    await world.publish();
    expect(await comes('www.bet.example', 'ede: 17')).toBe(true);
    expect(world.guard.ratings()).toBeGreaterThan(0);
    expect(await stateOf(world.guard)).toEqual({ state: 'fresh', at: world.now });
  });

  it('closes what was released and opens what was undone', async () => {
    const id = await world.rate('shop.example', { minAge: 255, categories: ['scam'] });
    expect(await comes('www.shop.example', 'ede: 17')).toBe(true);
    await undoDecision(world.ctx({ kind: 'person', id: household, alias: 'x', roles: ['supervisor'] }), id);
    expect(await comes('www.shop.example', '192.0.2.1')).toBe(true);
  });

  it('says of a host that nobody may read about what it says of every host closed for everyone', async () => {
    await world.rate('unspeakable.example', { guarded: true });
    expect(await comes('unspeakable.example', 'ede: 15 BLOCKED')).toBe(true);
    const one = await says('unspeakable.example');
    await world.rate('virus.example', { minAge: 255, blockEveryone: true });
    expect(await comes('virus.example', 'ede: 15')).toBe(true);
    expect((await says('virus.example')).replaceAll('virus', 'unspeakable')).toBe(one);
  });

  it('has the rules of a family as soon as they are saved', async () => {
    await world.rate('play.example', { minAge: 7, categories: ['games'] });
    await until(async () => (await says('play.example')).includes('192.0.2.1'));
    await changeLevel(family, child, { games: 'block' });
    expect(await comes('play.example', 'ede: 17')).toBe(true);
    await changeLevel(family, child, { games: 'allow' });
    expect(await comes('play.example', '192.0.2.1')).toBe(true);
    await changeChild(family, child, { name: 'Mia', ageGroup: 'under-9', lang: 'en' });
    expect(await comes('play.example', 'ede: 17')).toBe(true);
    await changeLevel(family, child, { games: 'allow' });
    expect(await comes('play.example', '192.0.2.1')).toBe(true);
    expect(await says('casino.example')).toContain('ede: 17');
  });

  it('looks again where the database could not say what is new', async () => {
    await world.sql('alter table guard.device rename to device_away');
    await changeLevel(family, child, { games: 'block' });
    expect(await until(() => world.faults.includes('guard-news'))).toBe(true);
    expect(await says('play.example')).toContain('192.0.2.1');
    await world.sql('alter table guard.device_away rename to device');
    expect(await comes('play.example', 'ede: 17')).toBe(true);
    await changeLevel(family, child, { games: 'allow' });
    expect(await comes('play.example', '192.0.2.1')).toBe(true);
  });

  it('knows a network, and no other', async () => {
    expect(await ask(world.port, 'www.example.org')).toContain('ede: 18');
    await addNetwork(family, child, '::ffff:127.0.0.1');
    expect(await until(async () => (await ask(world.port, 'www.example.org')).includes('192.0.2.1'))).toBe(
      true,
    );
  });

  it('forgets an old token at once', async () => {
    const old = token;
    await renewDevice(family, world.session, device);
    token = await newToken();
    expect(token).not.toBe(old);
    expect(await comes('www.example.org', '192.0.2.1')).toBe(true);
    expect(
      answerText((await world.guard.ask(question('www.example.org'), old)) ?? new Uint8Array()),
    ).toContain('ede: 18');
    expect(await world.guard.ask(question('www.example.org'), 'k7m3')).toBeNull();
    expect(await world.guard.ask(question('www.example.org'), token.toUpperCase())).not.toBeNull();
  });

  it('refuses a snapshot with a bad signature, and one with a lower number, and keeps the old one', async () => {
    const before = world.guard.ratings();
    const states = 'select number, file from ratings.snapshot order by number';
    const [first] = await world.sql<{ number: string; file: string }>(states);
    await world.publish();
    await until(() => world.guard.ratings() > before);
    const good = world.guard.ratings();
    const holds = async () =>
      expect([world.guard.ratings(), await says('casino.example')]).toEqual([
        good,
        expect.stringContaining('ede: 17'),
      ]);
    // An older state is put in place of the present one, as somebody could who writes to the database.
    await world.sql('update ratings.head set snapshot = $1, number = $1', [first?.number]);
    await world.sql(`select pg_notify('rowan', 'snapshot 1')`);
    await until(() => refused() === 1);
    await holds();
    // A file with a byte changed, said to be newer.
    const bytes = readFileSync(join(world.folder, first?.file ?? ''));
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    writeFileSync(join(world.folder, 'forged.rix'), bytes);
    await world.sql(
      `insert into ratings.snapshot select $1, created_at, 'forged.rix', signature, key, bytes, hosts, seconds
       from ratings.snapshot where number = $2`,
      [good + 1000, first?.number],
    );
    await world.sql('update ratings.head set snapshot = $1, number = $1', [good + 1000]);
    await world.sql(`select pg_notify('rowan', 'snapshot 2')`);
    await until(() => refused() === 2);
    await holds();
    expect(await stateOf(world.guard)).toEqual({ state: 'behind', at: new Date(good) });
  });

  it('says that it has nothing where what is published cannot be taken in', async () => {
    const late = await world.another();
    expect([late.ratings(), await stateOf(late)]).toEqual([0, { state: 'lacking', at: null }]);
    await late.stop();
    expect(await stateOf(null)).toEqual({ state: 'elsewhere', at: null });
  });

  it('refuses everybody of a family that deleted everything', async () => {
    await removeDevice(family, device);
    expect(await comes('www.example.org', 'ede: 18')).toBe(true);
    await deleteHousehold(family);
    expect(await until(async () => (await ask(world.port, 'www.example.org')).includes('ede: 18'))).toBe(
      true,
    );
    const [left] = await world.sql<{ n: number }>(
      `select (select count(*) from guard.household)::int + (select count(*) from guard.child)::int
       + (select count(*) from guard.device)::int + (select count(*) from guard.network)::int
       + (select count(*) from guard.shown)::int + (select count(*) from platform.session)::int as n`,
    );
    expect(left?.n).toBe(0);
  });
});
