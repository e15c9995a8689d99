// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { hex, secret, vectors } from '../testing/vectors.ts';
import { fromBase64url, fromHex, toHex, u32, u64 } from './bytes.ts';
import { fromCrockford, grouped, tidyCrockford, toCrockford } from './crockford.ts';
import { sub } from './derive.ts';
import { keyFingerprint, type RegistryEntry, registryMac, registryMatches } from './registry.ts';

describe('derived keys', () => {
  it('come out of the receipt prk as the vectors', () => {
    const prk = secret(vectors.receipt.prk);
    expect(toHex(sub(prk, 'receipt/lookup').bytes())).toBe(vectors.receipt.lookup);
    expect(toHex(sub(prk, 'receipt/kek').bytes())).toBe(vectors.receipt.kek);
  });
});

describe('the registry of public keys', () => {
  const { registry_mac: mac, team, user_password: user } = vectors;
  const key = secret(mac.key);
  const teamEntry: RegistryEntry = { kind: 'team', id: team.team_id, epoch: team.epoch, pub: hex(team.pub) };
  const userEntry: RegistryEntry = { kind: 'user', id: user.user_id, pub: hex(user.user_pub) };

  it('marks people and teams exactly as the vectors', () => {
    expect(toHex(registryMac(key, userEntry))).toBe(mac.user.mac);
    expect(toHex(registryMac(key, teamEntry))).toBe(mac.team.mac);
  });

  it('does not match another key, owner, epoch or kind [N13, N14]', () => {
    const known = hex(mac.team.mac);
    expect(registryMatches(key, teamEntry, known)).toBe(true);
    expect(registryMatches(key, { ...teamEntry, pub: hex(user.user_pub) }, known)).toBe(false);
    expect(registryMatches(key, { ...teamEntry, id: user.user_id }, known)).toBe(false);
    expect(registryMatches(key, { ...teamEntry, epoch: 8 }, known)).toBe(false);
    expect(registryMatches(key, { ...teamEntry, kind: 'receipt' }, known)).toBe(false);
    expect(registryMatches(secret('00'.repeat(32)), teamEntry, known)).toBe(false);
    expect(registryMatches(key, teamEntry, known.subarray(0, 31))).toBe(false);
  });

  it('gives the fingerprint that a newcomer reads out', () => {
    expect(keyFingerprint(hex(vectors.fingerprint.pub))).toBe(vectors.fingerprint.text);
  });
});

describe('texts of bytes', () => {
  it('come back from base 32 for any length', () => {
    for (let length = 0; length < 20; length += 1) {
      const bytes = Buffer.alloc(length, 0xa7);
      expect(fromCrockford(toCrockford(bytes))?.equals(bytes)).toBe(true);
    }
  });

  it('read what people confuse, and refuse the rest', () => {
    expect(tidyCrockford(' gsyd-wzbi o0')).toBe('GSYDWZB100');
    expect(tidyCrockford('GSYU')).toBeNull();
    expect(fromCrockford('ZZ')).toBeNull();
    expect(fromCrockford('!!')).toBeNull();
    expect(grouped('ABCDEFG', 3)).toBe('ABC-DEF-G');
  });

  it('have one spelling in base64url and hex', () => {
    expect(fromBase64url('AA')?.length).toBe(1);
    for (const text of ['AB', 'AA=', 'A', 'A A', 'a+/b']) expect(fromBase64url(text)).toBeNull();
    expect(fromHex('00ff', 2)?.length).toBe(2);
    for (const text of ['00FF', '00f', '00fg']) expect(fromHex(text, 2)).toBeNull();
  });

  it('write integers big-endian and refuse what does not fit', () => {
    expect(toHex(u32(258))).toBe('00000102');
    expect(toHex(u64(2 ** 40 + 3))).toBe('0000010000000003');
    for (const n of [-1, 1.5, 2 ** 32]) expect(() => u32(n)).toThrow('seal.integer');
    for (const n of [-1, 2 ** 53]) expect(() => u64(n)).toThrow('seal.integer');
  });
});
