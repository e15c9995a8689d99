// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '#platform/db';
import { stands } from '../rules/police-hold.ts';
import { type HoldRow, reading } from '../tables.ts';

/** The hold of a case that nobody ended yet, standing or run out. */
export async function openHold(db: Db, caseId: string): Promise<HoldRow | null> {
  const row = await reading(db)
    .selectFrom('cases.hold')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return row ?? null;
}

/** Whether the police hold a case now (H2). */
export async function isHeld(db: Db, caseId: string, now: Date): Promise<boolean> {
  const row = await openHold(db, caseId);
  return stands(row === null ? null : { expiresAt: row.expires_at, endedAt: row.ended_at }, now);
}
