// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Ctx } from '#platform/ctx';
import type { Db } from '#platform/db';
import { openObjects } from '#platform/seal';
import { isGrave } from '../rules/assessment.ts';
import { type AssessmentRow, reading } from '../tables.ts';
import { keysOf, wiped } from './addresses.ts';
import { aliasesOf } from './people.ts';

const sealedWords = z.object({ v: z.literal(1), words: z.string() });

/** What somebody said about a case, with their reasons. */
export interface AssessmentView extends AssessmentRow {
  words: string;
  byWhom: string | null;
  agreedByWhom: string | null;
}

/** Every assessment of a case, the newest first. Needs the desk's keys. */
export async function assessmentsOf(ctx: Ctx, caseId: string): Promise<AssessmentView[]> {
  const rows = await reading(ctx.db)
    .selectFrom('cases.assessment')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('at', 'desc')
    .execute();
  const words = await openWords(
    ctx,
    rows.map(({ words_id }) => words_id),
  );
  const aliases = await aliasesOf(
    ctx.db,
    rows.flatMap(({ by, agreed_by }) => [by, agreed_by]),
  );
  return rows.map((row) => ({
    ...row,
    words: words.get(row.words_id) ?? '',
    byWhom: aliases.get(row.by) ?? null,
    agreedByWhom: row.agreed_by === null ? null : (aliases.get(row.agreed_by) ?? null),
  }));
}

/** Whether what would be released was called grave: that takes a fresh factor (security.md 4.2). */
export async function ratesGrave(db: Db, { caseId, id }: { caseId: string; id: string }): Promise<boolean> {
  const row = await reading(db)
    .selectFrom('cases.assessment')
    .select(['legal', 'severity'])
    .where('id', '=', id)
    .where('case_id', '=', caseId)
    .executeTakeFirst();
  return row !== undefined && isGrave(row);
}

/** Opens notes and reasons, by the id of their object. */
export async function openWords(ctx: Ctx, ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const opened = await openObjects(
    ctx.db,
    keysOf(ctx),
    ids.filter((id) => id !== null),
  );
  return new Map([...opened].map(([id, { plain }]) => [id, wiped(plain, sealedWords).words]));
}
