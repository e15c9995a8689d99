// SPDX-License-Identifier: EUPL-1.2
import { createSecretKey } from 'node:crypto';
import { addressBytes } from '@rowan/dns-wire';
import { describe, expect, it } from 'vitest';
import { keyedLookup } from '#platform/seal';
import { clientAddress, networkLookup, networkOf, prefixText } from './networks.ts';

const key = createSecretKey(new Uint8Array(32).fill(5));

describe('a network', () => {
  it.each([
    ['192.0.2.7', '192.0.2.7/32'],
    ['::ffff:192.0.2.7', '192.0.2.7/32'],
    ['2001:db8:0:1:2:3:4:5', '2001:db8:0:1::/64'],
    ['fe80::1%eth0', 'fe80::/64'],
  ])('of a caller at %s is %s', (address, prefix) => {
    expect(networkOf(address)?.prefix).toBe(prefix);
  });

  it('is none where there is no address', () => {
    expect(['', 'localhost', '192.0.2', 'unknown'].map(networkOf)).toEqual([null, null, null, null]);
    expect(clientAddress('::ffff:0:0')).toHaveLength(4);
  });

  it('is cut to any length', () => {
    const bytes = addressBytes('2001:db8:ffff:ffff:ffff::1') ?? new Uint8Array();
    expect([128, 65, 60, 33, 0].map((bits) => prefixText(bytes, bits))).toEqual([
      '2001:db8:ffff:ffff:ffff::1/128',
      '2001:db8:ffff:ffff:8000::/65',
      '2001:db8:ffff:fff0::/60',
      '2001:db8:8000::/33',
      '::/0',
    ]);
  });

  it('is found by what platform/seal makes of its prefix', () => {
    const whole = keyedLookup(key, 'network', '192.0.2.7/32');
    expect(networkLookup(key, '192.0.2.7/32')).toBe(whole.subarray(0, 16).toString('hex'));
  });
});
