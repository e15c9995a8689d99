// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import { atomically, type Ctx } from '#platform/ctx';
import { errors } from '../errors.ts';
import { writing } from '../tables.ts';
import { dayOf } from './share.ts';

export interface NewTask {
  what: string;
  owner?: string | null;
  org?: string | null;
  due?: string | null;
}

/** Adds what a letter or a law asks of us, in this order. */
export function addTasks(ctx: Ctx, record: number, tasks: readonly NewTask[]): Promise<void> {
  return atomically(ctx, async (inner) => {
    for (const { what, owner = null, org = null, due = null } of tasks) {
      const id = randomUUID();
      await writing(inner.db)
        .insertInto('library.task')
        .values({ id, record, what, owner, org, due, made_on: dayOf(inner.now) })
        .execute();
      inner.audit({ act: 'library.task-made', kind: 'library.task', id });
    }
  });
}

/** Who does it, and by when. */
export function assignTask(
  ctx: Ctx,
  id: string,
  { what, owner, org, due }: Required<NewTask>,
): Promise<void> {
  return change(ctx, id, { act: 'library.task-assigned', set: { what, owner, org, due } });
}

/** It is done; `evidence` are the records that show it. */
export function finishTask(
  ctx: Ctx,
  id: string,
  { result, evidence }: { result: string | null; evidence: readonly number[] },
): Promise<void> {
  return atomically(ctx, async (inner) => {
    await change(inner, id, { act: 'library.task-done', set: { done_on: dayOf(inner.now), result } });
    const db = writing(inner.db);
    await db.deleteFrom('library.task_evidence').where('task', '=', id).execute();
    const rows = [...new Set(evidence)].map((record) => ({ task: id, record }));
    if (rows.length > 0) await db.insertInto('library.task_evidence').values(rows).execute();
  });
}

/** It was not done after all. What was noted stays. */
export function reopenTask(ctx: Ctx, id: string): Promise<void> {
  return change(ctx, id, { act: 'library.task-reopened', set: { done_on: null } });
}

interface Change {
  act: string;
  set: Partial<Record<'what' | 'owner' | 'org' | 'due' | 'done_on' | 'result', string | null>> & {
    what?: string;
  };
}

function change(ctx: Ctx, id: string, { act, set }: Change): Promise<void> {
  return atomically(ctx, async (inner) => {
    const changed = await writing(inner.db)
      .updateTable('library.task')
      .set(set)
      .where('id', '=', id)
      .returning('id')
      .executeTakeFirst();
    if (changed === undefined) throw errors('no-task');
    inner.audit({ act, kind: 'library.task', id });
  });
}
