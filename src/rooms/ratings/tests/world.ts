// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lookupText, type RatingIndex, verdictAt } from '@rowan/rating-index';
import pg from 'pg';
import type { Actor, Ctx, Role } from '#platform/ctx';
import { translator } from '#platform/i18n';
import { silentLog } from '#platform/log';
import { attachKeyring, createKeyring, type Keyring } from '#platform/seal';
import { type FreshDatabase, freshDatabase } from '../../../../tests/harness/database.ts';
import { importList, type ListOrder } from '../actions/import-list.ts';
import { codesOf } from '../categories.ts';
import { deltasSince, snapshotNow } from '../queries/snapshot-now.ts';
import { acceptDelta, acceptSnapshot } from '../snapshot/accept-snapshot.ts';
import { keepSnapshotsIn } from '../snapshot/folder.ts';

const NOW = new Date('2026-11-22T12:00:00Z');

export const PEOPLE = { ana: randomUUID(), ben: randomUUID(), sue: randomUUID() };

/** A room on a database of its own, with a clock that only moves when told, and a guard that follows it. */
export interface World {
  fresh: FreshDatabase;
  folder: string;
  keyring: Keyring;
  now: Date;
  as(who: keyof typeof PEOPLE, ...roles: Role[]): Ctx;
  system(): Ctx;
  import(
    lines: readonly string[],
    order: Partial<ListOrder> & { category: string },
  ): ReturnType<typeof importList>;
  close(): Promise<void>;
}

export async function openWorld(): Promise<World> {
  const fresh = await freshDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'rowan-ratings-'));
  const keyring = await createKeyring(
    { data: folder, keyFile: null },
    { instance: 'rowan.example', now: NOW },
  );
  attachKeyring(fresh.database.db, keyring);
  keepSnapshotsIn(fresh.database.db, folder);
  const ctx = (actor: Actor): Ctx => ({
    db: fresh.database.db,
    actor,
    now: world.now,
    log: silentLog,
    t: translator('en'),
    audit: () => {
      throw new TypeError('an audit entry is written inside atomically()');
    },
    keys: null,
  });
  const world: World = {
    fresh,
    folder,
    keyring,
    now: NOW,
    as: (who, ...roles) => ctx({ kind: 'person', id: PEOPLE[who], alias: who, roles }),
    system: () => ctx({ kind: 'system', name: 'cli' }),
    import: (lines, order) =>
      importList(world.system(), {
        source: `List of ${order.category}`,
        licence: 'CC0',
        format: 'domains',
        stream: inPieces(Buffer.from(lines.join('\n')), 11),
        ...order,
      }),
    close: async () => {
      await fresh.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return world;
}

async function* inPieces(bytes: Buffer, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

/** Fetches what is published as a guard does: the snapshot, then every delta, each checked. */
export async function openGuard(world: World): Promise<Guard> {
  const { db } = world.fresh.database;
  const trustedKeys = [world.keyring.signer.pub];
  const snapshot = await snapshotNow(db);
  if (snapshot === null) throw new Error('nothing is published');
  const bytes = readFileSync(join(world.folder, snapshot.path));
  const copy = new Uint8Array(new ArrayBuffer(bytes.length));
  copy.set(bytes);
  const index = acceptSnapshot(copy, snapshot.signature, { trustedKeys, current: 0 });
  const guard: Guard = {
    index,
    number: snapshot.number,
    follow: async () => {
      const deltas = await deltasSince(db, guard.number);
      if (deltas === null) throw new Error('no way from here');
      for (const delta of deltas) guard.number = acceptDelta(index, delta, trustedKeys);
    },
    says: (host) => {
      const verdict = verdictAt(index, lookupText(index, host));
      return verdict === null ? '-' : `${verdict.minAge} ${codesOf(verdict.categories).join('+')}`.trim();
    },
  };
  await guard.follow();
  return guard;
}

export interface Guard {
  index: RatingIndex;
  number: number;
  follow(): Promise<void>;
  /** Age and categories, `-` for nothing. */
  says(host: string): string;
}

/** What the audit says, in its order. */
export async function auditActs(world: World): Promise<{ act: string; kind: string; id: string | null }[]> {
  const client = new pg.Client(world.fresh.config('install'));
  await client.connect();
  try {
    const { rows } = await client.query<{ body: string }>('select body from audit.entry order by seq');
    return rows.map(({ body }) => JSON.parse(body));
  } finally {
    await client.end();
  }
}

/** Every row of this room's tables as text, as a thief of the database would read it. */
export async function everyRow(world: World): Promise<string> {
  const client = new pg.Client(world.fresh.config('install'));
  await client.connect();
  try {
    const tables = await client.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('ratings', 'graphile_worker')`,
    );
    const texts: string[] = [];
    for (const { name } of tables.rows) {
      const { rows } = await client.query<{ text: string }>(`select t::text as text from ${name} t`);
      texts.push(...rows.map(({ text }) => text));
    }
    return texts.join('\n');
  } finally {
    await client.end();
  }
}
