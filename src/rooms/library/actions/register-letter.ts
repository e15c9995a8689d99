// SPDX-License-Identifier: EUPL-1.2
import { atomically, type Ctx } from '#platform/ctx';
import { createRecord, type Facts, type Row, type Words } from '#platform/records';
import { addTasks } from './tasks.ts';

const WHOLE_DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Keeps a letter, and makes a task of each thing it asks. Answers its number. */
export function registerLetter(
  ctx: Ctx,
  { tongue, facts, words }: { tongue: string; facts: Facts; words: Words },
): Promise<number> {
  return atomically(ctx, async (inner) => {
    const { id } = await createRecord(inner, { kind: 'letter', tongue, facts, words });
    const asks = ((facts.asks ?? []) as Row[]).flatMap(({ k, due }) => {
      const what = words[`asks/${k}/what`]?.slice(0, 2000);
      if (what === undefined) return [];
      return [{ what, due: typeof due === 'string' && WHOLE_DAY.test(due) ? due : null }];
    });
    await addTasks(inner, id, asks);
    return id;
  });
}
