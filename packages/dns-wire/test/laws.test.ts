// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import {
  addressRecord,
  ageAnswer,
  answerText,
  cnameRecord,
  extendedError,
  isAnswerTo,
  negativeSoa,
  planAnswer,
  ROOT_NAME,
  readAnswer,
  readQuery,
  readTarget,
  storeAnswer,
  TYPE,
  textToName,
  txtRecord,
  writeAnswer,
  writeError,
  writeQuery,
  writeStored,
} from '../src/index.ts';
import { must } from './bytes.ts';
import { type Seeded, seeded } from './seeded.ts';

const NAME = must(textToName('www.example.org'));
const OUT = new Uint8Array(65_535);

function fullQuery(): Uint8Array {
  return writeQuery({ id: 0x4242, name: NAME, qtype: TYPE.a, dnssecOk: true, padTo: 128 });
}

function fullAnswer(): Uint8Array {
  const plan = planAnswer({
    answers: [cnameRecord(60, NAME), addressRecord(60, '192.0.2.1', NAME), txtRecord(5, 'text')],
    authority: [negativeSoa(10, NAME, ROOT_NAME)],
    error: extendedError(17, 'why'),
  });
  return OUT.slice(0, writeAnswer(must(readQuery(fullQuery())), plan, OUT));
}

/** Everything that the package does with bytes from outside; what it returns is compared, that it returns is the law. */
function digest(packet: Uint8Array): unknown {
  const query = readQuery(packet);
  const refused = query === null ? null : OUT.slice(0, writeError(query, OUT, query.ok ? 5 : undefined));
  const reply = readAnswer(packet);
  const text = answerText(packet);
  if (reply !== null) {
    for (const record of reply.records) readTarget(packet, record);
    const stored = storeAnswer(packet, reply);
    const asked = readQuery(writeQuery({ id: 1, name: NAME, qtype: 1 }));
    if (stored !== null && asked?.questionEnd === stored.questionEnd) {
      writeStored(asked, stored, { out: OUT, seconds: 7 });
    }
    ageAnswer(packet.slice(), reply, 9);
  }
  isAnswerTo(packet, packet);
  return { query: query === null ? null : { ...query, packet: null }, refused, reply, text };
}

/** Bytes like those of a message: small counts, labels, pointers, known types. */
function likely(random: Seeded): Uint8Array {
  const packet = random.bytes(12 + random.int(120));
  if (random.int(8) > 0)
    packet.set([
      0,
      1,
      random.int(2) * 0x80,
      0,
      0,
      random.int(2),
      0,
      random.int(4),
      0,
      random.int(3),
      0,
      random.int(3),
    ]);
  for (let i = 12; i < packet.length; i += 1) {
    const kind = random.int(4);
    if (kind === 0) packet[i] = random.int(8);
    if (kind === 1) packet[i] = 0xc0;
    if (kind === 2) packet[i] = must([0, 1, 5, 6, 12, 16, 41][random.int(7)]);
  }
  return packet;
}

describe('bytes from outside', () => {
  it('never throw and never hang, whatever they are', () => {
    const random = seeded(4);
    for (let i = 0; i < 20_000; i += 1) digest(i % 2 === 0 ? random.bytes(random.int(300)) : likely(random));
  });

  it('never throw when one byte of a good message is another', () => {
    const random = seeded(5);
    for (const good of [fullQuery(), fullAnswer()]) {
      for (let i = 0; i < 5000; i += 1) {
        const packet = good.slice();
        packet[random.int(packet.length)] = random.int(256);
        digest(packet);
      }
    }
  });

  it('never throw when a good message is cut at any byte, and a cut query is never taken for whole', () => {
    const query = fullQuery();
    for (let length = 0; length < query.length; length += 1) {
      digest(query.slice(0, length));
      expect(readQuery(query, length)?.ok ?? false).toBe(false);
    }
    const answer = fullAnswer();
    for (let length = 0; length < answer.length; length += 1) {
      digest(answer.slice(0, length));
      expect(readAnswer(answer.slice(0, length))).toBeNull();
    }
  });

  it('are never read at or beyond the given length', () => {
    const random = seeded(6);
    const samples = [
      fullQuery(),
      fullQuery().subarray(0, 33),
      ...Array.from({ length: 3000 }, () => likely(random)),
    ];
    for (const packet of samples) {
      const length = random.int(packet.length + 1);
      const seen = [0x00, 0xff, 0x01].map((filler) => {
        const buffer = new Uint8Array(packet.length + 64).fill(filler);
        buffer.set(packet.subarray(0, length));
        const query = readQuery(buffer, length);
        return query === null ? null : { ...query, packet: null };
      });
      const exact = readQuery(packet.slice(0, length));
      const wanted = exact === null ? null : { ...exact, packet: null };
      expect(seen).toEqual([wanted, wanted, wanted]);
    }
  });

  it('take no longer length than there are bytes', () => {
    const query = fullQuery();
    expect(readQuery(query, 10_000)).toEqual(readQuery(query));
    expect(readQuery(query, -1)).toBeNull();
    expect(readQuery(query, Number.NaN)?.ok ?? false).toBe(false);
  });

  it('may be of the greatest size with the most records and the longest chains of pointers', () => {
    const packet = new Uint8Array(65_535).fill(0xc0);
    packet.set([0, 1, 0x80, 0, 0, 0, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff]);
    for (let i = 12; i + 1 < packet.length; i += 2) {
      const back = Math.min(Math.max(12, i - 2), 0x3fff);
      packet[i] = 0xc0 | (back >> 8);
      packet[i + 1] = back;
    }
    digest(packet);
  });
});

describe('an answer of ours', () => {
  it('is always a message that can be read whole, answers its query, and keeps to the limit', () => {
    const random = seeded(7);
    for (let i = 0; i < 3000; i += 1) {
      const sent = writeQuery({
        id: random.int(65_536),
        name: random.name(),
        qtype: 1,
        udpSize: random.int(3) * 700,
      });
      const query = must(readQuery(sent));
      const answers = Array.from({ length: random.int(20) }, () =>
        random.int(2) === 0
          ? addressRecord(random.int(99), random.bytes(16))
          : cnameRecord(9, random.name(), random.name()),
      );
      const error = extendedError(random.int(30), 'ж'.repeat(random.int(200)));
      const end = writeAnswer(query, planAnswer({ rcode: random.int(6), answers, error }), OUT);
      const packet = OUT.slice(0, end);
      const reply = must(readAnswer(packet));
      expect(end).toBeLessThanOrEqual(query.limit);
      expect(reply.end).toBe(end);
      expect(isAnswerTo(sent, packet, true)).toBe(true);
      expect(reply.records.length).toBe(reply.truncated ? 0 : answers.length);
      expect(reply.opt === null).toBe(!query.edns);
    }
  });
});
