// SPDX-License-Identifier: EUPL-1.2
import { atomically, type Ctx, type Role, type TxCtx } from '#platform/ctx';
import type { Session } from '#platform/http';
import type { Secret } from '#platform/seal';
import { renewSession, startSession } from '../sessions.ts';
import { writing } from '../tables.ts';
import { type Proof, spendProof, type Unlocked, unlockByPassword } from './unlock-password.ts';

export interface SignedIn {
  cookie: string;
  roles: readonly Role[];
  /** They were signed in somewhere else, and are not any more. */
  elsewhere: boolean;
  /** The recovery papers were used lately, which nobody here may miss. */
  recovered: boolean;
}

/**
 * Signs in by P1 or P3 (security.md 2.2), or answers null: whatever was wrong, the same answer after the same
 * work. The private key lies from now on only under the cookie's key.
 */
export async function signInWithPassword(
  ctx: Ctx,
  typed: Proof & { alias: string },
): Promise<SignedIn | null> {
  const unlocked = await unlockByPassword(ctx, { alias: typed.alias }, typed);
  if (unlocked === null) return refuse(ctx);
  using key = unlocked.key;
  unlocked.totp.dispose();
  const way = unlocked.step === null ? 'password-passkey' : 'password';
  const signedIn = await atomically(ctx, async (inner) => {
    if (!(await spendProof(inner.db, inner.now, { unlocked, proof: typed }))) return null;
    return beginDesk(inner, { person: unlocked.person, key, way });
  });
  return signedIn ?? refuse(ctx);
}

/** Begins a person's desk session; another one of theirs ends. */
export async function beginDesk(
  ctx: TxCtx,
  by: { person: string; key: Secret; way: 'password' | 'password-passkey' | 'passkey' },
): Promise<SignedIn> {
  const open = await writing(ctx.db)
    .selectFrom('platform.session')
    .select('id')
    .where('kind', '=', 'desk')
    .where('user_id', '=', by.person)
    .where('idle_until', '>', ctx.now)
    .where('absolute_until', '>', ctx.now)
    .execute();
  const { roles } = await writing(ctx.db)
    .selectFrom('platform.person')
    .select('roles')
    .where('id', '=', by.person)
    .executeTakeFirstOrThrow();
  const cookie = await startSession(ctx.db, ctx.now, {
    kind: 'desk',
    holder: by.person,
    privateKey: by.key,
    fresh: true,
  });
  ctx.audit({ act: 'login.ok', kind: 'person', id: by.person, code: by.way });
  const recovered = await recoveredLately(ctx);
  return { cookie, roles: roles as Role[], elsewhere: open.length > 0, recovered };
}

async function recoveredLately({ db, now }: TxCtx): Promise<boolean> {
  const row = await writing(db)
    .selectFrom('platform.team_news')
    .select('id')
    .where('act', '=', 'recovered')
    .where('until', '>', now)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** The same proof again within a session: makes it fresh for grave acts and changes its token, or null. */
export async function confirmWithPassword(ctx: Ctx, session: Session, proof: Proof): Promise<string | null> {
  const unlocked = await unlockByPassword(ctx, { person: session.holder ?? '' }, proof);
  if (unlocked === null) return refuse(ctx);
  wipe(unlocked);
  const cookie = await atomically(ctx, async (inner) => {
    if (!(await spendProof(inner.db, inner.now, { unlocked, proof }))) return null;
    inner.audit({ act: 'login.confirm', kind: 'person', id: unlocked.person, code: 'password' });
    return renewSession(inner.db, inner.now, session);
  });
  return cookie ?? refuse(ctx);
}

function wipe(unlocked: Unlocked): void {
  unlocked.key.dispose();
  unlocked.totp.dispose();
}

// Who failed is nobody's business: a count of failures is all the audit holds (security.md 3.5).
export async function refuse(ctx: Ctx): Promise<null> {
  await atomically(ctx, async (inner) => inner.audit({ act: 'login.fail', kind: 'session', id: null }));
  return null;
}
