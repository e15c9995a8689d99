// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { given, hex, secret, vectors } from '../testing/vectors.ts';
import { box, boxData, unbox, unboxData, unwrapKey, wrapKey } from './box.ts';
import { sha256, toHex, utf8 } from './bytes.ts';
import { context } from './contexts.ts';
import { pad, paddedLength, unpad } from './pad.ts';
import { Secret } from './secret.ts';

const key = secret('07'.repeat(32));
const here = { key, context: context.data('note', 'c1d2e3f4-1111-4222-8333-444455556666') };

describe('box', () => {
  it('wraps a receipt key exactly as the vector', () => {
    const { receipt } = vectors;
    const place = { key: secret(receipt.kek), context: context.wrapReceipt(receipt.receipt_id) };
    expect(place.context).toBe(receipt.wrap_ctx);
    const wrapped = wrapKey(place, secret(receipt.priv), given(receipt.wrap_nonce));
    expect(toHex(wrapped)).toBe(receipt.wrapped);
    expect(toHex(unwrapKey(place, wrapped).bytes())).toBe(receipt.priv);
  });

  it('boxes a report exactly as the vector', () => {
    const { object } = vectors;
    const place = { key: secret(object.content_key), context: context.data(object.kind, object.object_id) };
    expect(place.context).toBe(object.data_ctx);
    const boxed = boxData(
      { ...place, min: object.min_bucket },
      utf8(object.plain_text),
      given(object.data_nonce),
    );
    expect(toHex(sha256(boxed))).toBe(object.box_sha256);
    expect(boxed.length).toBe(object.padded_len + 29);
    expect(unboxData(place, boxed).toString()).toBe(object.plain_text);
  });

  it('refuses a box that was moved to another object [N08]', () => {
    const boxed = box(here, utf8('words'));
    const elsewhere = { key, context: context.data('note', 'c1d2e3f4-1111-4222-8333-444455556667') };
    const otherKind = { key, context: context.data('file', 'c1d2e3f4-1111-4222-8333-444455556666') };
    expect(() => unbox(elsewhere, boxed)).toThrow('seal.box');
    expect(() => unbox(otherKind, boxed)).toThrow('seal.box');
  });

  it('refuses a box with any single byte changed [N10]', () => {
    const boxed = box(here, utf8('words'));
    for (let at = 0; at < boxed.length; at += 1) {
      const changed = Buffer.from(boxed);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(() => unbox(here, changed)).toThrow('seal.box');
    }
  });

  it('refuses a box cut at any length, and other versions [N10]', () => {
    const boxed = box(here, utf8('words'));
    for (let length = 0; length < boxed.length; length += 1) {
      expect(() => unbox(here, boxed.subarray(0, length))).toThrow('seal.box');
    }
    for (const version of [0, 2, 3, 255]) {
      const other = Buffer.from(boxed);
      other[0] = version;
      expect(() => unbox(here, other)).toThrow('seal.box');
    }
  });

  it('never gives the same box twice', () => {
    expect(box(here, utf8('words')).equals(box(here, utf8('words')))).toBe(false);
  });

  it('wraps only keys of 32 bytes', () => {
    expect(() => wrapKey(here, secret('07'.repeat(31)))).toThrow('seal.key-length');
    expect(() => unwrapKey(here, box(here, hex('07'.repeat(31))))).toThrow('seal.box');
  });

  it('refuses to work with a key that was wiped', () => {
    const wiped = secret('09'.repeat(32));
    wiped.dispose();
    expect(() => box({ ...here, key: wiped }, utf8('words'))).toThrow('seal.key-disposed');
  });
});

describe('contexts', () => {
  it('refuses parts that could be read as two', () => {
    expect(() => context.data('note', 'a/b')).toThrow('seal.context');
    expect(() => context.data('note', '')).toThrow('seal.context');
    expect(() => context.wrapUser('A', 'b')).toThrow('seal.context');
    expect(() => context.objectToTeam('a', { team: 'b', epoch: 1.5 })).toThrow('seal.context');
    expect(() => context.objectToTeam('a', { team: 'b', epoch: 0 })).toThrow('seal.context');
  });
});

describe('padding', () => {
  it.each(vectors.padding)('puts $len bytes in the buckets of the vectors', (row) => {
    expect(paddedLength(row.len, 256)).toBe(row.bucket256);
    expect(paddedLength(row.len, 4096)).toBe(row.bucket4096);
  });

  it('writes the mark and zeros as the vector', () => {
    const { pad_example: example } = vectors;
    const padded = pad(hex(example.plain), example.min);
    expect(padded.length).toBe(example.padded_len);
    expect(toHex(padded).startsWith(example.padded_prefix)).toBe(true);
    expect(toHex(unpad(padded))).toBe(example.plain);
  });

  it('pads files to whole multiples of 256 KiB', () => {
    expect(paddedLength(0, 262_144)).toBe(262_144);
    expect(paddedLength(262_143, 262_144)).toBe(262_144);
    expect(paddedLength(262_144, 262_144)).toBe(524_288);
  });

  it('gives back texts that end in zeros or marks', () => {
    for (const plain of ['', '00', '80', '8000', '80008000']) {
      expect(toHex(unpad(pad(hex(plain), 256)))).toBe(plain);
    }
  });

  it('refuses padding without its mark', () => {
    expect(() => unpad(Buffer.alloc(256))).toThrow('seal.padding');
    expect(() => unpad(Buffer.alloc(0))).toThrow('seal.padding');
    expect(() => unpad(Buffer.from('ff00', 'hex'))).toThrow('seal.padding');
  });

  it('stores a story of 10 and one of 3,000 bytes in the same length [N64]', () => {
    const place = { ...here, min: 4096 };
    expect(boxData(place, Buffer.alloc(10)).length).toBe(boxData(place, Buffer.alloc(3000)).length);
  });
});

describe('secrets', () => {
  it('are overwritten when disposed', () => {
    const bytes = Buffer.from('07'.repeat(32), 'hex');
    const held = new Secret(bytes);
    held.dispose();
    expect(bytes.every((byte) => byte === 0)).toBe(true);
    expect(() => held.bytes()).toThrow('seal.key-disposed');
  });
});
