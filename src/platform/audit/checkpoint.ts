// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import { z } from 'zod';
import { type Db, type Tx, transaction } from '#platform/db';
import { canonicalJson, keyringOf, sha256, signPayload, toHex } from '#platform/seal';
import { writing } from './tables.ts';

// Once a day the head of the chain is written down and signed. Whoever cuts the chain short, or rewrites it from
// some entry on, then contradicts a signature; where the checkpoint lies with a witness outside, not even the
// owner of the database can take it back (security.md 3.5).

/** What is signed, as canonical JSON. `head` and `prev` are 64 hex digits; `prev` is SHA-256 of the payload before. */
export const checkpointShape = z.strictObject({
  v: z.literal(1),
  type: z.literal('audit.checkpoint'),
  instance: z.string(),
  day: z.iso.date(),
  seq: z.int().nonnegative(),
  head: z.string().regex(/^[0-9a-f]{64}$/),
  prev: z.string().regex(/^[0-9a-f]{64}$/),
});
export type Checkpoint = z.infer<typeof checkpointShape>;

/** `prev` of the first. */
export const NO_CHECKPOINT = '0'.repeat(64);

/**
 * Signs and stores the head of the chain under the UTC day of `now`. Answers what it signed; null where that day,
 * or a later one, has its checkpoint already.
 */
export async function makeCheckpoint(db: Db, now: Date): Promise<Checkpoint | null> {
  const day = now.toISOString().slice(0, 10);
  const { instance, signer } = keyringOf(db);
  return transaction(db, async (tx) => {
    const last = await lastCheckpoint(tx);
    if (last !== undefined && last.day >= day) return null;
    const head = await writing(tx).selectFrom('audit.head').select(['seq', 'h']).executeTakeFirstOrThrow();
    const checkpoint: Checkpoint = {
      v: 1,
      type: 'audit.checkpoint',
      instance,
      day,
      seq: head.seq,
      head: toHex(head.h),
      prev: last === undefined ? NO_CHECKPOINT : toHex(sha256(Buffer.from(last.payload))),
    };
    const payload = canonicalJson(checkpoint);
    const { kid, sig } = signPayload({ type: 'audit.checkpoint', key: signer }, Buffer.from(payload));
    await writing(tx)
      .insertInto('audit.checkpoint')
      .values({ day, seq: head.seq, payload, kid, sig: Buffer.from(sig, 'base64url') })
      .execute();
    return checkpoint;
  });
}

// Two workers may come to this in the same moment: the second waits here and then sees the first one's row.
async function lastCheckpoint(tx: Tx): Promise<{ day: string; payload: string } | undefined> {
  await sql`select pg_advisory_xact_lock(hashtext('audit.checkpoint'))`.execute(writing(tx));
  return writing(tx)
    .selectFrom('audit.checkpoint')
    .select(['day', 'payload'])
    .orderBy('day', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** The daily job, in the shape of `#platform/jobs`, which stands above this part. */
export const checkpointJob = {
  name: 'audit.checkpoint',
  payload: z.object({}),
  cron: '5 0 * * *',
  run: async (ctx: { db: Db; now: Date }): Promise<void> => {
    await makeCheckpoint(ctx.db, ctx.now);
  },
};
