// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { newQuery, RCODE, readQuery, TYPE, textToName, useStream, writeQuery } from '../src/index.ts';
import { bytes, hex, must } from './bytes.ts';
import { seeded } from './seeded.ts';

const QUESTION = '07 "example" 03 "org" 00 0001 0001';
const OPT = '00 0029 1000 00 00 8000 0000';

describe('a query', () => {
  it('is read as RFC 8484 4.1.1 prints it', () => {
    const query = must(
      readQuery(bytes('0000 0100 0001 0000 0000 0000 03 "www" 07 "example" 03 "com" 00 0001 0001')),
    );
    expect(query).toMatchObject({
      ok: true,
      rcode: RCODE.noError,
      id: 0,
      flags: 0x0100,
      opcode: 0,
      nameLength: 17,
      qtype: TYPE.a,
      qclass: 1,
      questionEnd: 33,
      edns: false,
      limit: 512,
      padTo: 0,
      end: 33,
    });
  });

  it('tells what its OPT record says', () => {
    const query = must(readQuery(bytes(`beef 0110 0001 0000 0000 0001 ${QUESTION} ${OPT}`)));
    expect(query).toMatchObject({
      ok: true,
      id: 0xbeef,
      edns: true,
      udpSize: 4096,
      version: 0,
      dnssecOk: true,
    });
    expect(query).toMatchObject({ padded: false, questionEnd: 29, end: 40 });
  });

  it.each([
    ['a size below 512 counts as 512', '0100', 512],
    ['a size between is taken', '0258', 600],
    ['a size above ours is cut to 1232', 'ffff', 1232],
  ])('limits a UDP answer: %s', (_, size, limit) => {
    const query = readQuery(bytes(`0001 0100 0001 0000 0000 0001 ${QUESTION} 00 0029 ${size} 00000000 0000`));
    expect(query?.limit).toBe(limit);
  });

  it('may have 65,535 bytes of answer on a stream, padded only if encrypted and asked for', () => {
    const query = must(
      readQuery(
        bytes(`0001 0100 0001 0000 0000 0001 ${QUESTION} 00 0029 0200 00000000 0007 000c 0003 000000`),
      ),
    );
    expect(query.padded).toBe(true);
    useStream(query, false);
    expect(query).toMatchObject({ limit: 65_535, padTo: 0 });
    useStream(query, true);
    expect(query.padTo).toBe(468);
  });

  it('may carry unknown options and records of other types beside OPT', () => {
    const cookie = '000a 0008 0102030405060708';
    const query = readQuery(
      bytes(
        `0001 0100 0001 0000 0000 0002 ${QUESTION} 00 0029 04d0 00000000 000c ${cookie} c00c 00fa 00ff 00000000 0001 00`,
      ),
    );
    expect(query).toMatchObject({ ok: true, edns: true });
  });

  it('may be the root', () => {
    expect(readQuery(bytes('0001 0100 0001 0000 0000 0000 00 0002 0001'))).toMatchObject({
      ok: true,
      nameLength: 1,
    });
  });

  it('is read anew into the record of an earlier one, nothing left over', () => {
    const into = newQuery();
    const padded = writeQuery({ id: 9, name: bytes('00'), qtype: 16, qclass: 3, dnssecOk: true, padTo: 128 });
    useStream(must(readQuery(padded, padded.length, into)), true);
    expect(into.padTo).toBe(468);
    const plain = bytes(`0001 0100 0001 0000 0000 0000 ${QUESTION}`);
    expect(readQuery(plain, plain.length, into)).toBe(into);
    expect(into).toEqual(readQuery(plain));
  });
});

describe('a query that gets no answer', () => {
  it.each([
    ['no bytes', ''],
    ['eleven bytes', '0001 0100 0001 0000 0000 00'],
    ['a response', `0001 8180 0001 0000 0000 0000 ${QUESTION}`],
    ['a response of another opcode', '0001 a800 0000 0000 0000 0000'],
  ])('is %s', (_, packet) => {
    expect(readQuery(bytes(packet))).toBeNull();
  });
});

const NAME_255 = `${`3f ${'61'.repeat(63)} `.repeat(3)} 3d ${'61'.repeat(61)} 00`;
const NAME_256 = `${`3f ${'61'.repeat(63)} `.repeat(3)} 3e ${'61'.repeat(62)} 00`;

