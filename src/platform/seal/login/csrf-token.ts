// SPDX-License-Identifier: EUPL-1.2
import { concat, equalBytes, fromBase64url, type Random, randomBytes, toBase64url } from '../crypto/bytes.ts';
import { labelledMac } from '../crypto/derive.ts';
import type { Key } from '../crypto/secret.ts';

const NONCE = 16;
const TAG = 16;

function csrfTag(csrfKey: Key, nonce: Uint8Array): Buffer {
  return labelledMac(csrfKey, 'rowan/v1/csrf', nonce).subarray(0, TAG);
}

/** Another token in every form: one that stayed the same could be read out of compressed pages (BREACH). */
export function makeCsrfToken(csrfKey: Key, random: Random = randomBytes): string {
  const nonce = random(NONCE);
  return toBase64url(concat(nonce, csrfTag(csrfKey, nonce)));
}

export function checkCsrfToken(csrfKey: Key, token: string): boolean {
  const bytes = fromBase64url(token);
  if (bytes === null || bytes.length !== NONCE + TAG) return false;
  return equalBytes(csrfTag(csrfKey, bytes.subarray(0, NONCE)), bytes.subarray(NONCE));
}
