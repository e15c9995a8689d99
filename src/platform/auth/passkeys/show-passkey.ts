// SPDX-License-Identifier: EUPL-1.2
import { verifyAuthenticationResponse } from '@simplewebauthn/server';
import { atomically, type Ctx } from '#platform/ctx';
import type { Db, Tx } from '#platform/db';
import type { Session } from '#platform/http';
import {
  fromBase64url,
  keyringOf,
  passkeyKek,
  SealError,
  type Secret,
  toBase64url,
  unwrapPersonKey,
  wrapPersonKey,
} from '#platform/seal';
import { beginDesk, refuse, type SignedIn } from '../people/sign-in.ts';
import { renewSession } from '../sessions.ts';
import { reading, type UnlockRow, writing } from '../tables.ts';
import { prfSecret, type ShownCredential } from './answers.ts';
import { makeChallenge, takeChallenge } from './challenge.ts';
import { ownOrigin } from './relying-party.ts';

export interface Shown {
  rpId: string;
  credential: ShownCredential;
  prf: string | null;
}

/** What the browser is asked to show: any passkey of this place, user verified, with its PRF output (P2). */
export async function passkeyQuestion(
  ctx: Ctx,
  ask: { purpose: 'sign-in' | 'confirm'; person: string | null; rpId: string },
) {
  const challenge = await makeChallenge(ctx, { purpose: ask.purpose, person: ask.person });
  return { challenge, rpId: ask.rpId, salt: toBase64url(keyringOf(ctx.db).prfSalt) };
}

/**
 * Signs in with a passkey. `ticket`: it was the right one and cannot open the person's key, so the password is
 * still needed, and the ticket then stands for the code (P3). Null for whatever does not hold (N23, N24).
 */
export async function signInWithPasskey(
  ctx: Ctx,
  shown: Shown,
): Promise<{ signedIn: SignedIn } | { ticket: string } | null> {
  const proven = await prove(ctx, shown, { purpose: 'sign-in', person: null });
  if (proven === null) return refuse(ctx);
  if (proven.key === null) {
    return { ticket: await makeChallenge(ctx, { purpose: 'password', person: proven.person }) };
  }
  using key = proven.key;
  const signedIn = await atomically(ctx, (inner) =>
    beginDesk(inner, { person: proven.person, key, way: 'passkey' }),
  );
  return { signedIn };
}

/** A passkey within a session: makes it fresh for grave acts and changes its token, or null. */
export async function confirmWithPasskey(ctx: Ctx, session: Session, shown: Shown): Promise<string | null> {
  const proven = await prove(ctx, shown, { purpose: 'confirm', person: session.holder });
  if (proven === null) return refuse(ctx);
  proven.key?.dispose();
  return atomically(ctx, async (inner) => {
    inner.audit({ act: 'login.confirm', kind: 'person', id: proven.person, code: 'passkey' });
    return renewSession(inner.db, inner.now, session);
  });
}

interface Proven {
  person: string;
  /** The person's private key; null where the passkey has no PRF. */
  key: Secret | null;
}

// Everything that can be wrong is wrong in the same way: null. The challenge is used up first, whatever follows.
async function prove(
  ctx: Ctx,
  shown: Shown,
  expected: { purpose: 'sign-in' | 'confirm'; person: string | null },
): Promise<Proven | null> {
  const said = ownOrigin(shown.credential.response.clientDataJSON, shown.rpId);
  if (said === null) return null;
  const { purpose } = expected;
  const asked = await atomically(ctx, (inner) =>
    takeChallenge(inner.db, inner.now, { value: said.challenge, purpose }),
  );
  if (asked === null || asked.person !== expected.person) return null;
  const row = await findCredential(ctx.db, shown.credential.id);
  if (row === null || (expected.person !== null && row.user_id !== expected.person)) return null;
  const counter = await check(shown, said, row);
  if (counter === null) return null;
  const key = openWith(ctx.db, row, shown.prf);
  if (key === 'wrong') return null;
  const renewed = key === null ? null : underNewPepper(ctx.db, row, { key, prf: shown.prf ?? '' });
  const counted = await atomically(ctx, (inner) => count(inner.db, row, { counter, renewed }));
  if (counted) return { person: row.user_id, key };
  key?.dispose();
  return null;
}

async function findCredential(db: Db, id: string): Promise<UnlockRow | null> {
  const bytes = fromBase64url(id);
  if (bytes === null) return null;
  const row = await reading(db)
    .selectFrom('platform.unlock')
    .innerJoin('platform.person', 'platform.person.id', 'platform.unlock.user_id')
    .selectAll('platform.unlock')
    .where('platform.unlock.cred_id', '=', bytes)
    .where('platform.person.state', 'in', ['waiting', 'active'])
    .executeTakeFirst();
  return row ?? null;
}

async function check(
  { rpId, credential }: Shown,
  said: { origin: string; challenge: string },
  row: UnlockRow,
): Promise<number | null> {
  const { userHandle, ...response } = credential.response;
  const { verified, authenticationInfo } = await verifyAuthenticationResponse({
    response: {
      ...credential,
      response: userHandle === undefined ? response : { ...response, userHandle },
      clientExtensionResults: {},
    },
    expectedChallenge: said.challenge,
    expectedOrigin: said.origin,
    expectedRPID: rpId,
    requireUserVerification: true,
    credential: {
      id: credential.id,
      publicKey: Uint8Array.from(row.cred_pub ?? []),
      counter: row.sign_count ?? 0,
    },
  }).catch(() => ({ verified: false, authenticationInfo: null }));
  return verified && authenticationInfo !== null ? authenticationInfo.newCounter : null;
}

// A PRF output that does not fit is an attack or a mix-up of two keys, not a passkey without PRF (N24).
function openWith(db: Db, row: UnlockRow, output: string | null): Secret | null | 'wrong' {
  if (row.kind !== 'prf' || row.wrapped === null || row.pepper_id === null) return null;
  if (output === null) return null;
  try {
    using prf = prfSecret(output);
    using kek = passkeyKek(prf, keyringOf(db).pepperOf(row.pepper_id).key);
    return unwrapPersonKey({ person: row.user_id, unlock: row.id, kek }, row.wrapped);
  } catch (error) {
    if (error instanceof SealError) return 'wrong';
    throw error;
  }
}

/** The same passkey under the present pepper, where its row was under an older one (security.md 2.4). */
function underNewPepper(db: Db, row: UnlockRow, by: { key: Secret; prf: string }) {
  const { pepper } = keyringOf(db);
  if (row.pepper_id === pepper.id) return null;
  using prf = prfSecret(by.prf);
  using kek = passkeyKek(prf, pepper.key);
  return {
    pepper_id: pepper.id,
    wrapped: wrapPersonKey({ person: row.user_id, unlock: row.id, kek }, by.key),
  };
}

/** Notes the counter; false when another request with a higher one was faster. */
async function count(
  tx: Tx,
  row: UnlockRow,
  to: { counter: number; renewed: { pepper_id: string; wrapped: Buffer } | null },
): Promise<boolean> {
  const changed = await writing(tx)
    .updateTable('platform.unlock')
    .set({ sign_count: to.counter, ...to.renewed })
    .where('id', '=', row.id)
    .where('sign_count', '=', row.sign_count)
    .returning('id')
    .executeTakeFirst();
  return changed !== undefined;
}
