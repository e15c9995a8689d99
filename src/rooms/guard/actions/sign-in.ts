// SPDX-License-Identifier: EUPL-1.2
import { startSession } from '#platform/auth';
import { atomically, type Ctx } from '#platform/ctx';
import { equalBytes } from '#platform/seal';
import { codeLookup, kdfNow, passwordCheck } from '../household-code.ts';
import { reading } from '../tables.ts';

/**
 * Signs a family in by its code, and its password where it has one; answers the cookie line, or null whatever was wrong.
 * `code` is sixteen digits, already checked.
 */
export async function signIn(ctx: Ctx, typed: { code: string; password: string }): Promise<string | null> {
  const lookup = await codeLookup(ctx.db, typed.code, kdfNow());
  const row = await reading(ctx.db)
    .selectFrom('guard.household')
    .select(['id', 'kdf_id', 'password_salt', 'password_check'])
    .where('code_lookup', '=', lookup)
    .executeTakeFirst();
  if (row === undefined) return null;
  if (row.password_salt !== null && row.password_check !== null) {
    const from = { salt: row.password_salt, kdfId: row.kdf_id };
    const check = await passwordCheck(ctx.db, typed.password, from);
    if (!equalBytes(check, row.password_check)) return null;
  }
  return atomically(ctx, ({ db, now }) => startSession(db, now, { kind: 'family', holder: row.id }));
}
