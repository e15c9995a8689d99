// SPDX-License-Identifier: EUPL-1.2
import { endAllSessions, startSession } from '#platform/auth';
import { atomically, type Ctx } from '#platform/ctx';
import type { Lang } from '#platform/i18n';
import { makePageToken, pageTokenHash, readPageToken } from '#platform/seal';
import { householdOf } from '../access.ts';
import { keepShown, type ShownPlace } from '../shown.ts';
import { reading, writing } from '../tables.ts';
import { lockChild } from './save-child.ts';

/** Makes the link of the child's own page, shown to this browser; the link before it and what it opened are dead. */
export function makeChildLink(ctx: Ctx, session: ShownPlace['session'], child: string): Promise<void> {
  const household = householdOf(ctx.actor);
  return atomically(ctx, async (inner) => {
    const { db, now } = inner;
    await lockChild(inner, child);
    const token = makePageToken();
    await writing(db)
      .updateTable('guard.child')
      .set({ page_hash: pageTokenHash(token), page_opened: false })
      .where('household_id', '=', household)
      .where('id', '=', child)
      .execute();
    await endAllSessions(db, child);
    await keepShown(db, { session, household, about: child }, { text: token, now });
  });
}

/** The language of the page behind a link; null where the link is nobody's (any more). */
export async function childPageBehind(
  ctx: Ctx,
  token: string,
): Promise<{ lang: Lang; opened: boolean } | null> {
  if (readPageToken(token) === null) return null;
  const row = await reading(ctx.db)
    .selectFrom('guard.child')
    .select(['lang', 'page_opened as opened'])
    .where('page_hash', '=', pageTokenHash(token))
    .executeTakeFirst();
  return row ?? null;
}

/**
 * Opens the child's page in this browser, and answers the cookie line and the page's language. The browser that had it
 * before is shut out, so that a child notices when somebody else has used the link.
 */
export function openChildPage(ctx: Ctx, token: string): Promise<{ cookie: string; lang: Lang } | null> {
  if (readPageToken(token) === null) return Promise.resolve(null);
  return atomically(ctx, async ({ db, now }) => {
    const row = await writing(db)
      .updateTable('guard.child')
      .set({ page_opened: true })
      .where('page_hash', '=', pageTokenHash(token))
      .returning(['id', 'lang'])
      .executeTakeFirst();
    if (row === undefined) return null;
    await endAllSessions(db, row.id);
    return { cookie: await startSession(db, now, { kind: 'child', holder: row.id }), lang: row.lang };
  });
}
