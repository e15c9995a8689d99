// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import {
  addressRecord,
  answerText,
  cnameRecord,
  EDE,
  extendedError,
  negativeSoa,
  planAnswer,
  type Query,
  RCODE,
  readAnswer,
  readExtendedErrors,
  readQuery,
  setId,
  TYPE,
  textToName,
  txtRecord,
  useStream,
  writeAnswer,
  writeError,
  writeQuery,
} from '../src/index.ts';
import { bytes, hex, must } from './bytes.ts';

const SERVER = must(textToName('guard.example'));
const MIXED_CASE = must(textToName('wWw.eXample.org'));
const QUESTION = '03 "wWw" 07 "eXample" 03 "org" 00 0001 0001';

function ask(spec: Partial<Parameters<typeof writeQuery>[0]> = {}): Query {
  const packet = writeQuery({ id: 0x1234, name: MIXED_CASE, qtype: TYPE.a, ...spec });
  return must(readQuery(packet));
}

function send(query: Query, spec: Parameters<typeof planAnswer>[0]): Uint8Array {
  const out = new Uint8Array(65_535).fill(0xee);
  return out.slice(0, writeAnswer(query, planAnswer(spec), out));
}

function errorsOf(packet: Uint8Array) {
  const opt = must(readAnswer(packet)?.opt);
  return readExtendedErrors(packet, opt.rdataAt, opt.rdataAt + opt.rdataLength);
}

const BLOCKED = {
  rcode: RCODE.nxDomain,
  authority: [negativeSoa(10, SERVER, bytes('00'))],
  error: extendedError(EDE.filtered, 'chosen by your family'),
};

const SOA = `c00c 0006 0001 0000000a 0024 05 "guard" 07 "example" 00 00
  00000001 00000e10 00000258 00015180 0000000a`;

describe('an answer', () => {
  it('says byte for byte that a name is filtered, and why', () => {
    const text = '"chosen by your family"';
    expect(hex(send(ask(), BLOCKED))).toBe(
      hex(
        bytes(`1234 8183 0001 0000 0001 0001 ${QUESTION} ${SOA}
          00 0029 04d0 00 00 0000 001b 000f 0017 0011 ${text}`),
      ),
    );
  });

  it('has no OPT record, and so no reason, for a client that sent none', () => {
    const packet = send(ask({ udpSize: 0 }), BLOCKED);
    expect(hex(packet)).toBe(hex(bytes(`1234 8183 0001 0000 0001 0000 ${QUESTION} ${SOA}`)));
  });

  it('is the answer that RFC 8484 4.2.2 prints', () => {
    const query = must(
      readQuery(bytes('0000 0100 0001 0000 0000 0000 03 "www" 07 "example" 03 "com" 00 001c 0001')),
    );
    const packet = send(query, { answers: [addressRecord(3709, '2001:db8:abcd:12:1:2:3:4')] });
    expect(hex(packet)).toBe(
      hex(
        bytes(`0000 8180 0001 0001 0000 0000 03 "www" 07 "example" 03 "com" 00 001c 0001
          c00c 001c 0001 00000e7d 0010 20010db8abcd00120001000200030004`),
      ),
    );
  });

  it('says "no such data" when it is given nothing', () => {
    expect(hex(send(ask({ udpSize: 0 }), {}))).toBe(hex(bytes(`1234 8180 0001 0000 0000 0000 ${QUESTION}`)));
  });

  it('copies RD, CD and DO, sets RA, clears AD, and sets AA only for names of our own', () => {
    const ad = writeQuery({ id: 1, name: MIXED_CASE, qtype: 1, checkingDisabled: true, dnssecOk: true });
    ad[3] = (ad[3] ?? 0) | 0x20;
    const reply = must(readAnswer(send(must(readQuery(ad)), {})));
    expect(reply.flags).toBe(0x8190);
    expect(answerText(send(must(readQuery(ad)), {}))).toContain('edns: version 0, udp 1232, do');
    expect(readAnswer(send(ask({ recursionDesired: false }), { authoritative: true }))?.flags).toBe(0x8480);
  });

  it('redirects: a CNAME and the address of its target', () => {
    const target = must(textToName('safe.example'));
    const packet = send(ask(), {
      answers: [cnameRecord(60, target), addressRecord(60, '192.0.2.7', target)],
      error: extendedError(EDE.forgedAnswer),
    });
    expect(answerText(packet)?.split('\n')).toEqual([
      'status: NOERROR, id 4660, flags: response recursionDesired recursionAvailable',
      'question: wWw.eXample.org. IN A',
      'edns: version 0, udp 1232',
      'ede: 4 FORGEDANSWER ""',
      'answer: wWw.eXample.org. 60 IN CNAME safe.example.',
      'answer: safe.example. 60 IN A 192.0.2.7',
    ]);
  });

  it('may be written over the query itself', () => {
    const packet = new Uint8Array(1232);
    const query = writeQuery({ id: 7, name: MIXED_CASE, qtype: TYPE.a });
    packet.set(query);
    const end = writeAnswer(must(readQuery(packet, query.length)), planAnswer(BLOCKED), packet);
    expect(packet.slice(0, end)).toEqual(send(must(readQuery(query)), BLOCKED));
  });

  it('gets another id in place', () => {
    const packet = send(ask(), {});
    setId(packet, 0xfffe);
    expect(readAnswer(packet)?.id).toBe(0xfffe);
  });

  it.each([
    ['an owner that is not a name', { answers: [addressRecord(1, '192.0.2.1', bytes('01'))] }],
    ['a negative TTL', { answers: [addressRecord(-1, '192.0.2.1')] }],
    ['a TTL of 32 bits', { answers: [addressRecord(2 ** 31, '192.0.2.1')] }],
    ['half a second', { answers: [addressRecord(0.5, '192.0.2.1')] }],
    ['a response code above 4095', { rcode: 4096 }],
    ['data beyond one message', { answers: [txtRecord(1, 'x'.repeat(65_000))] }],
    ['records beyond one message', { answers: Array(20).fill(txtRecord(1, 'x'.repeat(4000))) }],
  ])('is not planned with %s', (_, spec) => {
    expect(() => planAnswer(spec)).toThrow(RangeError);
  });

  it('needs a buffer of 512 bytes', () => {
    expect(() => writeAnswer(ask(), planAnswer({}), new Uint8Array(511))).toThrow(RangeError);
  });
});

