// SPDX-License-Identifier: EUPL-1.2
import { atomically, type Ctx } from '#platform/ctx';
import type { Db } from '#platform/db';
import {
  equalBytes,
  keyringOf,
  type PasswordKeys,
  passwordKeys,
  randomBytes,
  type Secret,
  unboxTotpSecret,
  unwrapPersonKey,
} from '#platform/seal';
import { startSession } from '../sessions.ts';
import { reading, writing } from '../tables.ts';
import { totpStep } from '../totp.ts';
import { kdfNow } from './credentials.ts';
import { tidyPassword } from './tidy-password.ts';

export interface Typed {
  alias: string;
  password: string;
  code: string;
}

interface Unlocked {
  person: string;
  unlock: string;
  key: Secret;
  step: number;
}

/**
 * Signs in by P1 (security.md 2.2) and answers the cookie line, or null: whatever was wrong, the same answer
 * after the same work. The private key lies from now on only under the cookie's key.
 */
export async function signInWithPassword(ctx: Ctx, typed: Typed): Promise<string | null> {
  const unlocked = await unlock(ctx, typed);
  if (unlocked === null) {
    await atomically(ctx, async (inner) => inner.audit({ act: 'login.fail', kind: 'session', id: null }));
    return null;
  }
  using key = unlocked.key;
  return await atomically(ctx, async (inner) => {
    const fresh = await writing(inner.db)
      .updateTable('platform.unlock')
      .set({ totp_step: unlocked.step })
      .where('id', '=', unlocked.unlock)
      .where((where) => where.or([where('totp_step', 'is', null), where('totp_step', '<', unlocked.step)]))
      .returning('id')
      .executeTakeFirst();
    // Two requests with one code: the second comes too late.
    if (fresh === undefined) return null;
    inner.audit({ act: 'login.ok', kind: 'person', id: unlocked.person, code: 'password' });
    return startSession(inner.db, inner.now, {
      kind: 'desk',
      holder: unlocked.person,
      privateKey: key,
      fresh: true,
    });
  });
}

async function unlock(ctx: Ctx, typed: Typed): Promise<Unlocked | null> {
  const row = await findUnlock(ctx.db, typed.alias);
  const keys = await hash(ctx.db, typed.password, row);
  if (row === null || !equalBytes(keys.verifier, row.verifier)) return null;
  const totp = unboxTotpSecret({ totpKey: keys.totp, unlockId: row.id }, row.totp_box);
  const step = totpStep(totp, typed.code, { now: ctx.now, after: row.totp_step });
  totp.dispose();
  if (step === null) return null;
  const key = unwrapPersonKey({ person: row.user_id, unlock: row.id, kek: keys.kek }, row.wrapped);
  return { person: row.user_id, unlock: row.id, key, step };
}

interface Found {
  id: string;
  user_id: string;
  kdf_id: number;
  pepper_id: string;
  salt: Buffer;
  verifier: Buffer;
  wrapped: Buffer;
  totp_box: Buffer;
  totp_step: number | null;
}

async function findUnlock(db: Db, alias: string): Promise<Found | null> {
  const row = await reading(db)
    .selectFrom('platform.unlock')
    .innerJoin('platform.person', 'platform.person.id', 'platform.unlock.user_id')
    .selectAll('platform.unlock')
    .where('platform.person.alias', '=', alias.trim())
    .where('platform.person.state', 'in', ['waiting', 'active'])
    .where('platform.unlock.kind', '=', 'pw')
    .executeTakeFirst();
  if (row === undefined) return null;
  const { kdf_id, pepper_id, salt, verifier, wrapped, totp_box } = row;
  const whole =
    kdf_id !== null && pepper_id !== null && salt !== null && verifier !== null && wrapped !== null;
  if (!whole || totp_box === null) return null;
  return {
    id: row.id,
    user_id: row.user_id,
    kdf_id,
    pepper_id,
    salt,
    verifier,
    wrapped,
    totp_box,
    totp_step: row.totp_step,
  };
}

// An unknown name costs the same Argon2 as a known one.
async function hash(db: Db, password: string, row: Found | null): Promise<PasswordKeys> {
  const keyring = keyringOf(db);
  const pepper = row === null ? keyring.pepper : keyring.pepperOf(row.pepper_id);
  const salt = row?.salt ?? randomBytes(16);
  return passwordKeys(tidyPassword(password), { salt, kdfId: row?.kdf_id ?? kdfNow() }, pepper.key);
}
