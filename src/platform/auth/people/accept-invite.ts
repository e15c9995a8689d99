// SPDX-License-Identifier: EUPL-1.2
import { atomically, type Ctx, type TxCtx } from '#platform/ctx';
import { keyFingerprint, keyringOf, type Secret } from '#platform/seal';
import { endAllSessions } from '../sessions.ts';
import { writing } from '../tables.ts';
import { makeTotpSecret } from '../totp.ts';
import { type Issued, type Prepared, prepareCredentials, storeCredentials } from './credentials.ts';
import { type OpenInvitation, spendInvitation } from './invite.ts';
import { passwordRow } from './password-row.ts';
import { teamsFor } from './team-roles.ts';
import { openByPassword, replaceRow } from './unlock-password.ts';

export interface Joined extends Issued {
  /** What a member must hear before they give the keys; null where nothing waits for keys. */
  fingerprint: string | null;
}

/** Whether somebody with what they are to do must have an issued password. */
export const needsIssued = (invitation: Pick<OpenInvitation, 'roles'>): boolean =>
  teamsFor(invitation.roles).length > 0;

/**
 * The invited person is here: they get a key pair, a password (`chosen` only where they open no cases) and an
 * authenticator secret. Who is to open cases now waits for a member's grant. The caller disposes `totp`.
 */
export async function acceptInvitation(
  ctx: Ctx,
  invitation: OpenInvitation,
  by: { token: string; chosen: string | null },
): Promise<Joined> {
  const waits = needsIssued(invitation);
  const made = await prepareCredentials(
    ctx.db,
    invitation.person,
    waits ? undefined : (by.chosen ?? undefined),
  );
  using _wiped = made.key.priv;
  await atomically(ctx, async (inner) => {
    await spendInvitation(inner.db, by.token);
    await arrive(inner, { made, invitation, waits });
  });
  const { password, totp, key } = made;
  return { password, totp, fingerprint: waits ? keyFingerprint(key.pub) : null };
}

async function arrive(
  ctx: TxCtx,
  { made, invitation, waits }: { made: Prepared; invitation: OpenInvitation; waits: boolean },
): Promise<void> {
  const { person, roles } = invitation;
  await storeCredentials(ctx.db, ctx.now, made);
  await endAllSessions(ctx.db, person);
  await writing(ctx.db)
    .updateTable('platform.person')
    .set(waits ? { state: 'waiting', roles: [], asked: roles } : { state: 'active', roles, asked: null })
    .where('id', '=', person)
    .execute();
  ctx.audit({ act: 'person.join', kind: 'person', id: person, code: invitation.kind });
}

/** Behind a link for a lost phone: the right password makes a new authenticator secret. Null for a wrong one. */
export async function replaceFactor(
  ctx: Ctx,
  invitation: OpenInvitation,
  by: { token: string; password: string },
): Promise<Secret | null> {
  const opened = await openByPassword(ctx.db, { person: invitation.person }, by.password);
  if (opened === null) return null;
  using key = opened.key;
  opened.totp.dispose();
  const totp = makeTotpSecret();
  const { id, issued } = opened.row;
  const behind = { unlock: id, person: invitation.person, password: by.password, issued, key, totp };
  const row = await passwordRow(keyringOf(ctx.db), behind);
  await atomically(ctx, async (inner) => {
    await spendInvitation(inner.db, by.token);
    await replaceRow(inner.db, row);
    await writing(inner.db)
      .updateTable('platform.unlock')
      .set({ totp_step: null })
      .where('id', '=', id)
      .execute();
    await endAllSessions(inner.db, invitation.person);
    inner.audit({ act: 'person.join', kind: 'person', id: invitation.person, code: 'factor' });
  });
  return totp;
}
