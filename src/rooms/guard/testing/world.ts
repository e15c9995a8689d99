// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Actor, Ctx, Role } from '#platform/ctx';
import { translator } from '#platform/i18n';
import { silentLog } from '#platform/log';
import { attachKeyring, createKeyring, deriveSession, type Keyring, newSessionToken } from '#platform/seal';
import {
  importList,
  keepSnapshotsIn,
  type ProposalInput,
  proposeDecision,
  publishSnapshot,
  releaseDecision,
} from '#ratings';
import { type FreshDatabase, freshDatabase } from '../../../../tests/harness/database.ts';
import type { ShownPlace } from '../shown.ts';
import { type Guard, startGuard } from '../start-guard.ts';
import { type StubUpstream, startStub } from './stub-upstream.ts';

type Rating = Partial<Pick<ProposalInput, 'minAge' | 'categories' | 'guarded' | 'blockEveryone'>>;

/** A guard that follows a database of its own, with a server behind it and people who rate. */
export interface World {
  fresh: FreshDatabase;
  keyring: Keyring;
  folder: string;
  stub: StubUpstream;
  guard: Guard;
  port: number;
  faults: string[];
  now: Date;
  ctx(actor: Actor): Ctx;
  /** A browser of a family, for what is shown once. */
  session: ShownPlace['session'];
  /** Releases a rating of a host and all below it; answers the decision's id. */
  rate(host: string, rating: Rating): Promise<string>;
  publish(): Promise<void>;
  close(): Promise<void>;
}

const people = { ana: randomUUID(), ben: randomUUID() };

export async function openWorld(): Promise<World> {
  const fresh = await freshDatabase();
  const { db } = fresh.database;
  const folder = mkdtempSync(join(tmpdir(), 'rowan-guard-'));
  const now = new Date('2026-11-22T12:00:00Z');
  const keyring = await createKeyring({ data: folder, keyFile: null }, { instance: 'rowan.example', now });
  attachKeyring(db, keyring);
  keepSnapshotsIn(db, folder);
  const stub = await startStub();
  const faults: string[] = [];
  const guard = await startGuard({
    database: fresh.database,
    dataFolder: folder,
    host: '127.0.0.1',
    port: 0,
    upstreams: [`127.0.0.1:${stub.port}`],
    url: 'https://rowan.example',
    workerUrl: new URL('../resolver/resolver.worker.ts', import.meta.url),
    onFault: (code) => faults.push(code),
  });
  const derived = deriveSession(newSessionToken());
  const world: World = {
    ...{ fresh, keyring, folder, stub, guard, faults, now },
    port: Number(guard.address.split(':')[1]),
    session: { id: derived.id, key: derived.key },
    ctx: (actor) => contextOf(world, actor),
    rate: (host, rating) => rate(world, host, rating),
    publish: async () => {
      world.now = new Date(world.now.getTime() + 1000);
      await publishSnapshot(world.ctx({ kind: 'system', name: 'test' }));
    },
    close: async () => {
      await guard.stop();
      await stub.stop();
      await fresh.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  await importList(world.ctx({ kind: 'system', name: 'test' }), {
    source: 'Invented bets',
    licence: 'CC0',
    format: 'domains',
    category: 'gambling',
    stream: lines(['bet.example', 'casino.example']),
  });
  return world;
}

function contextOf(world: World, actor: Actor): Ctx {
  return {
    db: world.fresh.database.db,
    actor,
    now: world.now,
    log: silentLog,
    t: translator('en'),
    audit: () => {
      throw new TypeError('an audit entry is written inside atomically()');
    },
    keys: null,
  };
}

async function rate(world: World, host: string, rating: Rating): Promise<string> {
  world.now = new Date(world.now.getTime() + 1000);
  const person = (who: keyof typeof people, ...roles: Role[]) =>
    world.ctx({ kind: 'person', id: people[who], alias: who, roles });
  const { id } = await proposeDecision(person('ana', 'operator'), {
    host,
    scope: 'subtree',
    reasons: ['other'],
    ...rating,
  });
  await releaseDecision(person('ben', 'operator', 'supervisor'), id);
  return id;
}

async function* lines(hosts: readonly string[]) {
  yield Buffer.from(hosts.join('\n'));
}

/** Looks again and again until `isSo`, at most five seconds; says whether it came. */
export async function until(isSo: () => Promise<boolean> | boolean): Promise<boolean> {
  for (const end = Date.now() + 5000; Date.now() < end; ) {
    if (await isSo()) return true;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  return false;
}
