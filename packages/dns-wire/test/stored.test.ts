// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import {
  addressRecord,
  answerText,
  cnameRecord,
  EDE,
  extendedError,
  planAnswer,
  RCODE,
  readAnswer,
  readQuery,
  type StoredAnswer,
  soaRecord,
  storeAnswer,
  textToName,
  writeAnswer,
  writeQuery,
  writeStored,
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

function store(packet: Uint8Array): StoredAnswer {
  return must(storeAnswer(packet, must(readAnswer(packet))));
}

function serve(spec: Partial<Parameters<typeof writeQuery>[0]>, stored: StoredAnswer, seconds = 0) {
  const query = must(
    readQuery(writeQuery({ id: 5, name: must(textToName('WWW.example.ORG')), qtype: 1, ...spec })),
  );
  const out = new Uint8Array(4096).fill(0xee);
  return out.slice(0, writeStored(query, stored, { out, seconds }));
}

describe('a stored reply', () => {
  it('goes to another client with its id and case, aged, with our OPT in place of the old one', () => {
    expect(hex(serve({ dnssecOk: true }, store(bytes(REPLY)), 100))).toBe(
      hex(
        bytes(`0005 81a0 0001 0002 0001 0002 03 "WWW" 07 "example" 03 "ORG" 00 0001 0001
          c00c 0005 0001 00000dac 0006 03 "cdn" c010
          c02d 0001 0001 00000000 0004 c0000209
          c010 0002 0001 0001511c 0005 02 "ns" c010
          c04f 0001 0001 0001511c 0004 c000020a
          00 0029 04d0 0000 8000 0000`),
      ),
    );
  });

  it('does not lean on the packet it came in, a Buffer of Node either', () => {
    const packet = Buffer.from(bytes(REPLY));
    const stored = store(packet);
    const before = hex(serve({}, stored));
    packet.fill(0);
    expect(hex(serve({}, stored))).toBe(before);
    expect(stored.tail.buffer).not.toBe(packet.buffer);
  });

  it('has no OPT, and no AD, for a client that knows neither', () => {
    const packet = serve({ udpSize: 0 }, store(bytes(REPLY)));
    expect(readAnswer(packet)).toMatchObject({ flags: 0x8180, opt: null });
    expect(readAnswer(packet)?.records).toHaveLength(4);
  });

  it('keeps AD for a client that knows it without DNSSEC records', () => {
    const packet = writeQuery({ id: 5, name: must(textToName('www.example.org')), qtype: 1, udpSize: 0 });
    packet[3] = 0x20;
    const out = new Uint8Array(512);
    writeStored(must(readQuery(packet)), store(bytes(REPLY)), { out, seconds: 0 });
    expect(readAnswer(out)?.flags).toBe(0x81a0);
  });

  it('never says AA, and keeps TC and the response code', () => {
    const packet = bytes(`0001 8783 0001 0000 0000 0000 ${QUESTION}`);
    expect(readAnswer(serve({}, store(packet)))).toMatchObject({ flags: 0x8383, rcode: 3, truncated: true });
  });

  it('may get a reason', () => {
    const query = must(readQuery(writeQuery({ id: 5, name: must(textToName('www.example.org')), qtype: 1 })));
    const out = new Uint8Array(512);
    const end = writeStored(query, store(bytes(REPLY)), {
      out,
      seconds: 0,
      error: extendedError(EDE.staleAnswer),
    });
    expect(answerText(out.subarray(0, end))).toContain('ede: 3 STALEANSWER ""');
  });

  it('loses its old OPT wherever that stood, and only additional records with it', () => {
    const glue = 'c00c 0001 0001 0000003c 0004 c0000201';
    const stored = store(bytes(`0001 8180 0001 0001 0000 0003 ${QUESTION} ${glue} ${glue} ${OPT} ${glue}`));
    expect(stored).toMatchObject({ answers: 1, authority: 0, additional: 1, cacheSeconds: 60 });
    expect(readAnswer(serve({}, stored))?.records.map(({ section }) => section)).toEqual([
      'answer',
      'additional',
    ]);
  });

  it('is cut with TC when it is too long for the client', () => {
    const a = 'c00c 0001 0001 0000003c 0004 c0000201';
    const stored = store(bytes(`0001 8180 0001 001e 0000 0000 ${QUESTION} ${a.repeat(30)}`));
    expect(readAnswer(serve({ udpSize: 0 }, stored, 9))).toMatchObject({ truncated: true, records: [] });
    expect(readAnswer(serve({ udpSize: 1232 }, stored, 9))?.records.every(({ ttl }) => ttl === 51)).toBe(
      true,
    );
  });

  it('counts a TTL with its top bit as zero', () => {
    const stored = store(
      bytes(`0001 8180 0001 0001 0000 0000 ${QUESTION} c00c 0001 0001 ffffffff 0004 c0000201`),
    );
    expect(hex(serve({}, stored, 1))).toContain(hex(bytes('c00c 0001 0001 00000000 0004')));
    expect(readAnswer(serve({}, stored, 0))?.records[0]?.ttl).toBe(0);
  });

  it('is not made without a question, and not used for a name of another length', () => {
    const bare = bytes('0001 8182 0000 0000 0000 0000');
    expect(storeAnswer(bare, must(readAnswer(bare)))).toBeNull();
    const other = must(readQuery(writeQuery({ id: 5, name: must(textToName('a.example')), qtype: 1 })));
    const use = { out: new Uint8Array(512), seconds: 0 };
    expect(() => writeStored(other, store(bytes(REPLY)), use)).toThrow(RangeError);
  });

  it('is the same packet as our own answer, stored and served again', () => {
    const target = must(textToName('safe.example'));
    const spec = { id: 5, name: must(textToName('WWW.example.ORG')), qtype: 1 };
    const soa = soaRecord(30, {
      mname: target,
      rname: target,
      serial: 1,
      refresh: 2,
      retry: 3,
      expire: 4,
      minimum: 5,
    });
    const plan = planAnswer({
      rcode: RCODE.nxDomain,
      answers: [cnameRecord(60, target), addressRecord(70, '192.0.2.7', target)],
      authority: [soa],
    });
    const out = new Uint8Array(512);
    const packet = out.slice(0, writeAnswer(must(readQuery(writeQuery(spec))), plan, out));
    expect(readAnswer(packet)?.cacheSeconds).toBe(5);
    expect(serve(spec, store(packet))).toEqual(packet);
  });
});
