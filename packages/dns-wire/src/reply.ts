// SPDX-License-Identifier: Apache-2.0
import { get8, get16, get32, lowerByte, put32 } from './bytes.ts';
import { FLAG, HEADER_BYTES, OPCODE_MASK, RCODE, TYPE } from './codes.ts';
import { readOptHead } from './edns.ts';
import { nameEnd, plainNameEnd } from './name.ts';
import { TTL_MAX } from './records.ts';

/** Where one record of a message stands; offsets in bytes from the message's first. */
export interface RecordAt {
  readonly section: 'answer' | 'authority' | 'additional';
  /** Offset of the owner name, which may be compressed: `expandName`, `nameToText`. */
  readonly at: number;
  readonly type: number;
  readonly class: number;
  /** Seconds; 0 when the top bit was set (RFC 2181 section 8). */
  readonly ttl: number;
  readonly ttlAt: number;
  readonly rdataAt: number;
  readonly rdataLength: number;
}

/** An answer of another server, read. */
export interface Reply {
  readonly id: number;
  readonly flags: number;
  /** Whole response code, the OPT record's upper bits included. */
  readonly rcode: number;
  /** TC: ask again by TCP. */
  readonly truncated: boolean;
  /** Offset after the question; 12 when there was none, and then `qtype` and `qclass` are 0. */
  readonly questionEnd: number;
  readonly qtype: number;
  readonly qclass: number;
  /** All records in order, the OPT record not among them. */
  readonly records: readonly RecordAt[];
  readonly opt: RecordAt | null;
  /** Seconds that the message may be kept as a whole, see `readAnswer`; 0 for not at all. */
  readonly cacheSeconds: number;
  /** Offset after the last record. */
  readonly end: number;
}

const SECTIONS = ['answer', 'authority', 'additional'] as const;
const RECORD_FIXED = 10;

/**
 * Reads where everything stands in a server's answer. Never throws. Null when it is not a response, has more
 * than one question, is cut off, or has an OPT record twice or elsewhere than in the additional section. What
 * stands inside a record's data is not judged. Bytes after the last record are ignored.
 *
 * `cacheSeconds` is the least TTL of all records; for an answer without the type asked, the SOA's TTL and
 * minimum count (RFC 2308 section 5) and without an SOA it is 0. Other codes than NOERROR and NXDOMAIN and
 * truncated answers: 0.
 *
 * @param packet exactly one message, of at most 65,535 bytes
 */
export function readAnswer(packet: Uint8Array): Reply | null {
  if (packet.length < HEADER_BYTES || (get8(packet, 2) & 0x80) === 0) return null;
  const questionEnd = questionEndOf(packet);
  if (questionEnd < 0) return null;
  const walked = walkRecords(packet, questionEnd);
  if (walked === null) return null;
  const flags = get16(packet, 2);
  const { records, opt, end } = walked;
  const asked = questionEnd > HEADER_BYTES;
  const head = {
    id: get16(packet, 0),
    flags,
    rcode: (flags & 15) | (opt === null ? 0 : readOptHead(packet, opt.ttlAt - 4).extendedRcode),
    truncated: (flags & FLAG.truncated) !== 0,
    questionEnd,
    qtype: asked ? get16(packet, questionEnd - 4) : 0,
    qclass: asked ? get16(packet, questionEnd - 2) : 0,
  };
  return { ...head, records, opt, cacheSeconds: cacheSeconds(packet, { ...head, records }), end };
}

function questionEndOf(packet: Uint8Array): number {
  const questions = get16(packet, 4);
  if (questions === 0) return HEADER_BYTES;
  const end = questions === 1 ? plainNameEnd(packet, HEADER_BYTES, packet.length) : -1;
  return end < 0 || end + 4 > packet.length ? -1 : end + 4;
}

