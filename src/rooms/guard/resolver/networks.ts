// SPDX-License-Identifier: EUPL-1.2
import { createHmac, type KeyObject } from 'node:crypto';
import { addressBytes, addressText } from '@rowan/dns-wire';

// A network that a family registered is the one address Rowan keeps (security.md 4.8): boxed where it is stored, and
// here only as a keyed look-up of its prefix.

const MAPPED = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff];
const V4_BITS = 32;
/** What an Internet provider gives one home. */
const V6_HOME_BITS = 64;
const LOOKUP_BYTES = 16;

/** A network as it is registered: one IPv4 address, or an IPv6 prefix. */
export interface Network {
  readonly family: 4 | 6;
  readonly bits: number;
  /** `192.0.2.7/32`, `2001:db8:0:1::/64`. */
  readonly prefix: string;
}

/** Bytes of an address as a socket gives it, IPv4 in IPv6 unwrapped, a zone index left out; null for anything else. */
export function clientAddress(text: string): Uint8Array | null {
  const bytes = addressBytes(text.split('%', 1)[0] ?? '');
  if (bytes === null || bytes.length === 4) return bytes;
  return MAPPED.every((byte, at) => bytes[at] === byte) ? bytes.slice(12) : bytes;
}

/** The network that a caller sits in: their IPv4 address, or the /64 of their IPv6 address. Null for no address. */
export function networkOf(address: string): Network | null {
  const bytes = clientAddress(address);
  if (bytes === null) return null;
  const family = bytes.length === 4 ? 4 : 6;
  const bits = family === 4 ? V4_BITS : V6_HOME_BITS;
  return { family, bits, prefix: prefixText(bytes, bits) };
}

/** An address cut to its first `bits`, with their number behind a slash. */
export function prefixText(bytes: Uint8Array, bits: number): string {
  const cut = bytes.map((byte, at) => {
    const kept = Math.min(Math.max(bits - at * 8, 0), 8);
    return byte & (0xff00 >> kept) & 0xff;
  });
  return `${addressText(cut)}/${bits}`;
}

/**
 * Hex of what is kept of a prefix: the first 16 bytes of `keyedLookup(guard key, 'network', prefix)` of
 * platform/seal. Written out here because the resolver's thread loads nothing that knows a database.
 */
export function networkLookup(guardKey: KeyObject, prefix: string): string {
  const mac = createHmac('sha256', guardKey)
    .update('rowan/v1/lookup/network')
    .update(Uint8Array.of(0))
    .update(prefix);
  return mac.digest().subarray(0, LOOKUP_BYTES).toString('hex');
}
