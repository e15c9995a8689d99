// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '#platform/db';
import type { LedgerLine } from '../rules/referral.ts';
import { type ReferralRow, reading } from '../tables.ts';

/** One line of the referral ledger. */
export interface LedgerRow extends ReferralRow, LedgerLine {}

/** What left the desk about a case, the oldest first. */
export async function ledgerOf(db: Db, caseId: string): Promise<LedgerRow[]> {
  const rows = await reading(db)
    .selectFrom('cases.referral')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('at')
    .execute();
  return rows.map((row) => ({ ...row, hasReference: row.reference_id !== null }));
}

/** The lines of many cases at once, for lists. */
export async function ledgersOf(db: Db, caseIds: readonly string[]): Promise<Map<string, LedgerLine[]>> {
  if (caseIds.length === 0) return new Map();
  const rows = await reading(db)
    .selectFrom('cases.referral')
    .select(['case_id', 'state', 'reference_id'])
    .where('case_id', 'in', caseIds)
    .execute();
  const lines = new Map<string, LedgerLine[]>();
  for (const { case_id, state, reference_id } of rows) {
    lines.set(case_id, [...(lines.get(case_id) ?? []), { state, hasReference: reference_id !== null }]);
  }
  return lines;
}
