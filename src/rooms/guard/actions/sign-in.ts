// SPDX-License-Identifier: EUPL-1.2
import { startSession } from '#platform/auth';
import { atomically, type Ctx } from '#platform/ctx';
import { equalBytes } from '#platform/seal';
import { codeLookup, kdfNow, passwordCheck } from '../household-code.ts';
import { reading } from '../tables.ts';

/** For a password beside a code that is nobody's. */
const NOBODYS_SALT = Buffer.alloc(16);

/**
 * Signs a family in by its code, and its password where it has one; answers the cookie line, or null whatever was wrong.
 * `code` is sixteen digits, already checked. How long it takes depends on what was typed alone, so that it does not tell
 * whether a code is somebody's.
 */
export async function signIn(ctx: Ctx, typed: { code: string; password: string }): Promise<string | null> {
  const lookup = await codeLookup(ctx.db, typed.code, kdfNow());
  const row = await reading(ctx.db)
    .selectFrom('guard.household')
    .select(['id', 'kdf_id', 'password_salt', 'password_check'])
    .where('code_lookup', '=', lookup)
    .executeTakeFirst();
  const from = { salt: row?.password_salt ?? NOBODYS_SALT, kdfId: row?.kdf_id ?? kdfNow() };
  const check = typed.password === '' ? null : await passwordCheck(ctx.db, typed.password, from);
  if (row === undefined) return null;
  const { password_check: wanted } = row;
  if (wanted !== null && (check === null || !equalBytes(check, wanted))) return null;
  return atomically(ctx, ({ db, now }) => startSession(db, now, { kind: 'family', holder: row.id }));
}
