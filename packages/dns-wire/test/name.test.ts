// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { expandName, lowerName, nameToText, sameName, suffixOffsets, textToName } from '../src/index.ts';
import { bytes, must } from './bytes.ts';
import { seeded } from './seeded.ts';

const LABEL_63 = 'a'.repeat(63);
// 63+1, 63+1, 63+1, 61+1 and the root: 255 bytes on the wire.
const NAME_255 = `${LABEL_63}.${LABEL_63}.${LABEL_63}.${'a'.repeat(61)}`;

describe('a name as text', () => {
  it.each([
    ['example.org', '07 "example" 03 "org" 00'],
    ['example.org.', '07 "example" 03 "org" 00'],
    ['wWw.Example.oRg', '03 "wWw" 07 "Example" 03 "oRg" 00'],
    ['.', '00'],
    ['a\\.b.org', '03 "a.b" 03 "org" 00'],
    ['a\\\\b', '03 "a\\b" 00'],
    ['\\000\\255', '02 00 ff 00'],
    ['\\097', '01 "a" 00'],
    ['_dns.resolver.arpa', '04 "_dns" 08 "resolver" 04 "arpa" 00'],
    ['xn--bcher-kva.example', '0d "xn--bcher-kva" 07 "example" 00'],
  ])('becomes wire bytes: %s', (text, wire) => {
    expect(textToName(text)).toEqual(bytes(wire));
  });

  it.each([
    ['nothing', ''],
    ['a leading dot', '.example.org'],
    ['an empty label', 'a..b'],
    ['two trailing dots', 'a..'],
    ['two dots alone', '..'],
    ['a label of 64', `${LABEL_63}a.org`],
    ['256 bytes', `${NAME_255}a`],
    ['256 bytes in a label more', `${LABEL_63}.${LABEL_63}.${LABEL_63}.${'a'.repeat(59)}.bb`],
    ['a space', 'a b'],
    ['a letter outside ASCII', 'bücher.example'],
    ['a lone escape', 'a\\'],
    ['an escape of two digits', 'a\\12'],
    ['an escape above 255', 'a\\256'],
    ['an escape of a letter outside ASCII', 'a\\é'],
    ['a control character', 'a\u0007b'],
  ])('is refused: %s', (_, text) => {
    expect(textToName(text)).toBeNull();
  });

  it('may be 255 bytes on the wire, with and without the last dot', () => {
    expect(textToName(NAME_255)).toHaveLength(255);
    expect(textToName(`${NAME_255}.`)).toHaveLength(255);
  });

  it('comes back with the escapes of RFC 1035 5.1', () => {
    expect(nameToText(bytes('05 "a.b c" 02 7f ff 01 "@" 00'))).toBe('a\\.b\\032c.\\127\\255.\\@');
    expect(nameToText(bytes('00'))).toBe('.');
  });

  it('folds ASCII letters only when asked', () => {
    const wire = bytes('04 "ExAm" 02 c3 84 00');
    expect(nameToText(wire)).toBe('ExAm.\\195\\132');
    expect(nameToText(wire, 0, { lower: true })).toBe('exam.\\195\\132');
  });

  it('survives both ways for any bytes', () => {
    const random = seeded(1);
    for (let i = 0; i < 3000; i += 1) {
      const wire = random.name();
      expect(textToName(must(nameToText(wire)))).toEqual(wire);
    }
  });
});

// The drawing of RFC 1035 4.1.4: F.ISI.ARPA at 20, FOO.F.ISI.ARPA at 40, ARPA by a pointer at 64, the root at 92.
const RFC_1035 = new Uint8Array(93);
RFC_1035.set(bytes('01 "F" 03 "ISI" 04 "ARPA" 00'), 20);
RFC_1035.set(bytes('03 "FOO" c014'), 40);
RFC_1035.set(bytes('c01a'), 64);