describe('an answer above the limit', () => {
  // 12 + 21 of question, 11 of OPT, 4 + 2 + text of EDE; TXT records fill the rest.
  const error = extendedError(EDE.blocked, 'why');
  const filled = (size: number) => ({
    answers: [{ name: null, type: 16, ttl: 1, rdata: new Uint8Array(size - 12) }],
    error,
  });
  const asked = () => ask({ udpSize: 512 });

  it.each([
    ['keeps all at exactly the limit', 512 - 33 - 11 - 9, 512, [{ code: 15, text: 'why' }]],
    ['drops the text one byte above', 512 - 33 - 11 - 8, 510, [{ code: 15, text: '' }]],
    ['keeps the bare code at exactly the limit', 512 - 33 - 11 - 6, 512, [{ code: 15, text: '' }]],
    ['drops the code one byte above', 512 - 33 - 11 - 5, 507, []],
    ['keeps the records at exactly the limit', 512 - 33 - 11, 512, []],
  ])('%s', (_, size, length, errors) => {
    const packet = send(asked(), filled(size));
    expect(packet).toHaveLength(length);
    expect(errorsOf(packet)).toEqual(errors);
    expect(readAnswer(packet)).toMatchObject({ truncated: false, end: length });
    expect(readAnswer(packet)?.records).toHaveLength(1);
  });

  it('is cut to the question and OPT with TC one byte above that', () => {
    const packet = send(asked(), filled(512 - 33 - 10));
    expect(hex(packet)).toBe(
      hex(bytes(`1234 8380 0001 0000 0000 0001 ${QUESTION} 00 0029 04d0 00000000 0000`)),
    );
  });

  it('keeps its response code when cut', () => {
    const packet = send(asked(), { ...filled(900), rcode: RCODE.nxDomain });
    expect(readAnswer(packet)).toMatchObject({ truncated: true, rcode: RCODE.nxDomain, records: [] });
  });

  it('is cut at 512 bytes for a client without EDNS, and has no OPT then', () => {
    expect(send(ask({ udpSize: 0 }), filled(512 - 33))).toHaveLength(512);
    expect(hex(send(ask({ udpSize: 0 }), filled(512 - 32)))).toBe(
      hex(bytes(`1234 8380 0001 0000 0000 0000 ${QUESTION}`)),
    );
  });

  it('is cut by the buffer too', () => {
    const out = new Uint8Array(600);
    const end = writeAnswer(ask(), planAnswer(filled(700)), out);
    expect(readAnswer(out.subarray(0, end))?.truncated).toBe(true);
  });

  it('is whole on a stream', () => {
    const query = asked();
    useStream(query, false);
    expect(send(query, filled(60_000))).toHaveLength(33 + 60_000 + 11 + 9);
  });

  it('is padded with zeros to 468 bytes for a client that padded, never above the limit', () => {
    const query = ask({ padTo: 128 });
    useStream(query, true);
    const packet = send(query, BLOCKED);
    expect(packet).toHaveLength(468);
    expect(errorsOf(packet)).toEqual([{ code: 17, text: 'chosen by your family' }]);
    expect(packet.slice(-300).every((byte) => byte === 0)).toBe(true);
    expect(send(query, filled(468 - 33 - 11 - 9 - 3))).toHaveLength(936);
    query.limit = 500;
    expect(send(query, filled(460 - 33 - 11 - 9))).toHaveLength(468);
    expect(send(query, filled(470 - 33 - 11 - 9))).toHaveLength(500);
    expect(send(query, filled(498 - 33 - 11 - 9))).toHaveLength(498);
  });
});

