// SPDX-License-Identifier: EUPL-1.2
import { readdir, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { makeDelta } from '@rowan/rating-index';
import { atomically, type Ctx, type TxCtx } from '#platform/ctx';
import { afterCommit, notify, transaction } from '#platform/db';
import { keyringOf, randomBytes } from '#platform/seal';
import { mayPublish } from '../access.ts';
import { errors } from '../errors.ts';
import { claimBlocks } from '../queries/claim-blocks.ts';
import { decisionsInForce, type InForce, idsInForce } from '../queries/decisions-in-force.ts';
import { freshSources } from '../queries/fresh-sources.ts';
import { readAuditHead } from '../snapshot/audit-head.ts';
import { type BuildThread, startBuild } from '../snapshot/build-thread.ts';
import { dataFolderOf, snapshotFile } from '../snapshot/folder.ts';
import type { Finished } from '../snapshot/messages.ts';
import { reading, writing } from '../tables.ts';
import { changesAbout, lockHead, nextNumber, SNAPSHOT_TOPIC } from './publish-change.ts';

/** A published snapshot: its number, its file inside the data folder, how many hosts, how big, how long it took. */
export interface Published {
  number: number;
  path: string;
  hosts: number;
  bytes: number;
  seconds: number;
}

/** Snapshots kept: guards that are fetching the one before the last must not find it gone. */
const KEPT = 3;
const KEY_BYTES = 16;
/** With a fresh key each time, meeting bad luck three times in a row means that something else is wrong. */
const TRIES = 3;

/**
 * Builds all ratings anew under a fresh key, in a thread of its own, and publishes them signed. Decisions released while
 * it was building are in it too. Claims are read as of one moment. Throws `ratings.not-allowed`.
 */
export async function publishSnapshot(ctx: Ctx): Promise<Published> {
  if (!mayPublish(ctx.actor)) throw errors('not-allowed');
  const started = performance.now();
  for (let tries = 1; ; tries++) {
    const key = Uint8Array.from(randomBytes(KEY_BYTES));
    const built = await buildAll(ctx, key);
    try {
      if (built.finished.isUnlucky && tries < TRIES) continue;
      if (built.finished.isUnlucky) throw new Error('no key keeps well-known hosts open: is a list damaged?');
      return await atomically(ctx, (inner) => store(inner, { ...built, key, started }));
    } finally {
      await built.thread.stop();
    }
  }
}

interface Built {
  thread: BuildThread;
  finished: Finished;
  /** Number of the index so far; the last step gives it the published one. */
  base: number;
  decisions: InForce[];
}

async function buildAll(ctx: Ctx, key: Uint8Array): Promise<Built> {
  return transaction(
    ctx.db,
    async (tx) => {
      const voices = await freshSources(tx, ctx.now);
      const decisions = await decisionsInForce(tx);
      const head = await reading(tx).selectFrom('ratings.head').select('number').executeTakeFirstOrThrow();
      const thread = startBuild({ key, voices: [...voices], decisions });
      try {
        // The next block is on its way from the database while the thread works on this one.
        let taken: Promise<void> = Promise.resolve();
        for await (const block of claimBlocks(tx)) {
          await taken;
          taken = thread.take(block);
        }
        await taken;
        const facts = {
          number: head.number,
          createdMs: ctx.now.getTime(),
          auditHead: await readAuditHead(tx),
        };
        return { thread, decisions, base: head.number, finished: await thread.finish(facts) };
      } catch (error) {
        await thread.stop();
        throw error;
      }
    },
    { isolation: 'repeatable read' },
  );
}

/** The short step that others wait for: number, what was decided meanwhile, signature, file, rows. */
async function store(ctx: TxCtx, built: Built & { key: Uint8Array; started: number }): Promise<Published> {
  const head = await lockHead(ctx);
  const number = nextNumber(head.number, ctx.now);
  const names = await changedSince(ctx, built.decisions);
  const { upserts, removals } = await changesAbout(ctx, names);
  const facts = {
    base: built.base,
    number,
    createdMs: ctx.now.getTime(),
    auditHead: await readAuditHead(ctx.db),
  };
  const delta = makeDelta({ ...facts, key: built.key, upserts, removals });
  const path = snapshotFile(number);
  const folder = dataFolderOf(ctx.db);
  const order = { delta, path: join(folder, path), signer: keyringOf(ctx.db).signer };
  const { signature, bytes, hosts } = await built.thread.write(order);
  const seconds = (performance.now() - built.started) / 1000;
  await writing(ctx.db)
    .insertInto('ratings.snapshot')
    .values({
      number,
      created_at: ctx.now,
      file: path,
      signature: JSON.stringify(signature),
      key: Buffer.from(built.key),
      bytes,
      hosts,
      seconds,
    })
    .execute();
  await writing(ctx.db).updateTable('ratings.head').set({ number, snapshot: number }).execute();
  const kept = await dropOld(ctx);
  ctx.audit({ act: 'ratings.publish', kind: 'ratings.snapshot', id: String(number) });
  await notify(ctx.db, SNAPSHOT_TOPIC, String(number));
  afterCommit(ctx.db, () => sweep(folder, kept));
  return { number, path, hosts, bytes, seconds };
}

/** Names (keys) whose decisions came or went since `before` was read. */
async function changedSince(ctx: TxCtx, before: readonly InForce[]): Promise<string[]> {
  const now = await idsInForce(ctx.db);
  const known = new Set(before.map(({ id }) => id));
  const fresh = [...now].filter((id) => !known.has(id));
  const came = fresh.length === 0 ? [] : await decisionsInForce(ctx.db, { ids: fresh });
  const went = before.filter(({ id }) => !now.has(id));
  return [...new Set([...came, ...went].map(({ name }) => name))];
}

async function dropOld(ctx: TxCtx): Promise<string[]> {
  const rows = await writing(ctx.db)
    .selectFrom('ratings.snapshot')
    .select(['number', 'file'])
    .orderBy('number', 'desc')
    .execute();
  const old = rows.slice(KEPT).map(({ number }) => number);
  if (old.length > 0)
    await writing(ctx.db).deleteFrom('ratings.snapshot').where('number', 'in', old).execute();
  return rows.slice(0, KEPT).map(({ file }) => file);
}

/** Files that no row knows: old ones, and what a crash between writing and committing left. */
async function sweep(folder: string, kept: readonly string[]): Promise<void> {
  const newest = kept[0] ?? '';
  for (const name of await readdir(join(folder, 'snapshots'))) {
    const file = `snapshots/${name}`;
    // A number above ours is another process's, on its way to its commit.
    if (
      !kept.includes(file) &&
      Number.parseInt(name, 10) <= Number.parseInt(newest.slice('snapshots/'.length), 10)
    ) {
      await unlink(join(folder, file)).catch(() => undefined);
    }
  }
}
