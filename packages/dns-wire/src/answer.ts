// SPDX-License-Identifier: Apache-2.0
import { get8, get16, get32, joinBytes, put16, put32 } from './bytes.ts';
import { CLASS, FLAG, HEADER_BYTES, OPCODE_MASK, RCODE, STREAM_MAX, UDP_MAX, UDP_MIN } from './codes.ts';
import { type ExtendedError, fitError, OPT_BYTES, writeOpt } from './edns.ts';
import { plainNameEnd } from './name.ts';
import type { Query } from './question.ts';
import { TTL_MAX, type WireRecord } from './records.ts';

// The idea: everything after the question of an answer is the same for every client that gets the same
// verdict, because a record of the name that was asked has the owner C0 0C, a pointer to where each question
// begins. So a verdict is made into bytes once (a plan), and answering is three copies: header, question,
// plan; then an OPT record of 11 bytes with the reason. Blocking `www.example.org` by NXDOMAIN:
//
//   id 8183 0001 0000 0001 0001  03 www 07 example 03 org 00 0001 0001  c00c 0006 ... SOA  00 0029 ... EDE

/** Owner of a record of the name that was asked: a pointer to offset 12. */
const ASKED_NAME = Uint8Array.of(0xc0, HEADER_BYTES);

const RECORD_FIXED = 10;
const RCODE_MAX = 0xfff;
/** Beside it the longest question and an OPT record fit into a stream message. */
const TAIL_MAX = STREAM_MAX - UDP_MIN;
const NO_OPTIONS = new Uint8Array(0);
const NO_TTLS: readonly number[] = [];

/** All that follows the question, ready to copy, and what the header says about it. */
export interface AnswerPlan {
  /** Whole response code, 0 to 4095; above 15 it is said as SERVFAIL to a client without EDNS. */
  readonly rcode: number;
  /** AA, AD and TC as they are to be sent; the other bits come from the query. */
  readonly flags: number;
  readonly answers: number;
  readonly authority: number;
  readonly additional: number;
  /** The records, no OPT among them; pointers only into the question or among themselves. */
  readonly tail: Uint8Array;
  readonly error: ExtendedError | null;
  /** Offsets within `tail` of the TTLs that age; none in a plan of our own. */
  readonly ttlAt: readonly number[];
}

/** What an answer says. Everything may be left out: then it is NOERROR without data. */
export interface AnswerSpec {
  readonly rcode?: number;
  readonly answers?: readonly WireRecord[];
  /** For "no such name" and "no such data", `negativeSoa`. */
  readonly authority?: readonly WireRecord[];
  readonly error?: ExtendedError;
  /** AA: we are the authority for this name (our own names only). */
  readonly authoritative?: boolean;
}

/**
 * Makes the bytes of an answer once.
 * @throws RangeError for an owner that is not a wire name, records above 65,023 bytes, a TTL or response code
 * out of range
 */
export function planAnswer(spec: AnswerSpec): AnswerPlan {
  const { rcode = RCODE.noError, answers = [], authority = [] } = spec;
  if (!Number.isInteger(rcode) || rcode < 0 || rcode > RCODE_MAX)
    throw new RangeError('response code out of range');
  const tail = joinBytes([...answers, ...authority].map(recordBytes));
  if (tail.length > TAIL_MAX) throw new RangeError('records too long for one message');
  return {
    rcode,
    flags: spec.authoritative ? FLAG.authoritative : 0,
    answers: answers.length,
    authority: authority.length,
    additional: 0,
    tail,
    error: spec.error ?? null,
    ttlAt: NO_TTLS,
  };
}

function recordBytes(record: WireRecord): Uint8Array {
  const { type, ttl, rdata } = record;
  const name = record.name ?? ASKED_NAME;
  if (record.name && plainNameEnd(name, 0, name.length) !== name.length)
    throw new RangeError('not a wire name');
  if (!Number.isInteger(ttl) || ttl < 0 || ttl > TTL_MAX) throw new RangeError('TTL out of range');
  if (rdata.length > TAIL_MAX) throw new RangeError('record data too long');
  const fixed = new Uint8Array(RECORD_FIXED);
  put16(fixed, 0, type);
  put16(fixed, 2, CLASS.in);
  put32(fixed, 4, ttl);
  put16(fixed, 8, rdata.length);
  return joinBytes([name, fixed, rdata]);
}

