// SPDX-License-Identifier: EUPL-1.2
import { unwrapKey, wrapKey } from '../crypto/box.ts';
import { randomBytes } from '../crypto/bytes.ts';
import { context } from '../crypto/contexts.ts';
import { registryMac } from '../crypto/registry.ts';
import type { Secret } from '../crypto/secret.ts';
import { makeKeyPair, publicOf } from '../crypto/x25519.ts';
import { SealError } from '../errors.ts';
import type { Keyring } from '../keyring/keyring.ts';
import { KDF_NOW, type KdfId, readKdfId } from '../slow/argon2.ts';
import { receiptKeys, receiptSlow, receiptWordKek, receiptWordSlow } from './receipt-keys.ts';

// A receipt opens what operators wrote to one reporter, and nothing that anybody reported. Its row
// belongs to the room reports; here its sealed columns are made and opened.

const WORD_SALT = 16;

/** The columns of reports.receipt that this part fills, under their names there. */
export type ReceiptColumns = {
  lookup: Buffer;
  pepper_id: string;
  kdf_id: KdfId;
  pub: Buffer;
  pub_mac: Buffer;
  wrapped: Buffer;
  word_salt: Buffer | null;
};

type Sealing = { id: string; code: string; word?: string; kdfId?: number };

/** A new receipt's columns. `id` is its row's, `code` from makeReceiptCode. One slow hash. */
export async function newReceipt(keyring: Keyring, receipt: Sealing): Promise<ReceiptColumns> {
  using priv = makeKeyPair().priv;
  return await sealReceipt(keyring, { ...receipt, priv });
}

/**
 * The same receipt under the present pepper, or with a secret word (tidied) from now on. One slow hash,
 * two with a word.
 */
export async function sealReceipt(
  keyring: Keyring,
  { id, code, word, priv, kdfId = KDF_NOW }: Sealing & { priv: Secret },
): Promise<ReceiptColumns> {
  const { id: pepper_id, key: pepper } = keyring.pepper;
  using slow = await receiptSlow(code, keyring.receiptSalt, kdfId);
  const keys = receiptKeys(slow, pepper);
  const word_salt = word === undefined ? null : randomBytes(WORD_SALT);
  let kek = keys.kek;
  if (word !== undefined && word_salt !== null) {
    using wordSlow = await receiptWordSlow({ code, word }, word_salt, kdfId);
    kek = receiptWordKek(wordSlow, pepper);
  }
  const pub = publicOf(priv);
  return {
    lookup: keys.lookup,
    pepper_id,
    kdf_id: readKdfId(kdfId),
    pub,
    pub_mac: registryMac(keyring.mac, { kind: 'receipt', id, pub }),
    wrapped: wrapKey({ key: kek, context: context.wrapReceipt(id) }, priv),
    word_salt,
  };
}

/** Where a code's row may lie, under one live pepper. */
export type ReceiptCandidate = { pepper_id: string; lookup: Buffer; kek: Secret };

/**
 * All places where a typed code's row may lie, the present pepper's first: one slow hash, whether it
 * exists or not. Look up receipts and ended ones by (lookup, pepper_id). Throws `seal.busy`.
 */
export async function findReceipt(
  keyring: Keyring,
  code: string,
  kdfId: number = KDF_NOW,
): Promise<ReceiptCandidate[]> {
  using slow = await receiptSlow(code, keyring.receiptSalt, kdfId);
  return keyring.peppers.map(({ id, key }) => ({ pepper_id: id, ...receiptKeys(slow, key) }));
}

type Stored = { id: string; wrapped: Uint8Array };

/** The receipt's private key, for a row without a secret word. The caller disposes it. */
export function openReceipt(row: Stored, candidate: ReceiptCandidate): Secret {
  return unwrapKey({ key: candidate.kek, context: context.wrapReceipt(row.id) }, row.wrapped);
}

/** The private key of a row with a secret word (tidied), or null when the word is wrong. One slow hash. */
export async function openReceiptWithWord(
  keyring: Keyring,
  row: Stored & Pick<ReceiptColumns, 'pepper_id' | 'kdf_id' | 'word_salt'>,
  typed: { code: string; word: string },
): Promise<Secret | null> {
  if (row.word_salt === null) throw new SealError('conflict', 'seal.no-word');
  using slow = await receiptWordSlow(typed, row.word_salt, row.kdf_id);
  using kek = receiptWordKek(slow, keyring.pepperOf(row.pepper_id).key);
  try {
    return unwrapKey({ key: kek, context: context.wrapReceipt(row.id) }, row.wrapped);
  } catch {
    return null;
  }
}
