// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import {
  addressBytes,
  addressRecord,
  addressText,
  cnameRecord,
  negativeSoa,
  nsRecord,
  type RdataAt,
  rdataText,
  readAddress,
  readSoa,
  readTarget,
  readTxt,
  soaRecord,
  TYPE,
  textToName,
  txtRecord,
} from '../src/index.ts';
import { bytes, hex, must } from './bytes.ts';
import { seeded } from './seeded.ts';

const NAME = must(textToName('ns.example.org'));

/** Record data alone in a packet. */
function at(type: number, rdata: Uint8Array): [Uint8Array, RdataAt] {
  return [rdata, { type, rdataAt: 0, rdataLength: rdata.length }];
}

describe('an address', () => {
  // The pairs of RFC 5952 sections 1, 2 and 4, and RFC 4291 2.2.
  it.each([
    ['192.0.2.1', 'c0000201', '192.0.2.1'],
    ['0.0.0.0', '00000000', '0.0.0.0'],
    ['2001:db8:0:0:1:0:0:1', '20010db8000000000001000000000001', '2001:db8::1:0:0:1'],
    ['2001:0db8::0001', '20010db8000000000000000000000001', '2001:db8::1'],
    ['2001:db8:0:1:1:1:1:1', '20010db8000000010001000100010001', '2001:db8:0:1:1:1:1:1'],
    ['2001:DB8:0:0:8:800:200C:417A', '20010db80000000000080800200c417a', '2001:db8::8:800:200c:417a'],
    ['2001:0:0:1:0:0:0:1', '20010000000000010000000000000001', '2001:0:0:1::1'],
    ['::', '00000000000000000000000000000000', '::'],
    ['::1', '00000000000000000000000000000001', '::1'],
    ['1::', '00010000000000000000000000000000', '1::'],
    ['::ffff:192.0.2.1', '00000000000000000000ffffc0000201', '::ffff:c000:201'],
    ['64:ff9b::192.0.2.33', '0064ff9b0000000000000000c0000221', '64:ff9b::c000:221'],
    ['1:2:3:4:5:6:192.0.2.1', '000100020003000400050006c0000201', '1:2:3:4:5:6:c000:201'],
  ])('is read from text and written as RFC 5952 wants: %s', (text, wire, canonical) => {
    const found = must(addressBytes(text));
    expect(hex(found)).toBe(wire);
    expect(addressText(found)).toBe(canonical);
  });

  it.each([
    '',
    '192.0.2',
    '192.0.2.1.1',
    '192.0.2.256',
    '192.0.2.01',
    '192.0.2.-1',
    '192.0.2.1 ',
    '0x7f.0.0.1',
    ':',
    ':::',
    '1::2::3',
    '1:2:3:4:5:6:7',
    '1:2:3:4:5:6:7:8:9',
    '1:2:3:4:5:6:7:8::',
    ':1:2:3:4:5:6:7',
    '1:2:3:4:5:6:7:',
    '12345::',
    'g::',
    '::1%eth0',
    '192.0.2.1::',
    '::192.0.2.1:0',
  ])('is refused: %j', (text) => {
    expect(addressBytes(text)).toBeNull();
  });

  it('survives both ways', () => {
    const random = seeded(3);
    for (let i = 0; i < 2000; i += 1) {
      const wire = random.bytes(random.int(2) === 0 ? 4 : 16);
      for (let zeros = random.int(10); zeros > 0; zeros -= 1) wire[random.int(wire.length)] = 0;
      expect(addressBytes(must(addressText(wire)))).toEqual(wire);
    }
  });

  it('becomes A or AAAA by its length', () => {
    expect(addressRecord(60, '192.0.2.1')).toMatchObject({ name: null, type: TYPE.a, ttl: 60 });
    expect(addressRecord(60, '2001:db8::1').type).toBe(TYPE.aaaa);
    expect(addressRecord(60, new Uint8Array(16), NAME)).toMatchObject({ name: NAME, type: TYPE.aaaa });
    expect(() => addressRecord(60, 'example.org')).toThrow(RangeError);
    expect(() => addressRecord(60, new Uint8Array(5))).toThrow(RangeError);
  });

  it('is not read from a record of another type or length', () => {
    expect(readAddress(...at(TYPE.a, bytes('c0000201')))).toBe('192.0.2.1');
    expect(readAddress(...at(TYPE.a, new Uint8Array(16)))).toBeNull();
    expect(readAddress(...at(TYPE.aaaa, new Uint8Array(4)))).toBeNull();
    expect(readAddress(...at(TYPE.txt, new Uint8Array(4)))).toBeNull();
    expect(addressText(new Uint8Array(5))).toBeNull();
  });
});

