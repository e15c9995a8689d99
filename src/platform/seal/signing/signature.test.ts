// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { fromBase64url, sha256, toBase64url, toHex, utf8 } from '../crypto/bytes.ts';
import { hex, secret, vectors } from '../testing/vectors.ts';
import { type KeyList, keyListEntry, listedSignatureHolds, readKeyList, signKeyList } from './key-list.ts';
import { readSignature, type Signature, signatureHolds, signPayload } from './signature.ts';
import { signingKey, signingSeed } from './signing-key.ts';

const { signature: vector, key_list: listVector, recovery } = vectors;
const daily = signingKey(secret(vector.seed));
const root = signingKey(secret(recovery.root_ed25519_seed));
const payload = utf8(vector.payload_text);
const checkpoint = { type: 'audit.checkpoint' as const, key: daily };

const readList = (): KeyList => {
  const { signature } = signKeyList(root, JSON.parse(listVector.payload_text));
  return readKeyList({ payload: listVector.payload_text, signature }, root.pub);
};

describe('signatures', () => {
  it('sign a checkpoint exactly as the vector', () => {
    const signed = signPayload(checkpoint, payload);
    expect(toHex(daily.pub)).toBe(vector.pub);
    expect(signed.kid).toBe(vector.kid);
    expect(toHex(sha256(payload))).toBe(vector.payload_sha256);
    expect(signed.sha256).toBe(toBase64url(hex(vector.payload_sha256)));
    expect(signed.sig).toBe(toBase64url(hex(vector.sig)));
    expect(signatureHolds(signed, { type: 'audit.checkpoint', pub: daily.pub }, payload)).toBe(true);
  });

  it('give their seed back for the keyring', () => {
    expect(toHex(signingSeed(daily).bytes())).toBe(vector.seed);
  });

  it('do not hold for other bytes, another key or another type [N46]', () => {
    const signed = signPayload({ type: 'export', key: daily }, payload);
    const right = { type: 'export' as const, pub: daily.pub };
    expect(signatureHolds(signed, right, payload)).toBe(true);
    expect(signatureHolds(signed, right, utf8('other'))).toBe(false);
    expect(signatureHolds(signed, { type: 'export', pub: root.pub }, payload)).toBe(false);
    expect(signatureHolds(signed, { type: 'snapshot', pub: daily.pub }, payload)).toBe(false);
    const renamed: Signature = { ...signed, type: 'snapshot' };
    expect(signatureHolds(renamed, { type: 'snapshot', pub: daily.pub }, payload)).toBe(false);
  });

  it('are refused when their shape is not exactly ours', () => {
    const signed = signPayload(checkpoint, payload);
    expect(readSignature(signed)).toEqual(signed);
    for (const wrong of [
      null,
      'text',
      {},
      { ...signed, v: 2 },
      { ...signed, alg: 'none' },
      { ...signed, x: 1 },
    ]) {
      expect(readSignature(wrong)).toBeNull();
    }
    const padded = { ...signed, sig: `${signed.sig}=` };
    expect(signatureHolds(padded, { type: 'audit.checkpoint', pub: daily.pub }, payload)).toBe(false);
  });
});

describe('the key list', () => {
  it('is signed by the root exactly as the vector', () => {
    const signed = signKeyList(root, JSON.parse(listVector.payload_text));
    expect(toHex(root.pub)).toBe(listVector.root_pub);
    expect(signed.payload).toBe(listVector.payload_text);
    const sig = readSignature(signed.signature)?.sig ?? '';
    expect(toHex(fromBase64url(sig) ?? Buffer.alloc(0))).toBe(listVector.sig);
  });

  it('names a key as the vector does', () => {
    const [entry] = readList().keys;
    const { types, from, until } = entry ?? { types: [], from: '', until: '' };
    expect(keyListEntry(daily, { types, from, until })).toEqual(entry);
  });

  it('is refused under another root, with a changed letter, or with an older serial [N47]', () => {
    const signed = signKeyList(root, JSON.parse(listVector.payload_text));
    expect(readKeyList(signed, root.pub, 1).serial).toBe(1);
    expect(() => readKeyList(signed, daily.pub)).toThrow('seal.key-list');
    expect(() => readKeyList(signed, root.pub, 2)).toThrow('seal.key-list');
    const changed = { ...signed, payload: signed.payload.replace('2027', '2099') };
    expect(() => readKeyList(changed, root.pub)).toThrow('seal.key-list');
  });

  it('vouches for a known key, its types and its days only [N45]', () => {
    const list = readList();
    const signed = signPayload(checkpoint, payload);
    const against = { list, type: 'audit.checkpoint' as const, on: '2026-11-21' };
    expect(listedSignatureHolds(signed, against, payload)).toBe(true);
    expect(listedSignatureHolds(signed, { ...against, on: '2026-11-20' }, payload)).toBe(false);
    expect(listedSignatureHolds(signed, { ...against, on: '2027-11-22' }, payload)).toBe(false);
    const stranger = signPayload({ type: 'audit.checkpoint', key: root }, payload);
    expect(listedSignatureHolds(stranger, against, payload)).toBe(false);
    const delta = signPayload({ type: 'delta', key: daily }, payload);
    expect(listedSignatureHolds(delta, { ...against, type: 'delta' }, payload)).toBe(false);
    expect(listedSignatureHolds(signed, { ...against, type: 'snapshot' }, payload)).toBe(false);
    expect(listedSignatureHolds('nonsense', against, payload)).toBe(false);
  });
});
