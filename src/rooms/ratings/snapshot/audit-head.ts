// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import type { Db } from '#platform/db';
import { reading } from '../tables.ts';

/** The audit chain's head, which every snapshot and delta carries, so that a rewritten past shows at the guards. */
export async function readAuditHead(db: Db): Promise<Uint8Array> {
  const { rows } = await sql<{ h: Buffer }>`select h from audit.head`.execute(reading(db));
  return Uint8Array.from(rows[0]?.h ?? Buffer.alloc(32));
}
