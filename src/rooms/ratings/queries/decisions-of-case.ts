// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '#platform/db';
import type { DecisionState, Needs, Scope } from '../tables.ts';
import { reading } from '../tables.ts';

/** How a decision stands, for the case it came from. Names no host: the case knows its own. */
export interface CaseDecision {
  id: string;
  scope: Scope;
  guarded: boolean;
  needs: Needs;
  state: DecisionState;
  proposedBy: string | null;
  proposedAt: Date;
  releasedBy: string | null;
  releasedAt: Date | null;
  endedAt: Date | null;
  expiresAt: Date | null;
}

const COLUMNS = [
  'id',
  'scope',
  'needs',
  'state',
  'proposed_by as proposedBy',
  'proposed_at as proposedAt',
  'released_by as releasedBy',
  'released_at as releasedAt',
  'ended_at as endedAt',
  'expires_at as expiresAt',
] as const;

/** Every decision that came from a case, public or guarded, the newest first. */
export async function decisionsOf(db: Db, caseId: string): Promise<CaseDecision[]> {
  const open = await reading(db)
    .selectFrom('ratings.decision')
    .select(COLUMNS)
    .where('case_id', '=', caseId)
    .execute();
  const guarded = await reading(db)
    .selectFrom('ratings.guarded')
    .select(COLUMNS)
    .where('case_id', '=', caseId)
    .execute();
  return [
    ...open.map((row) => ({ ...row, guarded: false })),
    ...guarded.map((row) => ({ ...row, guarded: true })),
  ].sort((a, b) => b.proposedAt.getTime() - a.proposedAt.getTime());
}
