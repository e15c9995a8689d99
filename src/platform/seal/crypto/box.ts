// SPDX-License-Identifier: EUPL-1.2
import { createCipheriv, createDecipheriv } from 'node:crypto';
import { refused } from '../errors.ts';
import { concat, type Random, randomBytes, utf8 } from './bytes.ts';
import type { Context } from './contexts.ts';
import { pad, unpad } from './pad.ts';
import { type Key, material, Secret } from './secret.ts';

// box = 01 | nonce(12) | AES-256-GCM(key, plain, AAD = context) | tag(16). There is no negotiation:
// a new first byte is a new format.

const VERSION = 0x01;
const NONCE = 12;
const TAG = 16;
const OVERHEAD = 1 + NONCE + TAG;
const KEY = 32;
const CIPHER = 'aes-256-gcm';

/** Under which key, and where it lies. */
export type BoxPlace = { key: Key; context: Context };

/** Closes bytes as they are. Only for keys and fixed-size secrets: data goes through boxData. */
export function box(place: BoxPlace, plain: Uint8Array, random: Random = randomBytes): Buffer {
  const nonce = random(NONCE);
  const cipher = createCipheriv(CIPHER, material(place.key), nonce, { authTagLength: TAG });
  cipher.setAAD(utf8(place.context));
  const body = concat(cipher.update(plain), cipher.final());
  return concat(Uint8Array.of(VERSION), nonce, body, cipher.getAuthTag());
}

/** Opens a box or throws `seal.box`, without saying whether key, context or bytes were wrong. */
export function unbox(place: BoxPlace, boxed: Uint8Array): Buffer {
  if (boxed.length < OVERHEAD || boxed[0] !== VERSION) throw refused('seal.box');
  try {
    const nonce = boxed.subarray(1, 1 + NONCE);
    const decipher = createDecipheriv(CIPHER, material(place.key), nonce, { authTagLength: TAG });
    decipher.setAAD(utf8(place.context));
    decipher.setAuthTag(boxed.subarray(boxed.length - TAG));
    const body = decipher.update(boxed.subarray(1 + NONCE, boxed.length - TAG));
    decipher.final();
    return body;
  } catch {
    throw refused('seal.box');
  }
}

/** Closes data, padded to at least `min` bytes so that its length tells little (2.9). */
export function boxData(place: BoxPlace & { min: number }, plain: Uint8Array, random?: Random): Buffer {
  const padded = pad(plain, place.min);
  const boxed = box(place, padded, random);
  padded.fill(0);
  return boxed;
}

/** Opens what boxData closed. The plain bytes are the caller's to overwrite. */
export function unboxData(place: BoxPlace, boxed: Uint8Array): Buffer {
  return unpad(unbox(place, boxed));
}

/** Wraps a 32-byte key: 61 bytes. */
export function wrapKey(place: BoxPlace, key: Secret, random?: Random): Buffer {
  if (key.bytes().length !== KEY) throw refused('seal.key-length');
  return box(place, key.bytes(), random);
}

export function unwrapKey(place: BoxPlace, wrapped: Uint8Array): Secret {
  if (wrapped.length !== OVERHEAD + KEY) throw refused('seal.box');
  return new Secret(unbox(place, wrapped));
}
