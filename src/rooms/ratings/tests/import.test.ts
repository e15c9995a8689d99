// SPDX-License-Identifier: EUPL-1.2
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ImportProgress, importPath } from '../actions/import-list.ts';
import { publishSnapshot } from '../actions/publish-snapshot.ts';
import { openGuard, openWorld, type World } from './world.ts';

let world: World;
let lists: string;

beforeAll(async () => {
  world = await openWorld();
  lists = mkdtempSync(join(tmpdir(), 'rowan-lists-'));
});
afterAll(async () => {
  rmSync(lists, { recursive: true });
  await world.close();
});

function file(name: string, lines: string[]): string {
  const path = join(lists, name);
  mkdirSync(join(path, '..'), { recursive: true });
  const text = `${lines.join('\n')}\n`;
  writeFileSync(path, name.endsWith('.gz') ? gzipSync(text) : text);
  return path;
}

const from = (source: string) => ({ source, licence: 'CC0' });

describe('importing a list', () => {
  it('says what was read, new and refused, and counts what is said twice', async () => {
    const summary = await world.import(
      ['# a list', 'one.example', 'two.example', 'ONE.example', '192.0.2.1', '||three.example^', 'co.uk'],
      { category: 'gambling', source: 'Counted' },
    );
    expect(summary).toMatchObject({ lines: 7, said: 3, added: 2, kept: 0, gone: 0, left: [] });
    const reasons = Object.entries(summary.refused).map(([reason, { count }]) => `${reason} ${count}`);
    expect(reasons.sort()).toEqual(['address 1', 'duplicate 1', 'other-format 1', 'public-suffix 1']);
    expect(summary.seconds).toBeGreaterThan(0);
  });

  it('replaces what the same source said before, and nothing of others', async () => {
    await world.import(['shared.example'], { category: 'gambling', source: 'Other' });
    const order = { category: 'gambling', source: 'Moving' };
    await world.import(['a.example', 'b.example', 'shared.example'], order);
    expect(await world.import(['b.example', 'c.example'], order)).toMatchObject({
      added: 1,
      kept: 1,
      gone: 2,
    });
    await publishSnapshot(world.system());
    const guard = await openGuard(world);
    expect(['a', 'b', 'c', 'shared'].map((name) => guard.says(`${name}.example`))).toEqual([
      '-',
      '18 gambling',
      '18 gambling',
      '18 gambling',
    ]);
  });

  it('reads a collection of UT1 folders by their names and leaves links and unused folders', async () => {
    file('ut1/gambling/domains', ['bets.example']);
    file('ut1/gambling/urls', ['university.example/~bets/', 'whole.example/']);
    file('ut1/press/domains', ['paper.example']);
    file('ut1/sect/domains', ['belief.example']);
    symlinkSync(join(lists, 'ut1/gambling'), join(lists, 'ut1/games'));
    const seen: ImportProgress[] = [];
    const summary = await importPath(world.system(), {
      path: join(lists, 'ut1'),
      format: 'ut1',
      category: null,
      ...from('UT1'),
      onProgress: (progress) => seen.push(progress),
    });
    expect(summary).toMatchObject({ said: 3, added: 3, left: ['sect'] });
    expect(summary.refused).toMatchObject({ 'no-path': { count: 1 } });
    expect(seen.at(-1)).toMatchObject({ lines: 4, claims: 3 });
    expect(seen.at(-1)?.bytes).toBe(seen.at(-1)?.size);
  });

  it('never lets an address claim rise to its host', async () => {
    await publishSnapshot(world.system());
    const guard = await openGuard(world);
    expect([guard.says('university.example'), guard.says('www.university.example')]).toEqual(['-', '-']);
    expect(guard.says('bets.example')).toBe('18 gambling');
  });

  it('reads a packed file, and a hosts file for its exact names', async () => {
    const path = file('some.hosts.gz', ['0.0.0.0 exact.example']);
    await importPath(world.system(), { path, format: 'hosts', category: 'adult', ...from('Packed') });
    await publishSnapshot(world.system());
    const guard = await openGuard(world);
    expect([guard.says('exact.example'), guard.says('www.exact.example')]).toEqual(['18 adult', '-']);
  });

  it('counts lists of one independence group as one voice', async () => {
    await world.import(['big.example'], { category: 'well-known', source: 'Visited' });
    await world.import(['big.example'], { category: 'adult', source: 'First', group: 'copies' });
    await world.import(['big.example'], { category: 'adult', source: 'Second', group: 'copies' });
    await publishSnapshot(world.system());
    expect((await openGuard(world)).says('big.example')).toBe('-');
    await world.import(['big.example'], { category: 'adult', source: 'Third', group: 'own work' });
    await publishSnapshot(world.system());
    expect((await openGuard(world)).says('big.example')).toBe('18 adult');
  });

  it('stops believing a list that nobody read for half a year', async () => {
    world.now = new Date(world.now.getTime() + 181 * 86_400_000);
    await publishSnapshot(world.system());
    expect((await openGuard(world)).says('bets.example')).toBe('-');
  });

  it.each([
    ['nobody said under which licence', { licence: ' ' }, 'ratings.no-licence'],
    ['nobody knows its category', { category: 'politics' }, 'ratings.no-category'],
    [
      'its source is known in another format',
      { source: 'Counted', format: 'hosts' as const },
      'ratings.other-format',
    ],
  ])('refuses a list when %s, and stores nothing', async (_, order, code) => {
    await expect(
      Promise.resolve().then(() => world.import(['x.example'], { category: 'adult', ...order })),
    ).rejects.toThrow(code);
  });

  it('refuses a person without the role, and a path where nothing lies', async () => {
    const order = { path: lists, format: 'domains' as const, category: 'adult', ...from('X') };
    await expect(
      importPath(world.as('ana', 'operator'), { ...order, path: join(lists, 'some.hosts.gz') }),
    ).rejects.toThrow('ratings.not-allowed');
    await expect(importPath(world.system(), order)).rejects.toThrow('ratings.no-list');
    await expect(importPath(world.system(), { ...order, path: join(lists, 'none') })).rejects.toThrow(
      'ratings.no-list',
    );
  });
});