/**
 * Writes the answer to a query: its id, RD and CD, its question byte for byte (so 0x20 case is kept), RA set,
 * the plan, and to a client that spoke EDNS an OPT record with the Extended DNS Error.
 *
 * Above `query.limit` (or `out.length`) it drops the error's text, then the error, then all records and sets
 * TC (RFC 2181 section 9), so that the client asks again by TCP.
 *
 * @param out at least 512 bytes; may be the query's own packet
 * @returns bytes written
 * @throws RangeError when `out` is shorter
 */
export function writeAnswer(query: Query, plan: AnswerPlan, out: Uint8Array): number {
  return sendPlan(query, plan, { out, flags: plan.flags, error: plan.error, seconds: 0 });
}

/** What differs from one sending of a plan to the next. */
export interface Sending {
  readonly out: Uint8Array;
  /** In place of the plan's own. */
  readonly flags: number;
  readonly error: ExtendedError | null;
  /** Taken from the TTLs at `plan.ttlAt`. */
  readonly seconds: number;
}

/** `writeAnswer` and `writeStored` below their differences. */
export function sendPlan(query: Query, plan: AnswerPlan, sending: Sending): number {
  const { out } = sending;
  if (out.length < UDP_MIN) throw new RangeError('an answer needs a buffer of 512 bytes');
  const limit = Math.min(query.limit, out.length);
  const room = limit - query.questionEnd - (query.edns ? OPT_BYTES : 0);
  const options = fitError(query.edns ? sending.error : null, room - plan.tail.length);
  let end = query.questionEnd;
  writeQuestion(query, out);
  if (options === null) {
    writeHead(query, { rcode: plan.rcode, flags: FLAG.truncated }, out);
  } else {
    writeHead(query, { rcode: plan.rcode, flags: sending.flags }, out);
    put16(out, 6, plan.answers);
    put16(out, 8, plan.authority);
    put16(out, 10, plan.additional);
    out.set(plan.tail, end);
    if (sending.seconds > 0) ageTail(out, end, { ttlAt: plan.ttlAt, seconds: sending.seconds });
    end += plan.tail.length;
  }
  if (!query.edns) return end;
  put16(out, 10, get16(out, 10) + 1);
  return writeOpt(out, end, {
    udpSize: UDP_MAX,
    rcode: plan.rcode,
    dnssecOk: query.dnssecOk,
    options: options ?? NO_OPTIONS,
    padTo: query.padTo,
    limit,
  });
}

const COPIED_FLAGS = OPCODE_MASK | FLAG.recursionDesired | FLAG.checkingDisabled;

function writeHead(query: Query, said: { rcode: number; flags: number }, out: Uint8Array): void {
  const rcode = query.edns || said.rcode < 16 ? said.rcode & 15 : RCODE.servFail;
  put16(out, 0, query.id);
  put16(out, 2, FLAG.response | FLAG.recursionAvailable | (query.flags & COPIED_FLAGS) | said.flags | rcode);
  put16(out, 4, query.questionEnd > HEADER_BYTES ? 1 : 0);
  put32(out, 6, 0);
  put16(out, 10, 0);
}

function writeQuestion(query: Query, out: Uint8Array): void {
  const { packet, questionEnd } = query;
  if (out === packet) return;
  // A loop, not set(subarray): for a question's 30 bytes the view costs more than the copy.
  for (let i = HEADER_BYTES; i < questionEnd; i += 1) out[i] = get8(packet, i);
}

function ageTail(out: Uint8Array, from: number, age: { ttlAt: readonly number[]; seconds: number }): void {
  const { ttlAt } = age;
  // Counted, not for-of: an iterator costs more than the two or three TTLs it finds.
  for (let i = 0; i < ttlAt.length; i += 1) {
    const at = from + (ttlAt[i] ?? 0);
    const ttl = get32(out, at);
    put32(out, at, ttl > TTL_MAX ? 0 : Math.max(0, ttl - age.seconds));
  }
}

const ERRORS: readonly AnswerPlan[] = Array.from({ length: RCODE.badVers + 1 }, (_, rcode) =>
  planAnswer({ rcode }),
);

/**
 * Writes an answer that is only a response code: FORMERR, SERVFAIL, NOTIMP, REFUSED, or by default why
 * `readQuery` refused the query. For one with an Extended DNS Error make a plan. Buffer and result as in
 * `writeAnswer`.
 */
export function writeError(query: Query, out: Uint8Array, rcode: number = query.rcode): number {
  return writeAnswer(query, ERRORS[rcode] ?? planAnswer({ rcode }), out);
}

/** Puts another id on a message. */
export function setId(packet: Uint8Array, id: number): void {
  put16(packet, 0, id);
}