describe('an error', () => {
  function refuse(packet: string, rcode?: number): string {
    const out = new Uint8Array(512).fill(0xee);
    return hex(out.slice(0, writeError(must(readQuery(bytes(packet))), out, rcode)));
  }

  it.each([
    [
      'FORMERR without a question it could not read',
      '0102 0100 0001 0000 0000 0000 c00c',
      '0102 8181 0000 0000 0000 0000',
    ],
    [
      'FORMERR with a question it could read',
      '0102 0100 0001 0001 0000 0000 01 "a" 00 0001 0001',
      '0102 8181 0001 0000 0000 0000 01 "a" 00 0001 0001',
    ],
    [
      'NOTIMP with the opcode that was asked',
      '0102 2000 0001 0000 0000 0000',
      '0102 a084 0000 0000 0000 0000',
    ],
    [
      'NOTIMP with an OPT record when one came',
      '0102 2000 0001 0000 0000 0001 01 "a" 00 0006 0001 00 0029 1000 00000000 0000',
      '0102 a084 0001 0000 0000 0001 01 "a" 00 0006 0001 00 0029 04d0 00000000 0000',
    ],
    [
      'BADVERS with an OPT record of version 0',
      '0102 0000 0001 0000 0000 0001 01 "a" 00 0001 0001 00 0029 1000 00 07 0000 0000',
      '0102 8080 0001 0000 0000 0001 01 "a" 00 0001 0001 00 0029 04d0 01 00 0000 0000',
    ],
  ])('is %s', (_, packet, answer) => {
    expect(refuse(packet)).toBe(hex(bytes(answer)));
  });

  it('is any code that the caller wants', () => {
    const query = '0102 0100 0001 0000 0000 0000 00 0001 0001';
    expect(refuse(query, RCODE.refused)).toBe(hex(bytes('0102 8185 0001 0000 0000 0000 00 0001 0001')));
    expect(refuse(query, RCODE.servFail)).toBe(hex(bytes('0102 8182 0001 0000 0000 0000 00 0001 0001')));
  });

  it('is SERVFAIL, not success, when the code needs an OPT record that the client cannot read', () => {
    const query = '0102 0100 0001 0000 0000 0000 00 0001 0001';
    for (const rcode of [RCODE.badVers, 23, 4095]) {
      expect(refuse(query, rcode)).toBe(hex(bytes('0102 8182 0001 0000 0000 0000 00 0001 0001')));
    }
    const edns = '0102 0100 0001 0000 0000 0001 00 0001 0001 00 0029 1000 00000000 0000';
    expect(readAnswer(bytes(refuse(edns, 23)))?.rcode).toBe(23);
  });
});
