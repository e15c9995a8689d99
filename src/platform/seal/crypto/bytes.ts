// SPDX-License-Identifier: EUPL-1.2
import { createHash, randomBytes as randomBuffer, timingSafeEqual } from 'node:crypto';
import { refused } from '../errors.ts';

/** Gives n random bytes. Product code leaves it out; tests hand in the vectors' nonces. */
export type Random = (n: number) => Uint8Array;

/** Bytes from the system's generator. */
export function randomBytes(n: number): Buffer {
  return randomBuffer(n);
}

/** What the formats write as `00` between a label and what follows. */
export const ZERO_BYTE = Uint8Array.of(0);

export function utf8(text: string): Buffer {
  return Buffer.from(text, 'utf8');
}

export function concat(...parts: Uint8Array[]): Buffer {
  return Buffer.concat(parts);
}

export function sha256(...parts: Uint8Array[]): Buffer {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
}

/** Equal in constant time. Lengths are public, so a difference in length may answer at once. */
export function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}

export function toHex(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('hex');
}

/** Lower-case hex of a known length, or null. */
export function fromHex(text: string, length: number): Buffer | null {
  if (text.length !== 2 * length || !/^[0-9a-f]*$/.test(text)) return null;
  return Buffer.from(text, 'hex');
}

export function toBase64url(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('base64url');
}

/** Base64url without padding, or null. One text for one value: stray last bits are refused. */
export function fromBase64url(text: string): Buffer | null {
  if (!/^[A-Za-z0-9_-]*$/.test(text)) return null;
  const bytes = Buffer.from(text, 'base64url');
  return bytes.toString('base64url') === text ? bytes : null;
}

/** Big-endian, as every integer in the formats. */
export function u32(n: number): Buffer {
  if (!Number.isInteger(n) || n < 0 || n > 0xffff_ffff) throw refused('seal.integer');
  const out = Buffer.alloc(4);
  out.writeUInt32BE(n);
  return out;
}

export function u64(n: number): Buffer {
  if (!Number.isSafeInteger(n) || n < 0) throw refused('seal.integer');
  const out = Buffer.alloc(8);
  out.writeBigUInt64BE(BigInt(n));
  return out;
}
