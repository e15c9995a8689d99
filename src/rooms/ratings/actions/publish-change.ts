// SPDX-License-Identifier: EUPL-1.2
import { makeDelta } from '@rowan/rating-index';
import type { TxCtx } from '#platform/ctx';
import { notify } from '#platform/db';
import { keyringOf, signPayload } from '#platform/seal';
import { orderSnapshot } from '../jobs/order-snapshot.ts';
import { hostOfKey } from '../name-key.ts';
import { tellRatedChanged } from '../queries/rated-names.ts';
import { wordsAbout } from '../queries/words-about.ts';
import { readAuditHead } from '../snapshot/audit-head.ts';
import { type CompiledEntry, Compiler } from '../snapshot/compile.ts';
import { writing } from '../tables.ts';

/** News of every published state; the id is its number. */
export const SNAPSHOT_TOPIC = 'snapshot';

/** So many deltas on one snapshot, and a fresh one is due: guards that start have to apply them all. */
const MOST_DELTAS = 500;

/** The last published state. Locked until the transaction ends, so numbers grow in the order of commits. */
export async function lockHead(ctx: TxCtx): Promise<{ number: number; snapshot: number | null }> {
  return writing(ctx.db)
    .selectFrom('ratings.head')
    .select(['number', 'snapshot'])
    .forUpdate()
    .executeTakeFirstOrThrow();
}

/** A number that grows even when the clock does not. */
export const nextNumber = (last: number, now: Date): number => Math.max(last + 1, now.getTime());

/**
 * Publishes what changed about some names (keys) as one signed delta, in the caller's transaction: a few rows are read,
 * a few hundred bytes signed, so it takes milliseconds however many hosts are rated (docs/rating-rule.md). Returns the
 * number of the new state; null before the first snapshot, which will have the change in it.
 *
 * A new host's hash could meet another's entry; of 1,000 million names two would. The next full snapshot looks for
 * such meetings among the names that must stay open, and takes another key.
 */
export async function publishChange(ctx: TxCtx, names: readonly string[]): Promise<number | null> {
  await tellRatedChanged(ctx.db);
  const head = await lockHead(ctx);
  if (head.snapshot === null) {
    await orderSnapshot(ctx.db);
    return null;
  }
  const { key, deltas } = await snapshotOf(ctx, head.snapshot);
  const { upserts, removals, isWhole } = await changesAbout(ctx, names);
  const number = nextNumber(head.number, ctx.now);
  const auditHead = await readAuditHead(ctx.db);
  const facts = { number, createdMs: ctx.now.getTime(), auditHead, base: head.number, key };
  const bytes = makeDelta({ ...facts, upserts, removals });
  await writing(ctx.db)
    .insertInto('ratings.delta')
    .values({
      number,
      base: head.number,
      snapshot: head.snapshot,
      created_at: ctx.now,
      bytes: Buffer.from(bytes),
      signature: JSON.stringify(signPayload({ type: 'delta', key: keyringOf(ctx.db).signer }, bytes)),
    })
    .execute();
  await writing(ctx.db).updateTable('ratings.head').set({ number }).execute();
  await notify(ctx.db, SNAPSHOT_TOPIC, String(number));
  if (!isWhole || deltas >= MOST_DELTAS) await orderSnapshot(ctx.db);
  return number;
}

async function snapshotOf(ctx: TxCtx, number: number): Promise<{ key: Uint8Array; deltas: number }> {
  const row = await writing(ctx.db)
    .selectFrom('ratings.snapshot as s')
    .select((select) => [
      's.key',
      select
        .selectFrom('ratings.delta as d')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .where('d.snapshot', '=', number)
        .as('deltas'),
    ])
    .where('s.number', '=', number)
    .executeTakeFirstOrThrow();
  return { key: Uint8Array.from(row.key), deltas: Number(row.deltas ?? 0) };
}

interface Changes {
  upserts: CompiledEntry[];
  removals: string[];
  isWhole: boolean;
}

/** What the index has to learn and to forget, so that it answers for these names as a full build would. */
export async function changesAbout(ctx: TxCtx, names: readonly string[]): Promise<Changes> {
  if (names.length === 0) return { upserts: [], removals: [], isWhole: true };
  const { words, targets, isWhole } = await wordsAbout(ctx.db, names, ctx.now);
  const hosts = new Set([...targets].map(hostOfKey));
  const upserts: CompiledEntry[] = [];
  const compiler = new Compiler((entry) => {
    if (hosts.has(entry.host)) upserts.push(entry);
  });
  for (const one of words) compiler.take(one);
  const said = new Set(upserts.map(({ host }) => host));
  return { upserts, removals: [...hosts].filter((host) => !said.has(host)), isWhole };
}