describe('a compressed name', () => {
  it.each([
    [20, 'F.ISI.ARPA'],
    [40, 'FOO.F.ISI.ARPA'],
    [64, 'ARPA'],
    [92, '.'],
  ])('is read at offset %i of the drawing in RFC 1035', (at, text) => {
    expect(nameToText(RFC_1035, at)).toBe(text);
  });

  it.each([
    ['points at itself', '000000000000000000000000 c00c', 12],
    ['points forward', '000000000000000000000000 c00e 00', 12],
    ['points into the header', '000000000000000000000000 c000', 12],
    ['runs in a ring', '000000000000000000000000 01 "a" c00c', 12],
    ['has a label type of RFC 2673', '000000000000000000000000 41 00', 12],
    ['has a label type 10', '000000000000000000000000 80 00', 12],
    ['is cut inside a label', '000000000000000000000000 05 "abc"', 12],
    ['is cut before the root', '000000000000000000000000 01 "a"', 12],
    ['is cut inside a pointer', '000000000000000000000000 00 c0', 13],
    ['begins after the end', '00', 5],
  ])('is refused when it %s', (_, packet, at) => {
    expect(expandName(bytes(packet), at)).toBeNull();
    expect(nameToText(bytes(packet), at)).toBeNull();
  });

  it('is refused above 255 bytes although each part is short', () => {
    const packet = new Uint8Array(200 + 66);
    packet.set(must(textToName(`${LABEL_63}.${LABEL_63}.${'a'.repeat(58)}`)), 12);
    packet.set(bytes(`3f ${'61'.repeat(63)} c00c`), 200);
    expect(nameToText(packet, 12)).not.toBeNull();
    expect(expandName(packet, 200)).toHaveLength(64 + 188);
    packet.set(must(textToName(`${LABEL_63}.${LABEL_63}.${LABEL_63}`)).subarray(0, 188), 12);
    expect(expandName(packet, 200)).toBeNull();
  });

  it('is refused after 127 pointers, however many lead back', () => {
    const packet = new Uint8Array(12 + 1 + 2 * 500);
    for (let i = 0; i < 500; i += 1)
      packet.set([0xc0 | ((i === 0 ? 12 : 11 + 2 * i) >> 8), (i === 0 ? 12 : 11 + 2 * i) & 255], 13 + 2 * i);
    expect(nameToText(packet, 13 + 2 * 126)).toBe('.');
    expect(nameToText(packet, 13 + 2 * 127)).toBeNull();
    expect(nameToText(packet, packet.length - 2)).toBeNull();
  });
});

describe('comparing and walking', () => {
  it('holds names equal whatever the case of their ASCII letters', () => {
    const a = bytes('07 "eXaMple" 03 "org" 00');
    expect(sameName(a, bytes('07 "ExAmpLE" 03 "ORG" 00'))).toBe(true);
    expect(sameName(a, bytes('07 "examplf" 03 "org" 00'))).toBe(false);
    expect(sameName(a, bytes('07 "example" 00'))).toBe(false);
    expect(sameName(bytes('01 "@" 00'), bytes('01 "`" 00'))).toBe(false);
    expect(sameName(bytes('01 "[" 00'), bytes('01 "{" 00'))).toBe(false);
    expect(sameName(bytes('01 c3 00'), bytes('01 e3 00'))).toBe(false);
  });

  it('compares at an offset and refuses what is malformed', () => {
    expect(sameName(bytes('ffff 01 "a" 00'), bytes('0000 01 "A" 00'), 2)).toBe(true);
    expect(sameName(bytes('01 "a"'), bytes('01 "a"'))).toBe(false);
  });

  it('gives the name and each parent, longest first', () => {
    const offsets = new Uint16Array(127);
    const packet = bytes('000000000000000000000000 03 "www" 07 "example" 03 "org" 00 0001 0001');
    expect(suffixOffsets(packet, 12, offsets)).toBe(3);
    expect([...offsets.subarray(0, 3)]).toEqual([12, 16, 24]);
    expect(suffixOffsets(bytes('00'), 0, offsets)).toBe(0);
  });

  it('walks at most as far as there is room, and 127 labels at most', () => {
    const name = must(textToName(Array(127).fill('a').join('.')));
    expect(suffixOffsets(name, 0, new Uint16Array(127))).toBe(127);
    expect(suffixOffsets(name, 0, new Uint16Array(3))).toBe(3);
  });

  it('makes a lower-case copy and leaves the original', () => {
    const wire = bytes('03 "WwW" 02 c4 "Z" 00');
    expect(lowerName(wire)).toEqual(bytes('03 "www" 02 c4 "z" 00'));
    expect(wire[1]).toBe(0x57);
    expect(lowerName(bytes('03 "ab"'))).toBeNull();
  });
});
