// SPDX-License-Identifier: EUPL-1.2

import type { Ctx } from '#platform/ctx';
import type { Db } from '#platform/db';
import { reportsWithoutCase } from '#reports';
import { labelOf } from '../rules/label.ts';
import { reading } from '../tables.ts';

/** What the health page says of the desk. All but `waiting` and `oldest` are to be 0. */
export interface DeskHealth {
  withoutCase: number;
  waiting: number;
  late: number;
  /** P0 that nobody took in the promised minutes. */
  unopened: number;
  /** When the case that waits longest came. */
  oldest: Date | null;
}

export async function deskHealth(ctx: Ctx): Promise<DeskHealth> {
  const row = await reading(ctx.db)
    .selectFrom('cases.case')
    .where('state', '<>', 'closed')
    .select(({ fn, eb }) => [
      fn.countAll().filterWhere('assigned_to', 'is', null).as('waiting'),
      fn.countAll().filterWhere('due_at', '<', ctx.now).as('late'),
      fn
        .countAll()
        .filterWhere(
          eb.and([eb('priority', '=', 'p0'), eb('opened_at', 'is', null), eb('due_at', '<', ctx.now)]),
        )
        .as('unopened'),
      fn.min('received_at').filterWhere('assigned_to', 'is', null).as('oldest'),
    ])
    .executeTakeFirstOrThrow();
  return {
    withoutCase: await reportsWithoutCase(ctx),
    waiting: Number(row.waiting),
    late: Number(row.late),
    unopened: Number(row.unopened),
    oldest: row.oldest,
  };
}

/** The open cases of somebody who leaves, the most urgent first: what each is called, and where it is. */
export async function openCasesOf(db: Db, person: string): Promise<{ label: string; path: string }[]> {
  const rows = await reading(db)
    .selectFrom('cases.case')
    .select('id')
    .where('assigned_to', '=', person)
    .where('state', '<>', 'closed')
    // A restricted case is nobody's business but its readers'; it goes back to them by itself.
    .where('restricted_at', 'is', null)
    .orderBy('priority')
    .orderBy('due_at')
    .execute();
  return rows.map(({ id }) => ({ label: labelOf(id), path: `/desk/case/${id}` }));
}
