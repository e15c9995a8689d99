// SPDX-License-Identifier: EUPL-1.2
import { atomically, type Ctx } from '#platform/ctx';
import type { Session } from '#platform/http';
import { keyringOf, makeIssuedPassword } from '#platform/seal';
import { renewSession } from '../sessions.ts';
import { writing } from '../tables.ts';
import { dayOf } from './credentials.ts';
import { passwordRow } from './password-row.ts';
import { refuse } from './sign-in.ts';
import { type Proof, replaceRow, spendProof, unlockByPassword } from './unlock-password.ts';

export interface NewPassword {
  password: string;
  cookie: string;
}

/**
 * Exchanges one's own password for a new one, issued unless `chosen`; the key pair and the authenticator stay.
 * Null where the old password or the code was wrong.
 */
export async function changeOwnPassword(
  ctx: Ctx,
  session: Session,
  by: { proof: Proof; chosen: string | null },
): Promise<NewPassword | null> {
  const unlocked = await unlockByPassword(ctx, { person: session.holder ?? '' }, by.proof);
  if (unlocked === null) return refuse(ctx);
  using key = unlocked.key;
  using totp = unlocked.totp;
  const password = by.chosen ?? makeIssuedPassword();
  const behind = {
    unlock: unlocked.row.id,
    person: unlocked.person,
    issued: by.chosen === null,
    password,
    key,
    totp,
  };
  const row = await passwordRow(keyringOf(ctx.db), behind);
  const cookie = await atomically(ctx, async (inner) => {
    if (!(await spendProof(inner.db, inner.now, { unlocked, proof: by.proof }))) return null;
    await replaceRow(inner.db, row);
    const made = { made_on: dayOf(inner.now) };
    await writing(inner.db).updateTable('platform.unlock').set(made).where('id', '=', row.id).execute();
    inner.audit({ act: 'password.change', kind: 'person', id: unlocked.person });
    return renewSession(inner.db, inner.now, session);
  });
  return cookie === null ? refuse(ctx) : { password, cookie };
}
