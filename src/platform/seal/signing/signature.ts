// SPDX-License-Identifier: EUPL-1.2
import { sign as signBytes, verify as verifyBytes } from 'node:crypto';
import { z } from 'zod';
import { concat, equalBytes, fromBase64url, sha256, toBase64url, utf8, ZERO_BYTE } from '../crypto/bytes.ts';
import { keyId, type SigningKey, verifyingKey } from './signing-key.ts';

/** What the instance signs. The type is inside the signature: one kind never passes for another (N46). */
export type SignatureType = 'keys' | 'snapshot' | 'delta' | 'audit.checkpoint' | 'export' | 'receipt';

const shape = z.strictObject({
  v: z.literal(1),
  type: z.enum(['keys', 'snapshot', 'delta', 'audit.checkpoint', 'export', 'receipt']),
  kid: z.string(),
  alg: z.literal('Ed25519'),
  sha256: z.string(),
  sig: z.string(),
});

/** A detached signature, to lie beside the file. sha256 and sig are base64url, kid is hex. */
export type Signature = z.infer<typeof shape>;

function message(type: SignatureType, digest: Uint8Array): Buffer {
  return concat(utf8(`rowan/v1/sig/${type}`), ZERO_BYTE, digest);
}

export function signPayload(by: { type: SignatureType; key: SigningKey }, payload: Uint8Array): Signature {
  const digest = sha256(payload);
  const sig = signBytes(null, message(by.type, digest), by.key.key);
  return {
    v: 1,
    type: by.type,
    kid: by.key.kid,
    alg: 'Ed25519',
    sha256: toBase64url(digest),
    sig: toBase64url(sig),
  };
}

/** Reads a signature that came from outside, or null. */
export function readSignature(value: unknown): Signature | null {
  return shape.safeParse(value).data ?? null;
}

/** Whether `signature` is of this type, by this public key, over these bytes. */
export function signatureHolds(
  signature: Signature,
  by: { type: SignatureType; pub: Uint8Array },
  payload: Uint8Array,
): boolean {
  const digest = sha256(payload);
  const sig = fromBase64url(signature.sig);
  const claimed = fromBase64url(signature.sha256);
  if (sig === null || claimed === null || !equalBytes(claimed, digest)) return false;
  if (signature.type !== by.type || signature.kid !== keyId(by.pub)) return false;
  return verifyBytes(null, message(by.type, digest), verifyingKey(by.pub), sig);
}
