// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Db } from '#platform/db';
import { reading } from './tables.ts';

/** What a walk over the chain found: how far it went, and the first entry that does not fit, if any. */
export type ChainFinding =
  | { ok: true; entries: number; head: string }
  | { ok: false; entries: number; badSeq: number; why: 'gap' | 'body' | 'link' | 'head' };

const BATCH = 5000;

interface Row {
  seq: number;
  us: string;
  body: string | null;
  d: Buffer;
  h: Buffer;
}

/**
 * Recomputes every digest and link of the audit chain (security.md 3.5) and compares the stored head.
 * An erased body is accepted by its digest; an edited, missing or cut-off entry is named.
 */
export async function verifyChain(db: Db): Promise<ChainFinding> {
  let seq = 0;
  let previous: Buffer = Buffer.alloc(32);
  for (;;) {
    const rows = await nextRows(db, seq);
    for (const row of rows) {
      if (row.seq !== seq + 1) return { ok: false, entries: seq, badSeq: seq + 1, why: 'gap' };
      if (row.body !== null && !digest('rowan/v1/audit/body', Buffer.from(row.body)).equals(row.d)) {
        return { ok: false, entries: seq, badSeq: row.seq, why: 'body' };
      }
      const place = Buffer.alloc(16);
      place.writeBigInt64BE(BigInt(row.seq), 0);
      place.writeBigInt64BE(BigInt(row.us), 8);
      const link = digest('rowan/v1/audit/link', Buffer.concat([place, previous, row.d]));
      if (!link.equals(row.h)) return { ok: false, entries: seq, badSeq: row.seq, why: 'link' };
      previous = row.h;
      seq = row.seq;
    }
    if (rows.length < BATCH) break;
  }
  const head = await reading(db).selectFrom('audit.head').select(['seq', 'h']).executeTakeFirstOrThrow();
  if (head.seq !== seq || !head.h.equals(previous)) {
    return { ok: false, entries: seq, badSeq: Math.min(head.seq, seq) + 1, why: 'head' };
  }
  return { ok: true, entries: seq, head: previous.toString('hex') };
}

async function nextRows(db: Db, after: number): Promise<Row[]> {
  return reading(db)
    .selectFrom('audit.entry')
    .select(['seq', 'body', 'd', 'h', sql<string>`(extract(epoch from at) * 1000000)::bigint::text`.as('us')])
    .where('seq', '>', after)
    .orderBy('seq')
    .limit(BATCH)
    .execute();
}

function digest(label: string, bytes: Buffer): Buffer {
  return createHash('sha256')
    .update(label)
    .update(Buffer.from([0]))
    .update(bytes)
    .digest();
}
