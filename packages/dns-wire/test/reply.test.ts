// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import {
  ageAnswer,
  answerText,
  isAnswerTo,
  nameToText,
  readAnswer,
  readTarget,
  TYPE,
  textToName,
  typeText,
  writeQuery,
} from '../src/index.ts';
import { bytes, hex, must } from './bytes.ts';

const QUESTION = '03 "www" 07 "example" 03 "org" 00 0001 0001';
const OPT = '00 0029 1000 00 00 8000 0000';

// www.example.org CNAME cdn.example.org (both compressed) A 192.0.2.9, NS in authority, glue, and OPT.
const REPLY = `abcd 81a0 0001 0002 0001 0002 ${QUESTION}
  c00c 0005 0001 00000e10 0006 03 "cdn" c010
  c02d 0001 0001 0000003c 0004 c0000209
  c010 0002 0001 00015180 0005 02 "ns" c010
  c04f 0001 0001 00015180 0004 c000020a
  ${OPT}`;

describe('a reply', () => {
  it('tells where each record stands', () => {
    const packet = bytes(REPLY);
    const reply = must(readAnswer(packet));
    expect(reply).toMatchObject({ id: 0xabcd, flags: 0x81a0, rcode: 0, truncated: false, questionEnd: 33 });
    expect(reply).toMatchObject({ qtype: TYPE.a, qclass: 1, cacheSeconds: 60, end: packet.length });
    expect(reply.opt).toMatchObject({ section: 'additional', type: TYPE.opt });
    expect(reply.records.map(({ section, type, ttl }) => [section, typeText(type), ttl])).toEqual([
      ['answer', 'CNAME', 3600],
      ['answer', 'A', 60],
      ['authority', 'NS', 86_400],
      ['additional', 'A', 86_400],
    ]);
    expect(reply.records.map(({ at }) => nameToText(packet, at))).toEqual([
      'www.example.org',
      'cdn.example.org',
      'example.org',
      'ns.example.org',
    ]);
    expect(nameToText(must(readTarget(packet, must(reply.records[0]))))).toBe('cdn.example.org');
  });

  it('is printed a line a record', () => {
    expect(answerText(bytes(REPLY))?.split('\n')).toEqual([
      'status: NOERROR, id 43981, flags: response recursionDesired recursionAvailable authenticData',
      'question: www.example.org. IN A',
      'edns: version 0, udp 4096, do',
      'answer: www.example.org. 3600 IN CNAME cdn.example.org.',
      'answer: cdn.example.org. 60 IN A 192.0.2.9',
      'authority: example.org. 86400 IN NS ns.example.org.',
      'additional: ns.example.org. 86400 IN A 192.0.2.10',
    ]);
    expect(answerText(bytes('00'))).toBeNull();
    expect(answerText(bytes('0001 8005 0000 0000 0000 0000'))).toBe('status: REFUSED, id 1, flags: response');
  });

  it('puts the upper bits of the response code together with the lower', () => {
    expect(readAnswer(bytes('0001 8000 0000 0000 0000 0001 00 0029 04d0 01 00 0000 0000'))?.rcode).toBe(16);
    expect(readAnswer(bytes('0001 8007 0000 0000 0000 0001 00 0029 04d0 ff 00 0000 0000'))?.rcode).toBe(
      0xff7,
    );
  });

  it.each([
    ['a query', `abcd 0100 0001 0000 0000 0000 ${QUESTION}`],
    ['eleven bytes', 'abcd 8180 0000 0000 0000 00'],
    ['two questions', `abcd 8180 0002 0000 0000 0000 ${QUESTION} ${QUESTION}`],
    ['a question cut off', 'abcd 8180 0001 0000 0000 0000 03 "www"'],
    ['a pointer in the question', 'abcd 8180 0001 0000 0000 0000 c00c 0001 0001'],
    ['a record missing', `abcd 8180 0001 0001 0000 0000 ${QUESTION}`],
    ['a record cut off', `abcd 8180 0001 0001 0000 0000 ${QUESTION} c00c 0001 0001 0000`],
    ['data cut off', `abcd 8180 0001 0001 0000 0000 ${QUESTION} c00c 0001 0001 0000003c 0004 c00002`],
    [
      'an owner that points at itself',
      `abcd 8180 0001 0001 0000 0000 ${QUESTION} c021 0001 0001 0000003c 0000`,
    ],
    ['OPT twice', `abcd 8180 0001 0000 0000 0002 ${QUESTION} ${OPT} ${OPT}`],
    ['OPT among the answers', `abcd 8180 0001 0001 0000 0000 ${QUESTION} ${OPT}`],
    ['OPT with a name', `abcd 8180 0001 0000 0000 0001 ${QUESTION} c00c 0029 1000 00000000 0000`],
  ])('is refused: %s', (_, packet) => {
    expect(readAnswer(bytes(packet))).toBeNull();
  });
});

