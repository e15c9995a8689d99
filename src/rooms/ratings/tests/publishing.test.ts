// SPDX-License-Identifier: EUPL-1.2
import { existsSync, readdirSync, readFileSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type KeyList, keyListEntry } from '#platform/seal';
import { proposeDecision } from '../actions/propose-decision.ts';
import { publishSnapshot } from '../actions/publish-snapshot.ts';
import { releaseDecision } from '../actions/release-decision.ts';
import { undoDecision } from '../actions/undo-decision.ts';
import { expireJob } from '../jobs/expire-decisions.ts';
import { orderMissing } from '../jobs/keep-published.ts';
import { deltasSince, snapshotNow } from '../queries/snapshot-now.ts';
import { acceptSnapshot } from '../snapshot/accept-snapshot.ts';
import { auditActs, openGuard, openWorld, type World } from './world.ts';

let world: World;

beforeAll(async () => {
  world = await openWorld();
  await world.import(['bet.example', 'casino.example'], { category: 'gambling', source: 'Bets A' });
  await world.import(['bet.example', 'school.example'], { category: 'adult', source: 'Adults B' });
  await world.import(['school.example'], { category: 'education', source: 'Schools' });
  await world.import(['known.example'], { category: 'well-known', source: 'Top' });
  await world.import(['known.example', 'below.shop.example'], { category: 'adult', source: 'Adults D' });
});
afterAll(() => world.close());

/** Snapshots ordered and not yet made; what the room itself ordered while testing is taken off first. */
async function ordered(): Promise<number> {
  const client = new pg.Client(world.fresh.config('install'));
  await client.connect();
  try {
    const { rows } = await client.query<{ n: number }>(
      `with gone as (delete from graphile_worker._private_jobs where key = 'ratings:publish' returning 1) select count(*)::int as n from gone`,
    );
    return rows[0]?.n ?? 0;
  } finally {
    await client.end();
  }
}

const tick = (ms = 1000) => {
  world.now = new Date(world.now.getTime() + ms);
};

