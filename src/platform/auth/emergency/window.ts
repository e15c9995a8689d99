// SPDX-License-Identifier: EUPL-1.2
import { atomically, type Ctx } from '#platform/ctx';
import type { Db } from '#platform/db';
import { fromBase64url, randomBytes, sha256, toBase64url } from '#platform/seal';
import { errors } from '../errors.ts';
import { reading, writing } from '../tables.ts';

const BYTES = 32;
const LIFE = 30 * 60_000;
/** After so many slips somebody at the console must open it again. */
const MOST_TRIES = 10;

/** Where the link of the console leads, without the place's origin. */
export const emergencyPath = (token: string): string => `/desk/emergency/${token}`;

/**
 * Opens the page on which two recovery halves let somebody in, for half an hour. Whoever can do this sits at the
 * server's console; without both papers it gives nothing. Answers the token of its one link; only a hash is stored.
 */
export async function openEmergency(ctx: Ctx): Promise<{ token: string; expiresAt: Date }> {
  const token = randomBytes(BYTES);
  const row = {
    token_hash: sha256(token),
    opened_at: ctx.now,
    expires_at: new Date(ctx.now.getTime() + LIFE),
    tries: 0,
  };
  await atomically(ctx, async (inner) => {
    await writing(inner.db)
      .insertInto('platform.recovery_window')
      .values({ one: true, ...row })
      .onConflict((conflict) => conflict.column('one').doUpdateSet(row))
      .execute();
    inner.audit({ act: 'recovery.open', kind: 'recovery', id: null });
  });
  return { token: toBase64url(token), expiresAt: row.expires_at };
}

/** Shuts the page before its time. Answers whether it was open. */
export async function closeEmergency(ctx: Ctx): Promise<boolean> {
  return atomically(ctx, async (inner) => {
    const { numDeletedRows } = await writing(inner.db)
      .deleteFrom('platform.recovery_window')
      .where('expires_at', '>', inner.now)
      .executeTakeFirstOrThrow();
    if (numDeletedRows === 0n) return false;
    inner.audit({ act: 'recovery.close', kind: 'recovery', id: null });
    return true;
  });
}

/** Until when the page is open, for the health page; null where it is shut. */
export async function emergencyUntil(db: Db, now: Date): Promise<Date | null> {
  const row = await reading(db)
    .selectFrom('platform.recovery_window')
    .select('expires_at')
    .where('expires_at', '>', now)
    .where('tries', '<', MOST_TRIES)
    .executeTakeFirst();
  return row?.expires_at ?? null;
}

/** Throws `auth.link-ended` unless the console opened the page with this token and it is still open. */
export async function requireEmergency(ctx: Ctx, token: string): Promise<void> {
  const row = await reading(ctx.db)
    .selectFrom('platform.recovery_window')
    .select('one')
    .where('token_hash', '=', hashOf(token))
    .where('expires_at', '>', ctx.now)
    .where('tries', '<', MOST_TRIES)
    .executeTakeFirst();
  if (row === undefined) throw errors('link-ended');
}

/** Counts a slip; the code says which field, never what was typed. */
export async function countSlip(ctx: Ctx, code: string): Promise<void> {
  await atomically(ctx, async (inner) => {
    await writing(inner.db)
      .updateTable('platform.recovery_window')
      .set((is) => ({ tries: is('tries', '+', 1) }))
      .execute();
    inner.audit({ act: 'recovery.refused', kind: 'recovery', id: null, code });
  });
}

export function hashOf(token: string): Buffer {
  return sha256(fromBase64url(token) ?? Buffer.alloc(0));
}