describe('how long a reply may be kept', () => {
  const A = 'c00c 0001 0001 0000003c 0004 c0000201';
  const CNAME = 'c00c 0005 0001 0000001e 0002 c010';
  const soa = (ttl: string, minimum: string) =>
    `c010 0006 0001 ${ttl} 0016 00 00 ${'00'.repeat(16)} ${minimum}`;

  it.each([
    ['the least TTL of the records', 60, `8180 0001 0001 0000 0000 ${QUESTION} ${A}`],
    ['the least of a chain', 30, `8180 0001 0002 0000 0000 ${QUESTION} ${CNAME} ${A}`],
    [
      'no time when a TTL has its top bit',
      0,
      `8180 0001 0001 0000 0000 ${QUESTION} c00c 0001 0001 80000001 0004 c0000201`,
    ],
    [
      'the minimum of the SOA, "no such name"',
      300,
      `8183 0001 0000 0001 0000 ${QUESTION} ${soa('00000e10', '0000012c')}`,
    ],
    [
      'the TTL of the SOA if that is less',
      9,
      `8183 0001 0000 0001 0000 ${QUESTION} ${soa('00000009', '0000012c')}`,
    ],
    [
      'the minimum of the SOA, "no such data"',
      300,
      `8180 0001 0000 0001 0000 ${QUESTION} ${soa('00000e10', '0000012c')}`,
    ],
    [
      'the alias of a chain without data',
      30,
      `8180 0001 0001 0001 0000 ${QUESTION} ${CNAME} ${soa('00000e10', '0000012c')}`,
    ],
    [
      'no time when the minimum has its top bit',
      0,
      `8183 0001 0000 0001 0000 ${QUESTION} ${soa('00000e10', 'ffffffff')}`,
    ],
    ['no time without data and SOA', 0, `8180 0001 0000 0000 0000 ${QUESTION}`],
    ['no time for an alias without its end', 0, `8180 0001 0001 0000 0000 ${QUESTION} ${CNAME}`],
    ['no time when truncated', 0, `8380 0001 0001 0000 0000 ${QUESTION} ${A}`],
    ['no time for SERVFAIL', 0, `8182 0001 0001 0000 0000 ${QUESTION} ${A}`],
    [
      'no time for an SOA too short',
      0,
      `8183 0001 0000 0001 0000 ${QUESTION} c010 0006 0001 00000e10 0002 0000`,
    ],
    [
      'the least TTL when all types were asked',
      60,
      `8180 0001 0001 0000 0000 03 "www" 07 "example" 03 "org" 00 00ff 0001 ${A}`,
    ],
  ])('is %s', (_, seconds, rest) => {
    expect(readAnswer(bytes(`0001 ${rest}`))?.cacheSeconds).toBe(seconds);
  });

  it('falls with age, never below zero, and OPT does not age', () => {
    const packet = bytes(REPLY);
    ageAnswer(packet, must(readAnswer(packet)), 61);
    const aged = must(readAnswer(packet));
    expect(aged.records.map(({ ttl }) => ttl)).toEqual([3539, 0, 86_339, 86_339]);
    expect(hex(packet).endsWith(hex(bytes(OPT)))).toBe(true);
  });
});

describe('whether a reply answers what was sent', () => {
  const sent = writeQuery({ id: 0xabcd, name: must(textToName('wWw.Example.org')), qtype: TYPE.a });

  it.each([
    ['the same question', true, `abcd 8180 0001 0000 0000 0000 03 "wWw" 07 "Example" 03 "org" 00 0001 0001`],
    ['other case', true, `abcd 8180 0001 0000 0000 0000 ${QUESTION}`],
    ['another id', false, `abce 8180 0001 0000 0000 0000 ${QUESTION}`],
    ['a query', false, `abcd 0180 0001 0000 0000 0000 ${QUESTION}`],
    ['another opcode', false, `abcd a980 0001 0000 0000 0000 ${QUESTION}`],
    ['no question', false, 'abcd 8180 0000 0000 0000 0000'],
    ['no question counted', false, `abcd 8180 0000 0000 0000 0000 ${QUESTION}`],
    ['another name', false, `abcd 8180 0001 0000 0000 0000 03 "wwv" 07 "example" 03 "org" 00 0001 0001`],
    ['another type', false, `abcd 8180 0001 0000 0000 0000 03 "www" 07 "example" 03 "org" 00 001c 0001`],
    ['another class', false, `abcd 8180 0001 0000 0000 0000 03 "www" 07 "example" 03 "org" 00 0001 0003`],
    ['a question cut off', false, 'abcd 8180 0001 0000 0000 0000 03 "www"'],
  ])('%s: %s', (_, answers, packet) => {
    expect(isAnswerTo(sent, bytes(packet))).toBe(answers);
  });

  it('may ask for the very case that was sent', () => {
    const same = bytes(`abcd 8180 0001 0000 0000 0000 03 "wWw" 07 "Example" 03 "org" 00 0001 0001`);
    expect(isAnswerTo(sent, same, true)).toBe(true);
    expect(isAnswerTo(sent, bytes(`abcd 8180 0001 0000 0000 0000 ${QUESTION}`), true)).toBe(false);
  });

  it('does not fold type numbers that look like letters', () => {
    const odd = writeQuery({ id: 1, name: bytes('00'), qtype: 0x4141, udpSize: 0 });
    expect(isAnswerTo(odd, bytes('0001 8180 0001 0000 0000 0000 00 4141 0001'))).toBe(true);
    expect(isAnswerTo(odd, bytes('0001 8180 0001 0000 0000 0000 00 6161 0001'))).toBe(false);
  });

  it('is false for anything sent that was not a query', () => {
    expect(isAnswerTo(bytes('00'), bytes(REPLY))).toBe(false);
    expect(isAnswerTo(bytes('0001 0100 0000 0000 0000 0000'), bytes('0001 8180 0000 0000 0000 0000'))).toBe(
      false,
    );
  });
});
