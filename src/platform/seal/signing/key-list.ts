// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import { fromBase64url, toBase64url, utf8 } from '../crypto/bytes.ts';
import { refused } from '../errors.ts';
import { canonicalJson, readCanonicalJson } from './canonical.ts';
import { readSignature, type SignatureType, signatureHolds, signPayload } from './signature.ts';
import type { SigningKey } from './signing-key.ts';

// The root key (which lies on paper, in two halves) signs a list of the keys that may sign from day to
// day. Edges pin the root at pairing, so a stolen server key can be replaced without visiting them.

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

const listShape = z.strictObject({
  v: z.literal(1),
  type: z.literal('keys'),
  instance: z.string(),
  issued: z.string(),
  serial: z.int().positive(),
  keys: z.array(
    z.strictObject({
      kid: z.string(),
      pub: z.string(),
      types: z.array(z.enum(['snapshot', 'delta', 'audit.checkpoint', 'export', 'receipt'])),
      from: day,
      until: day,
    }),
  ),
});

/** Days are UTC, both inclusive; `serial` only grows. */
export type KeyList = z.infer<typeof listShape>;

/** Text and detached signature, as published beside each other. */
export type SignedText = { payload: string; signature: unknown };

export function signKeyList(root: SigningKey, list: KeyList): SignedText {
  const payload = canonicalJson(list);
  return { payload, signature: signPayload({ type: 'keys', key: root }, utf8(payload)) };
}

/**
 * Reads a published key list. Throws `seal.key-list` unless the pinned root signed it, and when its
 * serial is lower than one already seen (a rollback, N47).
 */
export function readKeyList(from: SignedText, root: Uint8Array, lastSerial = 0): KeyList {
  const signature = readSignature(from.signature);
  const by = { type: 'keys' as const, pub: root };
  if (signature === null || !signatureHolds(signature, by, utf8(from.payload))) {
    throw refused('seal.key-list');
  }
  const list = listShape.safeParse(readCanonicalJson(from.payload)).data;
  if (list === undefined || list.serial < lastSerial) throw refused('seal.key-list');
  return list;
}

/** An entry for the list, from the key itself. */
export function keyListEntry(
  key: SigningKey,
  term: Pick<KeyList['keys'][number], 'types' | 'from' | 'until'>,
): KeyList['keys'][number] {
  return { kid: key.kid, pub: toBase64url(key.pub), ...term };
}

/**
 * Whether a payload carries a signature that this list vouches for: a known key, allowed to sign this
 * type, on this day (N45). Anything else, a malformed signature included, is false.
 */
export function listedSignatureHolds(
  signature: unknown,
  against: { list: KeyList; type: SignatureType; on: string },
  payload: Uint8Array,
): boolean {
  const read = readSignature(signature);
  if (read === null) return false;
  const entry = against.list.keys.find((key) => key.kid === read.kid);
  const pub = entry === undefined ? null : fromBase64url(entry.pub);
  if (entry === undefined || pub === null || pub.length !== 32) return false;
  if (!entry.types.some((type) => type === against.type)) return false;
  if (against.on < entry.from || against.on > entry.until) return false;
  return signatureHolds(read, { type: against.type, pub }, payload);
}
