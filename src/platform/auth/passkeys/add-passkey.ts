// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import { generateRegistrationOptions, verifyRegistrationResponse } from '@simplewebauthn/server';
import { type Actor, atomically, type Ctx, personOf } from '#platform/ctx';
import { type Db, transaction } from '#platform/db';
import type { Session } from '#platform/http';
import { fromBase64url, keyringOf, passkeyKek, toBase64url, wrapPersonKey } from '#platform/seal';
import { readInstallation } from '#platform/setup';
import { teamsHeldBy } from '../keys/take-keys.ts';
import { dayOf } from '../people/credentials.ts';
import { findPerson } from '../people/find-person.ts';
import { teamsFor } from '../people/team-roles.ts';
import { sessionKey } from '../sessions.ts';
import { reading, writing } from '../tables.ts';
import { type CreatedCredential, prfSecret } from './answers.ts';
import { makeChallenge, takeChallenge } from './challenge.ts';
import { ownOrigin } from './relying-party.ts';

// EdDSA, ES256, RS256: what authenticators have and Node checks without an experiment.
const algorithms = [-8, -7, -257];

/** What the browser is asked to make: discoverable, user verified, no attestation, PRF wherever there is one. */
export async function passkeyOrder(ctx: Ctx, rpId: string) {
  const person = personOf(ctx.actor);
  const site = await readInstallation(ctx.db);
  const challenge = await makeChallenge(ctx, { purpose: 'add', person });
  const options = await generateRegistrationOptions({
    rpName: site.name || 'Rowan',
    rpID: rpId,
    userName: ctx.actor.kind === 'person' ? ctx.actor.alias : '',
    userID: bytesOf(Buffer.from(person.replaceAll('-', ''), 'hex')),
    challenge: bytesOf(fromBase64url(challenge) ?? Buffer.alloc(0)),
    attestationType: 'none',
    supportedAlgorithmIDs: algorithms,
    excludeCredentials: (await credentialsOf(ctx.db, person)).map((id) => ({ id: toBase64url(id) })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
  return { options, salt: toBase64url(keyringOf(ctx.db).prfSalt) };
}

async function credentialsOf(db: Db, person: string): Promise<Buffer[]> {
  const rows = await reading(db)
    .selectFrom('platform.unlock')
    .select('cred_id')
    .where('user_id', '=', person)
    .where('cred_id', 'is not', null)
    .execute();
  return rows.flatMap(({ cred_id }) => cred_id ?? []);
}

export interface MadePasskey {
  rpId: string;
  credential: CreatedCredential;
  /** The PRF output, 32 bytes in base64url, or null where the authenticator has none. */
  prf: string | null;
}

/**
 * Stores a passkey that was just made and says what it is good for: it `opens` the person's key by itself
 * (P2), or stands for the code and the password is still needed (P3). Or why it was not stored.
 */
export async function addPasskey(
  ctx: Ctx,
  session: Session,
  made: MadePasskey,
): Promise<'opens' | 'needs-password' | 'refused' | 'synced'> {
  const verified = await verify(ctx, made);
  if (verified === null) return 'refused';
  const person = personOf(ctx.actor);
  const synced = verified.credentialBackedUp || verified.credentialDeviceType === 'multiDevice';
  if (synced && (await refusesSynced(ctx.db, ctx.actor))) return 'synced';
  const id = randomUUID();
  const opening =
    made.prf === null ? null : await wrapUnder(ctx.db, session, { prf: made.prf, person, unlock: id });
  const kind = opening === null ? ('passkey' as const) : ('prf' as const);
  const { credential } = verified;
  await atomically(ctx, async (inner) => {
    await writing(inner.db)
      .insertInto('platform.unlock')
      .values({
        id,
        user_id: person,
        kind,
        ...opening,
        cred_id: Buffer.from(credential.id, 'base64url'),
        cred_pub: Buffer.from(credential.publicKey),
        sign_count: credential.counter,
        synced,
        made_on: dayOf(inner.now),
      })
      .execute();
    inner.audit({ act: 'passkey.add', kind: 'person', id: person, code: kind });
  });
  return opening === null ? 'needs-password' : 'opens';
}

/** Whether a passkey of this person may lie in a vendor's vault: custody members' never, others' by set-up. */
async function refusesSynced(db: Db, actor: Actor): Promise<boolean> {
  const { passkeySynced } = await readInstallation(db);
  if (passkeySynced === 'refuse') return true;
  const person = await findPerson(db, personOf(actor));
  const held = await teamsHeldBy(db, person.id);
  return held.includes('custody') || teamsFor(person.asked ?? []).includes('custody');
}

async function wrapUnder(db: Db, session: Session, by: { prf: string; person: string; unlock: string }) {
  const { pepper } = keyringOf(db);
  using prf = prfSecret(by.prf);
  using kek = passkeyKek(prf, pepper.key);
  using key = await sessionKey(db, session);
  return { wrapped: wrapPersonKey({ person: by.person, unlock: by.unlock, kek }, key), pepper_id: pepper.id };
}

async function verify(ctx: Ctx, { rpId, credential }: MadePasskey) {
  const said = ownOrigin(credential.response.clientDataJSON, rpId);
  if (said === null) return null;
  const asked = await transaction(ctx.db, (tx) =>
    takeChallenge(tx, ctx.now, { value: said.challenge, purpose: 'add' }),
  );
  if (asked === null || asked.person !== personOf(ctx.actor)) return null;
  try {
    const { registrationInfo } = await verifyRegistrationResponse({
      response: { ...credential, clientExtensionResults: {} },
      expectedChallenge: said.challenge,
      expectedOrigin: said.origin,
      expectedRPID: rpId,
      requireUserVerification: true,
      supportedAlgorithmIDs: algorithms,
    });
    return registrationInfo ?? null;
  } catch {
    // The library throws a plain Error for everything that does not hold, and it may quote the answer.
    return null;
  }
}

// The library's types want memory that nobody shares.
const bytesOf = (bytes: Buffer): Uint8Array<ArrayBuffer> => Uint8Array.from(bytes);
