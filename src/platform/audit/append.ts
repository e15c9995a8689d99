// SPDX-License-Identifier: EUPL-1.2
import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Tx } from '#platform/db';
import { canonicalJson } from '#platform/seal';
import { writing } from './tables.ts';

/** The whole body of an entry but its salt: codes and ids only, never words (security.md 3.5). */
export interface AppendedEntry {
  act: string;
  actor: string;
  role: string;
  kind: string;
  id: string | null;
  code?: string | null;
}

/** Appends one entry to the chain. Call it last in the transaction: the chain's head stays locked until commit. */
export async function appendAudit(tx: Tx, entry: AppendedEntry): Promise<void> {
  const body = canonicalJson({
    act: entry.act,
    actor: entry.actor,
    code: entry.code ?? null,
    id: entry.id,
    kind: entry.kind,
    n: randomBytes(16).toString('base64url'),
    role: entry.role,
    v: 1,
  });
  await sql`select audit.append(${body})`.execute(writing(tx));
}