describe('a record that names another', () => {
  it('is made and read for CNAME and NS', () => {
    for (const record of [cnameRecord(1, NAME), nsRecord(1, NAME)]) {
      expect(readTarget(...at(record.type, record.rdata))).toEqual(NAME);
    }
    expect(() => cnameRecord(1, bytes('01 "a"'))).toThrow(RangeError);
    expect(() => nsRecord(1, bytes('c00c'))).toThrow(RangeError);
  });

  it.each([
    ['MX', TYPE.mx, '000a', '10 ns.example.org.'],
    ['SRV', TYPE.srv, '0001 0002 0355', '1 2 853 ns.example.org.'],
    ['PTR', TYPE.ptr, '', 'ns.example.org.'],
  ])('is read for %s', (_, type, before, text) => {
    const rdata = Uint8Array.from([...bytes(before), ...NAME]);
    expect(readTarget(...at(type, rdata))).toEqual(NAME);
    expect(rdataText(...at(type, rdata))).toBe(text);
  });

  it('is read for HTTPS, whose parameters follow the name', () => {
    const rdata = Uint8Array.from([...bytes('0001'), ...NAME, ...bytes('0001 0003 02 "h2"')]);
    expect(readTarget(...at(TYPE.https, rdata))).toEqual(NAME);
  });

  it('is refused when the name runs over the data, or there is none', () => {
    expect(readTarget(bytes('01 "a" 00'), { type: TYPE.cname, rdataAt: 0, rdataLength: 2 })).toBeNull();
    expect(readTarget(bytes('000a 00'), { type: TYPE.mx, rdataAt: 0, rdataLength: 2 })).toBeNull();
    expect(readTarget(...at(TYPE.a, bytes('00')))).toBeNull();
  });
});

describe('a text record', () => {
  it('cuts long text into strings of 255 bytes and joins them again', () => {
    for (const text of [
      '',
      'v=1',
      'é'.repeat(127),
      'é'.repeat(128),
      'x'.repeat(255),
      'x'.repeat(256),
      'ж'.repeat(400),
    ]) {
      const record = txtRecord(1, text);
      expect(readTxt(...at(record.type, record.rdata))).toBe(text);
    }
    expect(hex(txtRecord(1, '').rdata)).toBe('00');
    expect(txtRecord(1, 'x'.repeat(255)).rdata).toHaveLength(256);
    expect(txtRecord(1, 'x'.repeat(256)).rdata).toHaveLength(258);
  });

  it('is refused when a string runs over the end or the type is another', () => {
    expect(readTxt(...at(TYPE.txt, bytes('02 "a"')))).toBeNull();
    expect(readTxt(...at(TYPE.a, bytes('01 "a"')))).toBeNull();
  });
});

describe('a start of authority', () => {
  const soa = { serial: 0xffff_ffff, refresh: 1, retry: 2, expire: 3, minimum: 4 };

  it('is made and read', () => {
    const record = soaRecord(9, { mname: NAME, rname: bytes('00'), ...soa });
    expect(readSoa(...at(record.type, record.rdata))).toEqual({ mname: NAME, rname: bytes('00'), ...soa });
    expect(rdataText(...at(record.type, record.rdata))).toBe('ns.example.org. . 4294967295 1 2 3 4');
    expect(() => soaRecord(9, { mname: bytes('01'), rname: NAME, ...soa })).toThrow(RangeError);
  });

  it('keeps a negative answer as long in its TTL as in its minimum', () => {
    const record = negativeSoa(10, NAME, bytes('00'));
    expect(record).toMatchObject({ name: null, ttl: 10, type: TYPE.soa });
    expect(readSoa(...at(record.type, record.rdata))?.minimum).toBe(10);
  });

  it.each([
    ['too short for its numbers', '00 00 0001'],
    ['one name only', `00 ${'00'.repeat(20)}`],
    ['a name that runs into the numbers', `05 00 ${'61'.repeat(20)}`],
    ['a second name that is bad', `00 c0 ${'00'.repeat(20)}`],
  ])('is refused: %s', (_, rdata) => {
    expect(readSoa(...at(TYPE.soa, bytes(rdata)))).toBeNull();
  });
});

describe('record data as text', () => {
  it('falls back to the generic form of RFC 3597', () => {
    expect(rdataText(...at(65_280, bytes('00ff10')))).toBe('\\# 3 00ff10');
    expect(rdataText(...at(65_280, bytes('')))).toBe('\\# 0');
    expect(rdataText(...at(TYPE.a, bytes('0102')))).toBe('\\# 2 0102');
    expect(rdataText(...at(TYPE.cname, bytes('05 "a"')))).toBe('\\# 2 0561');
  });

  it('quotes text', () => {
    expect(rdataText(...at(TYPE.txt, bytes('03 61 22 62')))).toBe('"a\\"b"');
  });
});
