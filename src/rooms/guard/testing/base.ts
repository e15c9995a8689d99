// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { Actor, Ctx, Role } from '#platform/ctx';
import { translator } from '#platform/i18n';
import { silentLog } from '#platform/log';
import { attachKeyring, createKeyring } from '#platform/seal';
import {
  importList,
  keepSnapshotsIn,
  type ProposalInput,
  proposeDecision,
  publishSnapshot,
  releaseDecision,
} from '#ratings';
import { type FreshDatabase, freshDatabase } from '../../../../tests/harness/database.ts';
import { type StubUpstream, startStub } from './stub-upstream.ts';

export type Rating = Partial<Pick<ProposalInput, 'minAge' | 'categories' | 'guarded' | 'blockEveryone'>>;

/** A database with a list in it, a server to forward to, and people who rate. */
export interface Base {
  fresh: FreshDatabase;
  folder: string;
  stub: StubUpstream;
  /** Moves only when a test moves it. */
  now: Date;
  ctx(actor: Actor): Ctx;
  /** Releases a rating of a host and all below it; answers the decision's id. */
  rate(host: string, rating: Rating): Promise<string>;
  publish(): Promise<void>;
  /** One statement as the database's owner. */
  sql<R extends pg.QueryResultRow>(statement: string, values?: unknown[]): Promise<R[]>;
  close(): Promise<void>;
}

const people = { ana: randomUUID(), ben: randomUUID() };

export async function openBase(): Promise<Base> {
  const fresh = await freshDatabase();
  const { db } = fresh.database;
  const folder = mkdtempSync(join(tmpdir(), 'rowan-guard-'));
  const now = new Date('2026-11-22T12:00:00Z');
  attachKeyring(db, await createKeyring({ data: folder, keyFile: null }, { instance: 'rowan.example', now }));
  keepSnapshotsIn(db, folder);
  const stub = await startStub();
  const base: Base = {
    ...{ fresh, folder, stub, now },
    ctx: (actor) => contextOf(base, actor),
    rate: (host, rating) => rate(base, host, rating),
    publish: async () => {
      base.now = new Date(base.now.getTime() + 1000);
      await publishSnapshot(base.ctx({ kind: 'system', name: 'test' }));
    },
    sql: (statement, values) => runSql(fresh, statement, values),
    close: async () => {
      await stub.stop();
      await fresh.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  await importList(base.ctx({ kind: 'system', name: 'test' }), {
    source: 'Invented bets',
    licence: 'CC0',
    format: 'domains',
    category: 'gambling',
    stream: lines(['bet.example', 'casino.example']),
  });
  return base;
}

function contextOf(base: Base, actor: Actor): Ctx {
  return {
    db: base.fresh.database.db,
    actor,
    now: base.now,
    log: silentLog,
    t: translator('en'),
    audit: () => {
      throw new TypeError('an audit entry is written inside atomically()');
    },
    keys: null,
  };
}

async function rate(base: Base, host: string, rating: Rating): Promise<string> {
  base.now = new Date(base.now.getTime() + 1000);
  const person = (who: keyof typeof people, ...roles: Role[]) =>
    base.ctx({ kind: 'person', id: people[who], alias: who, roles });
  const { id } = await proposeDecision(person('ana', 'operator'), {
    host,
    scope: 'subtree',
    reasons: ['other'],
    ...rating,
  });
  await releaseDecision(person('ben', 'operator', 'supervisor'), id);
  return id;
}

async function runSql<R extends pg.QueryResultRow>(
  fresh: FreshDatabase,
  statement: string,
  values: unknown[] = [],
) {
  const client = new pg.Client(fresh.config('install'));
  await client.connect();
  try {
    return (await client.query<R>(statement, values)).rows;
  } finally {
    await client.end();
  }
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
