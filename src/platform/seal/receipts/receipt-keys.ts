// SPDX-License-Identifier: EUPL-1.2
import { concat, utf8, ZERO_BYTE } from '../crypto/bytes.ts';
import { labelledMac, sub } from '../crypto/derive.ts';
import { type Key, Secret } from '../crypto/secret.ts';
import { slowHash } from '../slow/argon2.ts';

/** Where a receipt's row is found, and the key that opens its private key. */
export type ReceiptKeys = { lookup: Buffer; kek: Secret };

/** The slow part, once a visit: it needs no pepper, so several peppers can be tried after it. */
export function receiptSlow(code: string, salt: Uint8Array, kdfId?: number): Promise<Secret> {
  return slowHash(utf8(code), salt, kdfId);
}

/** The fast part, once a pepper. The HMAC comes last, so that a hardware module can hold the pepper. */
export function receiptKeys(slow: Secret, pepper: Key): ReceiptKeys {
  using prk = new Secret(labelledMac(pepper, 'rowan/v1/receipt', slow.bytes()));
  return { lookup: Buffer.from(sub(prk, 'receipt/lookup').bytes()), kek: sub(prk, 'receipt/kek') };
}

/** Like receiptSlow, for a receipt with a secret word, under that receipt's own salt. */
export function receiptWordSlow(
  typed: { code: string; word: string },
  salt: Uint8Array,
  kdfId?: number,
): Promise<Secret> {
  return slowHash(concat(utf8(typed.code), ZERO_BYTE, utf8(typed.word)), salt, kdfId);
}

/** No verifier of the word is stored anywhere: the wrap opens or it does not. */
export function receiptWordKek(slow: Secret, pepper: Key): Secret {
  using prk = new Secret(labelledMac(pepper, 'rowan/v1/receipt-word', slow.bytes()));
  return sub(prk, 'receipt/kek');
}
