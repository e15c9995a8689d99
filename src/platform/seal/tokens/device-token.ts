// SPDX-License-Identifier: EUPL-1.2
import { type Random, randomBytes, sha256, utf8 } from '../crypto/bytes.ts';
import { labelledMac } from '../crypto/derive.ts';
import type { Key } from '../crypto/secret.ts';

// Two kinds of words that stand for something without a login. A device token travels in the clear as a
// host name, so it gives only filtering; a page token opens a page and is never derived from the first.

const LETTERS = 'abcdefghijklmnopqrstuvwxyz234567';
const LOOKUP = 16;
const DEVICE_LENGTH = 16;
const PAGE_LENGTH = 26;

/** RFC 4648 base 32 in lower case, without padding: 5 bytes make 8 letters. */
function base32(bytes: Uint8Array): string {
  let text = '';
  let buffer = 0;
  let held = 0;
  for (const byte of bytes) {
    buffer = (buffer << 8) | byte;
    held += 8;
    while (held >= 5) {
      held -= 5;
      text += LETTERS.charAt((buffer >> held) & 31);
      buffer &= (1 << held) - 1;
    }
  }
  return text;
}

/** 16 letters [a-z2-7], 80 random bits: the DNS label of one device. */
export function makeDeviceToken(random: Random = randomBytes): string {
  return base32(random(10));
}

/** The token in a label as it arrived (resolvers play with the case), or null. */
export function readDeviceToken(label: string): string | null {
  const text = label.toLowerCase();
  return text.length === DEVICE_LENGTH && /^[a-z2-7]+$/.test(text) ? text : null;
}

/** The 16 bytes that are stored instead of a device token. */
export function deviceLookup(guardKey: Key, token: string): Buffer {
  return labelledMac(guardKey, 'rowan/v1/device', utf8(token.toLowerCase())).subarray(0, LOOKUP);
}

/** 26 letters [a-z2-7], 130 random bits: an invitation, a child's page, a one-time link. */
export function makePageToken(random: Random = randomBytes): string {
  return base32(random(17)).slice(0, PAGE_LENGTH);
}

export function readPageToken(text: string): string | null {
  return text.length === PAGE_LENGTH && /^[a-z2-7]+$/.test(text) ? text : null;
}

/** What is stored of a page token: at 130 random bits a plain hash cannot be searched. */
export function pageTokenHash(token: string): Buffer {
  return sha256(utf8(token));
}