describe('publishing', () => {
  it('has nothing before the first snapshot, and says so', async () => {
    expect(await snapshotNow(world.fresh.database.db)).toBeNull();
    const { id } = await proposeDecision(world.as('ana', 'operator'), {
      host: 'early.example',
      scope: 'subtree',
      minAge: 18,
      reasons: ['gambling'],
    });
    expect(await releaseDecision(world.as('ana', 'operator'), id)).toEqual({ number: null });
  });

  it('turns claims and decisions into a signed snapshot that a guard accepts', async () => {
    tick();
    const published = await publishSnapshot(world.system());
    expect(published.number).toBe(world.now.getTime());
    const guard = await openGuard(world);
    expect(guard.number).toBe(published.number);
    expect(guard.says('www.bet.example')).toBe('18 adult+gambling');
    expect(guard.says('casino.example')).toBe('18 gambling');
    expect(guard.says('school.example')).toBe('-');
    expect(guard.says('known.example')).toBe('-');
    expect(guard.says('early.example')).toBe('18');
    expect(guard.says('other.example')).toBe('-');
  });

  it('carries a release and its undoing to the guard as deltas, in place', async () => {
    const guard = await openGuard(world);
    tick();
    const { id, needs } = await proposeDecision(world.as('ana', 'operator'), {
      host: 'Shop.Example',
      scope: 'subtree',
      minAge: 255,
      categories: ['scam'],
      reasons: ['cheats'],
    });
    expect(needs).toBe('none');
    const { number } = await releaseDecision(world.as('ben', 'operator'), id);
    await guard.follow();
    expect(guard.number).toBe(number);
    expect([guard.says('shop.example'), guard.says('www.shop.example')]).toEqual(['255 scam', '255 scam']);
    expect(guard.says('below.shop.example')).toBe('255 scam');
    tick();
    await undoDecision(world.as('ana', 'operator'), id);
    await guard.follow();
    expect([guard.says('shop.example'), guard.says('www.shop.example')]).toEqual(['-', '-']);
    expect(guard.says('below.shop.example')).toBe('18 adult');
    await expect(undoDecision(world.as('ana', 'operator'), id)).rejects.toThrow('ratings.not-in-force');
  });

  it('answers by deltas exactly as a full build would', async () => {
    const hosts = [
      'bet.example',
      'www.bet.example',
      'school.example',
      'a.school.example',
      'below.shop.example',
      'free.example',
    ];
    const act = async (host: string, rest: { scope: 'host' | 'subtree'; minAge: number }) => {
      tick();
      const { id } = await proposeDecision(world.as('ana', 'operator'), {
        host,
        ...rest,
        reasons: ['other'],
      });
      await releaseDecision(world.as('sue', 'supervisor'), id);
      return id;
    };
    await act('bet.example', { scope: 'host', minAge: 0 });
    await act('school.example', { scope: 'subtree', minAge: 7 });
    await act('free.example', { scope: 'subtree', minAge: 13 });
    const gone = await act('shop.example', { scope: 'subtree', minAge: 0 });
    await undoDecision(world.as('ana', 'operator'), gone);
    const byDeltas = await openGuard(world);
    tick();
    await publishSnapshot(world.system());
    const byBuild = await openGuard(world);
    expect(hosts.map(byBuild.says)).toEqual(hosts.map(byDeltas.says));
    expect(hosts.map(byBuild.says)).toEqual(['0', '18 adult+gambling', '7', '7', '18 adult', '13']);
  });

  it('keeps a decision that was released while a snapshot was being built', async () => {
    const { id } = await proposeDecision(world.as('ana', 'operator'), {
      host: 'meanwhile.example',
      scope: 'subtree',
      minAge: 16,
      reasons: ['sex'],
    });
    tick();
    const building = publishSnapshot(world.system());
    await releaseDecision(world.as('ben', 'operator'), id);
    await building;
    const guard = await openGuard(world);
    expect(guard.says('meanwhile.example')).toBe('16');
  });

  it('gives numbers that grow even when the clock stands', async () => {
    const before = await openGuard(world);
    for (const host of ['one.example', 'two.example']) {
      const { id } = await proposeDecision(world.as('ana', 'operator'), {
        host,
        scope: 'host',
        minAge: 9,
        reasons: ['fear'],
      });
      await releaseDecision(world.as('ana', 'operator'), id);
    }
    const deltas = await deltasSince(world.fresh.database.db, before.number);
    expect(deltas?.map(({ number }) => number)).toEqual([before.number + 1, before.number + 2]);
    expect(await deltasSince(world.fresh.database.db, 5)).toBeNull();
  });

  it('lets what needed two people end after 90 days', async () => {
    const { id, needs } = await proposeDecision(world.as('ana', 'operator'), {
      host: 'short.example',
      scope: 'subtree',
      minAge: 255,
      blockEveryone: true,
      reasons: ['passwords'],
    });
    expect(needs).toBe('second');
    await releaseDecision(world.as('ben', 'operator'), id);
    const guard = await openGuard(world);
    expect(guard.says('short.example')).toBe('255');
    tick(91 * 86_400_000);
    await expireJob.run({ ...world.system(), keys: null }, {});
    await guard.follow();
    expect(guard.says('short.example')).toBe('-');
  });

  it('keeps three snapshots and no stray file', async () => {
    for (let n = 0; n < 4; n++) {
      tick();
      await publishSnapshot(world.system());
    }
    expect(readdirSync(join(world.folder, 'snapshots'))).toHaveLength(3);
    const now = await snapshotNow(world.fresh.database.db);
    expect(existsSync(join(world.folder, now?.path ?? ''))).toBe(true);
  });

  it('orders a snapshot by itself where the file is gone, as after a restore, and not where it is there', async () => {
    await ordered();
    await orderMissing(world.fresh.database.db);
    const before = await ordered();
    const now = await snapshotNow(world.fresh.database.db);
    unlinkSync(join(world.folder, now?.path ?? ''));
    await orderMissing(world.fresh.database.db);
    expect([before, await ordered()]).toEqual([0, 1]);
    tick();
    await publishSnapshot(world.system());
    expect((await openGuard(world)).says('casino.example')).toBe('18 gambling');
  });

  it('is for the console and for those who answer for ratings', async () => {
    await expect(publishSnapshot(world.as('ana', 'operator'))).rejects.toThrow('ratings.not-allowed');
  });

  it('writes one audit line for each act, with ids and codes only', async () => {
    const acts = await auditActs(world);
    expect(new Set(acts.map(({ act }) => act))).toEqual(
      new Set([
        'ratings.import',
        'ratings.propose',
        'ratings.release',
        'ratings.undo',
        'ratings.expire',
        'ratings.publish',
      ]),
    );
    expect(acts.filter(({ act }) => act === 'ratings.import')).toHaveLength(5);
    expect(JSON.stringify(acts)).not.toContain('.example');
  });
});

