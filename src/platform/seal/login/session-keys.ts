// SPDX-License-Identifier: EUPL-1.2
import { boxData, unboxData, unwrapKey, wrapKey } from '../crypto/box.ts';
import { fromBase64url, type Random, randomBytes, toBase64url } from '../crypto/bytes.ts';
import { context } from '../crypto/contexts.ts';
import { sub } from '../crypto/derive.ts';
import { Secret } from '../crypto/secret.ts';
import { SealError } from '../errors.ts';

const LENGTH = 32;
const DRAFT_MIN = 4096;

/**
 * A session is a cookie and a row that are useless apart: the row is found by `id` and holds boxes under
 * `key`; both, and the form key `csrf`, come only out of the cookie.
 */
export type SessionKeys = { id: Buffer; key: Secret; csrf: Secret } & Disposable;

/** A new cookie value, base64url of 32 random bytes. Never stored. */
export function newSessionToken(random: Random = randomBytes): string {
  return toBase64url(random(LENGTH));
}

/** The keys of a cookie. Throws `seal.session` (not-found) when it is not one of ours. */
export function deriveSession(cookie: string): SessionKeys {
  const bytes = fromBase64url(cookie);
  if (bytes === null || bytes.length !== LENGTH) throw new SealError('not-found', 'seal.session');
  using token = new Secret(bytes);
  const key = sub(token, 'session/key');
  const csrf = sub(token, 'session/csrf');
  const dispose = () => {
    key.dispose();
    csrf.dispose();
  };
  return { id: Buffer.from(sub(token, 'session/id').bytes()), key, csrf, [Symbol.dispose]: dispose };
}

type SessionPlace = Pick<SessionKeys, 'id' | 'key'>;

/** A private key (a person's or a receipt's) as it lies between two requests. */
export function wrapForSession(session: SessionPlace, priv: Secret, random?: Random): Buffer {
  return wrapKey({ key: session.key, context: context.wrapSession(session.id) }, priv, random);
}

export function unwrapFromSession(session: SessionPlace, wrapped: Uint8Array): Secret {
  return unwrapKey({ key: session.key, context: context.wrapSession(session.id) }, wrapped);
}

/** A draft of a report, padded so that its length does not tell how far somebody got. */
export function boxDraft(session: SessionPlace, plain: Uint8Array, random?: Random): Buffer {
  return boxData({ key: session.key, context: context.draft(session.id), min: DRAFT_MIN }, plain, random);
}

export function unboxDraft(session: SessionPlace, boxed: Uint8Array): Buffer {
  return unboxData({ key: session.key, context: context.draft(session.id) }, boxed);
}
