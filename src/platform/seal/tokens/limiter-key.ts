// SPDX-License-Identifier: EUPL-1.2
import ipaddr from 'ipaddr.js';
import { labelledMac } from '../crypto/derive.ts';
import type { Key } from '../crypto/secret.ts';
import { refused } from '../errors.ts';

const LENGTH = 8;
const IPV4 = 4;
const IPV6 = 6;
const PREFIX_BYTES = 8;

/** 04 and the address, or 06 and its /64: one network, one counter. Mapped IPv4 counts as IPv4. */
export function networkPrefix(address: string): Buffer {
  if (!ipaddr.isValid(address)) throw refused('seal.address');
  const parsed = ipaddr.process(address);
  const bytes = parsed.toByteArray();
  return parsed.kind() === 'ipv4'
    ? Buffer.from([IPV4, ...bytes])
    : Buffer.from([IPV6, ...bytes.slice(0, PREFIX_BYTES)]);
}

/** Eight bytes that stand for a network within one hour and one purpose, and for nothing after it. */
export function limiterKey(hourSecret: Key, purpose: string, address: string): Buffer {
  return labelledMac(hourSecret, `rowan/v1/limit/${purpose}`, networkPrefix(address)).subarray(0, LENGTH);
}
