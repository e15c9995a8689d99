// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { sha256, toHex, u64, utf8, ZERO_BYTE } from '../crypto/bytes.ts';
import { hex, vectors } from '../testing/vectors.ts';
import { canonicalJson, readCanonicalJson } from './canonical.ts';

describe('canonical JSON', () => {
  it.each(vectors.canonical)('writes $in_text as the vector', (row) => {
    const text = canonicalJson(JSON.parse(row.in_text));
    expect(text).toBe(row.out_text);
    expect(toHex(sha256(utf8(text)))).toBe(row.sha256);
    expect(canonicalJson(readCanonicalJson(text))).toBe(text);
  });

  it.each(vectors.audit.entries)('keeps audit body $seq as it is', (entry) => {
    expect(canonicalJson(readCanonicalJson(entry.body_text))).toBe(entry.body_text);
  });

  it.each(vectors.audit.entries)('gives the bytes that audit entry $seq hashes and links', (entry) => {
    const prev = vectors.audit.entries[entry.seq - 2]?.h ?? vectors.audit.genesis_prev;
    expect(entry.prev).toBe(prev);
    const d = sha256(utf8('rowan/v1/audit/body'), ZERO_BYTE, utf8(entry.body_text));
    expect(toHex(d)).toBe(entry.d);
    const link = [u64(entry.seq), u64(entry.at_us), hex(prev), d];
    expect(toHex(sha256(utf8('rowan/v1/audit/link'), ZERO_BYTE, ...link))).toBe(entry.h);
  });

  it.each(vectors.canonical_refused_text)('refuses %s [N48]', (text) => {
    const plain: Record<string, unknown> = { undefined: undefined, NaN: Number.NaN };
    const value: unknown = text in plain ? plain[text] : JSON.parse(text);
    expect(() => canonicalJson(value)).toThrow('seal.canonical');
    expect(() => canonicalJson([value])).toThrow('seal.canonical');
    expect(() => canonicalJson({ a: value })).toThrow('seal.canonical');
    expect(() => readCanonicalJson(text)).toThrow('seal.canonical');
  });

  it('refuses double keys, other orders, spaces and other spellings when reading [N48]', () => {
    for (const text of [
      '{"a":1,"a":2}',
      '{"b":1,"a":2}',
      '{ "a":1}',
      '"\\u0041"',
      '1.0',
      '1e2',
      '{"a":1}\n',
    ]) {
      expect(() => readCanonicalJson(text)).toThrow('seal.canonical');
    }
  });

  it('refuses a key called __proto__ in both directions [N48]', () => {
    expect(() => canonicalJson(JSON.parse('{"__proto__":{"a":1}}'))).toThrow('seal.canonical');
    expect(() => readCanonicalJson('{"__proto__":1}')).toThrow('seal.canonical');
  });

  it('refuses lone surrogates in keys too [N48]', () => {
    expect(() => canonicalJson({ '\ud800': 1 })).toThrow('seal.canonical');
  });

  it('refuses what is not plain data', () => {
    for (const value of [new Date(0), new Map(), 1n, Symbol('a'), () => 1, new Uint8Array(2), new Array(2)]) {
      expect(() => canonicalJson(value)).toThrow('seal.canonical');
    }
  });

  it('refuses nesting that could exhaust the stack', () => {
    expect(() => readCanonicalJson(`${'['.repeat(5000)}${']'.repeat(5000)}`)).toThrow('seal.canonical');
  });
});
