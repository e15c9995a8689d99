// SPDX-License-Identifier: EUPL-1.2
import { applyDelta, describeIndex, openIndex, type RatingIndex } from '@rowan/rating-index';
import {
  type KeyList,
  keyId,
  listedSignatureHolds,
  readSignature,
  type SignatureType,
  signatureHolds,
} from '#platform/seal';
import { errors } from '../errors.ts';

/**
 * Whose signature counts: beside the keyring its public keys (32 bytes each), elsewhere the key list that the pinned
 * root signed (readKeyList), on a day in UTC.
 */
export type TrustedKeys = readonly Uint8Array[] | { list: KeyList; on: string };

/** What a guard goes by: the keys it trusts, and the number of the state it has, 0 for none. */
export interface Trust {
  trustedKeys: TrustedKeys;
  current: number;
}

/**
 * Opens a snapshot that came from outside, over the very bytes given. Throws `ratings.bad-signature` unless a trusted
 * key signed it as a snapshot, `ratings.lower-number` unless its number is above `current`, and RatingIndexError for
 * signed bytes that are no index: the guard then keeps what it has.
 */
export function acceptSnapshot(bytes: Uint8Array, signature: unknown, trust: Trust): RatingIndex {
  requireSignature(bytes, signature, { type: 'snapshot', trustedKeys: trust.trustedKeys });
  const index = openIndex(bufferOf(bytes));
  if (describeIndex(index).number <= trust.current) throw errors('lower-number');
  return index;
}

/**
 * Brings an accepted index one state further, in place. Throws as `acceptSnapshot`, and RatingIndexError where the
 * delta belongs to another state (`wrong-base`, `wrong-key`) or has no room (`rebuild-needed`): fetch the snapshot.
 */
export function acceptDelta(
  index: RatingIndex,
  delta: { bytes: Uint8Array; signature: unknown },
  trustedKeys: TrustedKeys,
): number {
  requireSignature(delta.bytes, delta.signature, { type: 'delta', trustedKeys });
  return applyDelta(index, delta.bytes).number;
}

interface Wanted {
  type: SignatureType;
  trustedKeys: TrustedKeys;
}

function requireSignature(bytes: Uint8Array, signature: unknown, { type, trustedKeys }: Wanted): void {
  const holds =
    'list' in trustedKeys
      ? listedSignatureHolds(signature, { ...trustedKeys, type }, bytes)
      : ownSignatureHolds(bytes, signature, { type, keys: trustedKeys });
  if (!holds) throw errors('bad-signature');
}

function ownSignatureHolds(
  bytes: Uint8Array,
  signature: unknown,
  { type, keys }: { type: SignatureType; keys: readonly Uint8Array[] },
): boolean {
  const read = readSignature(signature);
  const pub = keys.find((key) => keyId(key) === read?.kid);
  return read !== null && pub !== undefined && signatureHolds(read, { type, pub }, bytes);
}

/** The buffer itself where the bytes fill it, so that nothing is copied after it was checked; else a copy. */
function bufferOf(bytes: Uint8Array): ArrayBuffer | SharedArrayBuffer {
  const isWhole = bytes.byteOffset === 0 && bytes.byteLength === bytes.buffer.byteLength;
  return isWhole ? bytes.buffer : Uint8Array.from(bytes).buffer;
}
