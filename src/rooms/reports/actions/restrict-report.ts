// SPDX-License-Identifier: EUPL-1.2
import type { TxCtx } from '#platform/ctx';
import { keyringOf, resealObject, type TeamName } from '#platform/seal';
import { errors } from '../errors.ts';
import { reportObjects } from '../queries/report-facts.ts';
import { writing } from '../tables.ts';

/** The team that reads a report: the desk, or the few readers of its case. */
export function readersOf(restricted: string | null): TeamName {
  return restricted === null ? 'desk' : `restricted:${restricted}`;
}

/**
 * Locks what was told, and all that is told from now on, for the readers of a restricted case (R20). The contact stays
 * with the custodians. Needs the keys of somebody who reads it now, and the team `restricted:<case>`.
 */
export async function restrictReport(
  ctx: TxCtx,
  { reportId, caseId }: { reportId: string; caseId: string },
): Promise<void> {
  const { keys } = ctx;
  if (keys === null) throw errors('need-keys');
  // First of all: a message that is being written waits for this row, and then goes to the new readers.
  const { contact_id } = await writing(ctx.db)
    .updateTable('reports.report')
    .set({ restricted: caseId })
    .where('id', '=', reportId)
    .returning('contact_id')
    .executeTakeFirstOrThrow(() => errors('not-found'));
  const to = readersOf(caseId);
  for (const id of await reportObjects(ctx, reportId)) {
    if (id !== contact_id) await resealObject(ctx.db, keyringOf(ctx.db), { keys, id, to });
  }
  ctx.audit({ act: 'object.reseal', kind: 'report', id: reportId, code: 'restricted' });
}