describe('a guard', () => {
  it('refuses a snapshot with a bad signature, of another type, of a stranger, or with a lower number', async () => {
    const snapshot = await snapshotNow(world.fresh.database.db);
    if (snapshot === null) throw new Error('nothing is published');
    const bytes = Uint8Array.from(readFileSync(join(world.folder, snapshot.path)));
    const trust = { trustedKeys: [world.keyring.signer.pub], current: 0 };
    const damaged = bytes.slice();
    damaged[bytes.length - 1] = (damaged[bytes.length - 1] ?? 0) ^ 1;
    const { signature } = snapshot;
    expect(() => acceptSnapshot(damaged, signature, trust)).toThrow('ratings.bad-signature');
    expect(() => acceptSnapshot(bytes, { ...signature, type: 'delta' }, trust)).toThrow(
      'ratings.bad-signature',
    );
    expect(() => acceptSnapshot(bytes, null, trust)).toThrow('ratings.bad-signature');
    expect(() => acceptSnapshot(bytes, signature, { ...trust, trustedKeys: [new Uint8Array(32)] })).toThrow(
      'ratings.bad-signature',
    );
    expect(() => acceptSnapshot(bytes, signature, { ...trust, current: snapshot.number })).toThrow(
      'ratings.lower-number',
    );
    expect(() => acceptSnapshot(bytes, signature, { ...trust, current: snapshot.number + 1 })).toThrow(
      'ratings.lower-number',
    );
    expect(acceptSnapshot(bytes, signature, { ...trust, current: snapshot.number - 1 })).toBeTruthy();
  });

  it('elsewhere goes by the list that the root signed, on the days and for the types it names', async () => {
    const snapshot = await snapshotNow(world.fresh.database.db);
    if (snapshot === null) throw new Error('nothing is published');
    const bytes = Uint8Array.from(readFileSync(join(world.folder, snapshot.path)));
    const term = { types: ['snapshot' as const], from: '2026-01-01', until: '2026-12-31' };
    const keys = [keyListEntry(world.keyring.signer, term)];
    const list: KeyList = { v: 1, type: 'keys', instance: 'x', issued: '2026-01-01', serial: 1, keys };
    const accept = (on: string, of = list) =>
      acceptSnapshot(bytes, snapshot.signature, { trustedKeys: { list: of, on }, current: 0 });
    expect(accept('2026-11-21')).toBeTruthy();
    expect(() => accept('2027-01-01')).toThrow('ratings.bad-signature');
    const others = { ...list, keys: keys.map((key) => ({ ...key, types: ['export' as const] })) };
    expect(() => accept('2026-11-21', others)).toThrow('ratings.bad-signature');
    expect(() => accept('2026-11-21', { ...list, keys: [] })).toThrow('ratings.bad-signature');
  });
});
