// SPDX-License-Identifier: EUPL-1.2
import type { Ctx } from '#platform/ctx';
import { reading } from '../tables.ts';
import { openWords } from './assessments.ts';
import { aliasesOf } from './people.ts';

export interface TimelineRow {
  id: string;
  at: Date;
  /** Who did it; null where it was the clock, a reporter, or Rowan itself. */
  who: string | null;
  act: string;
  code: string | null;
  words: string;
}

/** What happened to a case, the oldest first, with everybody's reasons. Needs the desk's keys. */
export async function timelineOf(ctx: Ctx, caseId: string): Promise<TimelineRow[]> {
  const rows = await reading(ctx.db)
    .selectFrom('cases.event')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('seq')
    .execute();
  const aliases = await aliasesOf(
    ctx.db,
    rows.map(({ by }) => by),
  );
  const words = await openWords(
    ctx,
    rows.map(({ words_id }) => words_id),
  );
  return rows.map(({ id, at, by, act, code, words_id }) => ({
    id,
    at,
    who: by === null ? null : (aliases.get(by) ?? null),
    act,
    code,
    words: words_id === null ? '' : (words.get(words_id) ?? ''),
  }));
}
