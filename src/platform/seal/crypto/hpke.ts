// SPDX-License-Identifier: EUPL-1.2
import { Aes256Gcm, CipherSuite, DhkemX25519HkdfSha256, HkdfSha256 } from '@hpke/core';
import { refused } from '../errors.ts';
import { concat, type Random, utf8 } from './bytes.ts';
import type { Context } from './contexts.ts';
import { Secret } from './secret.ts';
import { KEY_LENGTH, makeKeyPair, publicOf } from './x25519.ts';

// seal = 02 | suite 01 | enc(32) | ct, by HPKE (RFC 9180) base mode, single shot:
// DHKEM(X25519, HKDF-SHA256) 0x0020, HKDF-SHA256 0x0001, AES-256-GCM 0x0002, info = context, no aad.
// Suite 02 is kept free for a key agreement that also resists quantum computers.
// The KEM is the one of @hpke/core, which computes inside OpenSSL in constant time and keeps
// private keys out of JavaScript objects; a low-order public key makes it throw (N11).

const VERSION = 0x02;
const SUITE = 0x01;
const HEAD = 2;
const TAG = 16;

/** Length of a sealed 32-byte key. */
export const SEALED_KEY_LENGTH = HEAD + KEY_LENGTH + KEY_LENGTH + TAG;

const suite = new CipherSuite({
  kem: new DhkemX25519HkdfSha256(),
  kdf: new HkdfSha256(),
  aead: new Aes256Gcm(),
});

async function importPair(priv: Secret): Promise<CryptoKeyPair> {
  const publicKey = await suite.kem.deserializePublicKey(publicOf(priv));
  return { publicKey, privateKey: await suite.kem.deserializePrivateKey(priv.bytes()) };
}

/**
 * Seals bytes to a public key. Anyone can; only the private key's holder opens.
 * `random`, for tests, gives the ephemeral private key.
 */
export async function sealTo(
  to: { pub: Uint8Array; context: Context },
  plain: Uint8Array,
  random?: Random,
): Promise<Buffer> {
  try {
    const recipientPublicKey = await suite.kem.deserializePublicKey(to.pub);
    const sender = { recipientPublicKey, info: utf8(to.context) };
    const ekm = random && (await importPair(makeKeyPair(random).priv));
    const { enc, ct } = await suite.seal(ekm ? { ...sender, ekm } : sender, plain);
    return concat(Uint8Array.of(VERSION, SUITE), new Uint8Array(enc), new Uint8Array(ct));
  } catch {
    throw refused('seal.public-key');
  }
}

/** Opens a seal, or throws `seal.seal` without saying what was wrong. */
export async function openSeal(
  from: { priv: Secret; context: Context },
  sealed: Uint8Array,
): Promise<Buffer> {
  if (sealed.length < HEAD + KEY_LENGTH + TAG || sealed[0] !== VERSION || sealed[1] !== SUITE) {
    throw refused('seal.seal');
  }
  try {
    // Copies: a view of a pooled Buffer would hand the library the whole pool.
    const enc = Uint8Array.from(sealed.subarray(HEAD, HEAD + KEY_LENGTH));
    const ct = Uint8Array.from(sealed.subarray(HEAD + KEY_LENGTH));
    const recipientKey = await importPair(from.priv);
    return Buffer.from(await suite.open({ recipientKey, enc, info: utf8(from.context) }, ct));
  } catch {
    throw refused('seal.seal');
  }
}

/** Seals a 32-byte key: 82 bytes. */
export async function sealKey(
  to: { pub: Uint8Array; context: Context },
  key: Secret,
  random?: Random,
): Promise<Buffer> {
  if (key.bytes().length !== KEY_LENGTH) throw refused('seal.key-length');
  return sealTo(to, key.bytes(), random);
}

export async function openKey(from: { priv: Secret; context: Context }, sealed: Uint8Array): Promise<Secret> {
  if (sealed.length !== SEALED_KEY_LENGTH) throw refused('seal.seal');
  return new Secret(await openSeal(from, sealed));
}