describe('a query that is refused', () => {
  it.each([
    ['no question', RCODE.formErr, '0001 0100 0000 0000 0000 0000'],
    ['two questions', RCODE.formErr, `0001 0100 0002 0000 0000 0000 ${QUESTION} ${QUESTION}`],
    ['a question missing', RCODE.formErr, '0001 0100 0001 0000 0000 0000'],
    ['a name cut off', RCODE.formErr, '0001 0100 0001 0000 0000 0000 07 "exam"'],
    ['no root label', RCODE.formErr, '0001 0100 0001 0000 0000 0000 07 "example"'],
    ['no type', RCODE.formErr, '0001 0100 0001 0000 0000 0000 07 "example" 00'],
    ['half a class', RCODE.formErr, '0001 0100 0001 0000 0000 0000 07 "example" 00 0001 00'],
    ['a pointer for a name', RCODE.formErr, '0001 0100 0001 0000 0000 0000 c00c 0001 0001'],
    ['a pointer after a label', RCODE.formErr, '0001 0100 0001 0000 0000 0000 01 "a" c00c 0001 0001'],
    ['a label of 64', RCODE.formErr, `0001 0100 0001 0000 0000 0000 40 ${'61'.repeat(64)} 00 0001 0001`],
    ['a name of 256', RCODE.formErr, `0001 0100 0001 0000 0000 0000 ${NAME_256} 0001 0001`],
    [
      'an answer record',
      RCODE.formErr,
      `0001 0100 0001 0001 0000 0000 ${QUESTION} c00c 0001 0001 00000000 0000`,
    ],
    [
      'an authority record',
      RCODE.formErr,
      `0001 0100 0001 0000 0001 0000 ${QUESTION} c00c 0001 0001 00000000 0000`,
    ],
    ['an additional record missing', RCODE.formErr, `0001 0100 0001 0000 0000 0001 ${QUESTION}`],
    ['OPT cut off', RCODE.formErr, `0001 0100 0001 0000 0000 0001 ${QUESTION} 00 0029 1000 0000`],
    [
      'OPT data cut off',
      RCODE.formErr,
      `0001 0100 0001 0000 0000 0001 ${QUESTION} 00 0029 1000 00000000 0004 000c00`,
    ],
    ['OPT twice', RCODE.formErr, `0001 0100 0001 0000 0000 0002 ${QUESTION} ${OPT} ${OPT}`],
    [
      'OPT with a name',
      RCODE.formErr,
      `0001 0100 0001 0000 0000 0001 ${QUESTION} c00c 0029 1000 00000000 0000`,
    ],
    [
      'half an option',
      RCODE.formErr,
      `0001 0100 0001 0000 0000 0001 ${QUESTION} 00 0029 1000 00000000 0002 000c`,
    ],
    [
      'an option too long',
      RCODE.formErr,
      `0001 0100 0001 0000 0000 0001 ${QUESTION} 00 0029 1000 00000000 0004 000c 0001`,
    ],
    [
      'a record pointing forward',
      RCODE.formErr,
      `0001 0100 0001 0000 0000 0001 ${QUESTION} c0ff 0010 0001 00000000 0000`,
    ],
    [
      'EDNS version 1',
      RCODE.badVers,
      `0001 0100 0001 0000 0000 0001 ${QUESTION} 00 0029 1000 00 01 0000 0000`,
    ],
    ['an inverse query', RCODE.notImp, `0001 0900 0001 0000 0000 0000 ${QUESTION}`],
    ['a notify', RCODE.notImp, `0001 2000 0001 0000 0000 0000 ${QUESTION}`],
    ['an update', RCODE.notImp, '0001 2800 0001 0000 0000 0000'],
  ])('has %s', (_, rcode, packet) => {
    expect(readQuery(bytes(packet))).toMatchObject({ ok: false, rcode });
  });

  it('keeps its question for the answer when that could be read', () => {
    expect(readQuery(bytes(`0001 0100 0001 0001 0000 0000 ${QUESTION}`))).toMatchObject({ questionEnd: 29 });
    expect(readQuery(bytes('0001 0100 0001 0000 0000 0000 c00c 0001 0001'))).toMatchObject({
      questionEnd: 12,
    });
  });

  it('is not one with a name of exactly 255 bytes', () => {
    const query = readQuery(bytes(`0001 0100 0001 0000 0000 0000 ${NAME_255} 0001 0001`));
    expect(query).toMatchObject({ ok: true, nameLength: 255 });
  });
});

describe('a query of ours', () => {
  it('is RD, IN and EDNS with 1232 bytes unless told otherwise', () => {
    const name = must(textToName('example.org'));
    expect(hex(writeQuery({ id: 0xabcd, name, qtype: TYPE.aaaa }))).toBe(
      hex(
        bytes('abcd 0100 0001 0000 0000 0001 07 "example" 03 "org" 00 001c 0001 00 0029 04d0 0000 0000 0000'),
      ),
    );
    expect(hex(writeQuery({ id: 1, name, qtype: 1, qclass: 3, udpSize: 0, recursionDesired: false }))).toBe(
      hex(bytes('0001 0000 0001 0000 0000 0000 07 "example" 03 "org" 00 0001 0003')),
    );
  });

  it('is padded to whole blocks when asked', () => {
    for (const text of ['.', 'example.org', 'a'.repeat(60), `${'a'.repeat(63)}.${'b'.repeat(38)}.example`]) {
      const packet = writeQuery({ id: 1, name: must(textToName(text)), qtype: 1, padTo: 128 });
      expect(packet.length % 128).toBe(0);
      expect(readQuery(packet)).toMatchObject({ ok: true, padded: true, end: packet.length });
    }
  });

  it('refuses a name that is not one', () => {
    expect(() => writeQuery({ id: 1, name: bytes('03 "ab"'), qtype: 1 })).toThrow(RangeError);
    expect(() => writeQuery({ id: 1, name: bytes('01 "a" 00 00'), qtype: 1 })).toThrow(RangeError);
  });

  it('is read back as it was meant, for any name', () => {
    const random = seeded(2);
    for (let i = 0; i < 2000; i += 1) {
      const spec = {
        id: random.int(65_536),
        name: random.name(),
        qtype: random.int(65_536),
        qclass: random.int(65_536),
      };
      const flags = { dnssecOk: random.int(2) === 1, checkingDisabled: random.int(2) === 1 };
      const packet = writeQuery({ ...spec, ...flags });
      const query = must(readQuery(packet));
      const { id, qtype, qclass, dnssecOk } = query;
      expect(query.ok).toBe(true);
      expect({ id, qtype, qclass }).toEqual({ id: spec.id, qtype: spec.qtype, qclass: spec.qclass });
      expect(packet.subarray(12, 12 + query.nameLength)).toEqual(spec.name);
      expect({ dnssecOk, checkingDisabled: (query.flags & 0x10) !== 0 }).toEqual(flags);
      expect(query.end).toBe(packet.length);
    }
  });
});