function walkRecords(packet: Uint8Array, from: number): Pick<Reply, 'records' | 'opt' | 'end'> | null {
  const records: RecordAt[] = [];
  let opt: RecordAt | null = null;
  let at = from;
  for (const [i, section] of SECTIONS.entries()) {
    for (let left = get16(packet, 6 + 2 * i); left > 0; left -= 1) {
      const record = recordAt(packet, at, section);
      if (record === null) return null;
      if (record.type !== TYPE.opt) records.push(record);
      else if (opt !== null || section !== 'additional' || record.rdataAt !== at + RECORD_FIXED + 1)
        return null;
      else opt = record;
      at = record.rdataAt + record.rdataLength;
    }
  }
  return { records, opt, end: at };
}

function recordAt(packet: Uint8Array, at: number, section: RecordAt['section']): RecordAt | null {
  const fixed = nameEnd(packet, at, packet.length);
  if (fixed < 0 || fixed + RECORD_FIXED > packet.length) return null;
  const rdataAt = fixed + RECORD_FIXED;
  const rdataLength = get16(packet, fixed + 8);
  if (rdataAt + rdataLength > packet.length) return null;
  const ttl = get32(packet, fixed + 4);
  return {
    section,
    at,
    type: get16(packet, fixed),
    class: get16(packet, fixed + 2),
    ttl: ttl > TTL_MAX ? 0 : ttl,
    ttlAt: fixed + 4,
    rdataAt,
    rdataLength,
  };
}

function cacheSeconds(
  packet: Uint8Array,
  reply: Pick<Reply, 'rcode' | 'truncated' | 'qtype' | 'records'>,
): number {
  const { rcode, truncated, qtype, records } = reply;
  if (truncated || (rcode !== RCODE.noError && rcode !== RCODE.nxDomain)) return 0;
  let least = TTL_MAX;
  let hasData = false;
  let soa: RecordAt | null = null;
  for (const record of records) {
    least = Math.min(least, record.ttl);
    if (record.section === 'answer') hasData ||= record.type === qtype || qtype === TYPE.any;
    if (record.section === 'authority' && record.type === TYPE.soa) soa = record;
  }
  if (hasData && rcode === RCODE.noError) return least;
  // The minimum is an SOA's last number, after two names of at least a byte each.
  if (soa === null || soa.rdataLength < 22) return 0;
  const minimum = get32(packet, soa.rdataAt + soa.rdataLength - 4);
  return Math.min(least, minimum > TTL_MAX ? 0 : minimum);
}

/**
 * Whether `reply` answers the query `sent`: a response of the same id and opcode with the same question. With
 * `exactCase` the name's letters must be as they were sent (0x20, against guessed answers).
 */
export function isAnswerTo(sent: Uint8Array, reply: Uint8Array, exactCase = false): boolean {
  const end = questionEndOf(sent.length < HEADER_BYTES ? NOTHING : sent);
  if (end <= HEADER_BYTES || reply.length < end || get16(reply, 0) !== get16(sent, 0)) return false;
  const flags = get16(reply, 2);
  if ((flags & FLAG.response) === 0 || ((flags ^ get16(sent, 2)) & OPCODE_MASK) !== 0) return false;
  if (get16(reply, 4) !== 1) return false;
  for (let i = HEADER_BYTES; i < end; i += 1) {
    const a = get8(sent, i);
    const b = get8(reply, i);
    // Type and class, the last four bytes, are numbers: no folding there.
    if (a !== b && (exactCase || i >= end - 4 || lowerByte(a) !== lowerByte(b))) return false;
  }
  return true;
}

const NOTHING = new Uint8Array(HEADER_BYTES);

/** Takes `seconds` from the TTL of every record but OPT, in place, never below 0 (RFC 1035 3.2.1). */
export function ageAnswer(packet: Uint8Array, reply: Reply, seconds: number): void {
  for (const record of reply.records) put32(packet, record.ttlAt, Math.max(0, record.ttl - seconds));
}
