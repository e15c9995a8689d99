// SPDX-License-Identifier: Apache-2.0
import { get8, get16, put16 } from './bytes.ts';
import {
  CLASS,
  FLAG,
  HEADER_BYTES,
  OPCODE_MASK,
  OPTION,
  RCODE,
  STREAM_MAX,
  TYPE,
  UDP_MAX,
  UDP_MIN,
} from './codes.ts';
import { findOption, OPT_BYTES, readOptHead, writeOpt } from './edns.ts';
import { nameEnd, plainNameEnd } from './name.ts';

// A query is read once for each packet a resolver receives, so `readQuery` fills one record that the caller
// keeps and uses again, and never builds a string.

/**
 * RFC 8467 4.1: answers are padded to a multiple of this when the client padded, on encrypted transports
 * only.
 */
const PAD_ANSWERS_TO = 468;

const RECORD_FIXED = 10;
const NO_BYTES = new Uint8Array(0);

/** A question as received. All offsets and sizes are bytes from the packet's first byte. */
export interface Query {
  /** The packet that was read; the name is read from here when an answer is written. */
  packet: Uint8Array;
  /** False: answer it with `rcode` (`writeError`) and nothing else. */
  ok: boolean;
  /** `RCODE.noError`, or why the question is refused: formErr, notImp or badVers. */
  rcode: number;
  id: number;
  /** The 16 bits after the id, as received; see `FLAG`. */
  flags: number;
  /** 0 for a standard query. */
  opcode: number;
  /**
   * The name's wire bytes are `packet` from `HEADER_BYTES` (12) on, this many, root label included; 0 if
   * unreadable.
   */
  nameLength: number;
  qtype: number;
  qclass: number;
  /** Offset after the question; 12 when it could not be read, and then the answer carries none. */
  questionEnd: number;
  /** Whether an OPT record came; the four after it hold only then. */
  edns: boolean;
  /** Largest UDP message that the client takes, as it said. */
  udpSize: number;
  version: number;
  dnssecOk: boolean;
  /** Whether the client padded its query (RFC 7830). */
  padded: boolean;
  /** Bytes that the answer may have: over UDP as set by `readQuery`, else `useStream`. */
  limit: number;
  /** The answer is padded to a multiple of this; 0 for none. Set by `useStream`. */
  padTo: number;
  /** Offset after the last record read; bytes beyond are ignored. */
  end: number;
}

/** An empty record for `readQuery` to fill; make one for each socket or connection. */
export function newQuery(): Query {
  return {
    packet: NO_BYTES,
    ok: false,
    rcode: RCODE.formErr,
    id: 0,
    flags: 0,
    opcode: 0,
    nameLength: 0,
    qtype: 0,
    qclass: 0,
    questionEnd: HEADER_BYTES,
    edns: false,
    udpSize: UDP_MIN,
    version: 0,
    dnssecOk: false,
    padded: false,
    limit: UDP_MIN,
    padTo: 0,
    end: HEADER_BYTES,
  };
}

/**
 * Reads the question of a DNS message (RFC 1035 4.1, RFC 6891, RFC 9619). Never throws, never reads at or
 * beyond `length`.
 *
 * Refused with FORMERR: not exactly one question, records in the answer or authority section, a name with a
 * pointer, a label above 63 or a length above 255, a section cut off, two OPT records or options that do not
 * add up. NOTIMP: any opcode but 0. BADVERS: an EDNS version but 0. Bytes after the last record are ignored.
 *
 * @param length bytes of `packet` that were received
 * @param into filled and returned; a new one by default
 * @returns null when nothing may be sent: fewer than 12 bytes, or a response
 */
export function readQuery(
  packet: Uint8Array,
  length = packet.length,
  into: Query = newQuery(),
): Query | null {
  const size = Math.min(length, packet.length);
  if (size < HEADER_BYTES || (get8(packet, 2) & 0x80) !== 0) return null;
  reset(into, packet);
  into.id = get16(packet, 0);
  into.flags = get16(packet, 2);
  into.opcode = (into.flags & OPCODE_MASK) >>> 11;
  // Read for another opcode too: NOTIMP must carry an OPT record if the query did (RFC 6891 6.1.1).
  const fault = readSections(into, size);
  into.rcode = into.opcode === 0 ? fault : RCODE.notImp;
  into.ok = into.rcode === RCODE.noError;
  return into;
}

function reset(query: Query, packet: Uint8Array): void {
  query.packet = packet;
  query.nameLength = 0;
  query.qtype = 0;
  query.qclass = 0;
  query.questionEnd = HEADER_BYTES;
  query.edns = false;
  query.udpSize = UDP_MIN;
  query.version = 0;
  query.dnssecOk = false;
  query.padded = false;
  query.limit = UDP_MIN;
  query.padTo = 0;
  query.end = HEADER_BYTES;
}

function readSections(query: Query, size: number): number {
  const { packet } = query;
  if (get16(packet, 4) !== 1) return RCODE.formErr;
  const end = plainNameEnd(packet, HEADER_BYTES, size);
  if (end < 0 || end + 4 > size) return RCODE.formErr;
  query.nameLength = end - HEADER_BYTES;
  query.qtype = get16(packet, end);
  query.qclass = get16(packet, end + 2);
  query.questionEnd = end + 4;
  query.end = end + 4;
  if (get16(packet, 6) !== 0 || get16(packet, 8) !== 0) return RCODE.formErr;
  return readAdditional(query, size);
}

function readAdditional(query: Query, size: number): number {
  const { packet } = query;
  for (let left = get16(packet, 10); left > 0; left -= 1) {
    const fixed = nameEnd(packet, query.end, size);
    if (fixed < 0 || fixed + RECORD_FIXED > size) return RCODE.formErr;
    const end = fixed + RECORD_FIXED + get16(packet, fixed + 8);
    if (end > size) return RCODE.formErr;
    if (get16(packet, fixed) === TYPE.opt) {
      // Its owner is the root, one byte.
      if (query.edns || fixed !== query.end + 1) return RCODE.formErr;
      const padding = findOption(packet, { from: fixed + RECORD_FIXED, to: end }, OPTION.padding);
      if (padding < 0) return RCODE.formErr;
      query.padded = padding > 0;
      takeOpt(query, fixed);
    }
    query.end = end;
  }
  return query.edns && query.version !== 0 ? RCODE.badVers : RCODE.noError;
}

function takeOpt(query: Query, at: number): void {
  const opt = readOptHead(query.packet, at);
  query.edns = true;
  query.udpSize = opt.udpSize;
  query.version = opt.version;
  query.dnssecOk = opt.dnssecOk;
  query.limit = Math.min(Math.max(opt.udpSize, UDP_MIN), UDP_MAX);
}

/**
 * Says that the answer goes by TCP, TLS, HTTPS or QUIC, so it may have 65,535 bytes. On an encrypted one the
 * answer is padded to 468 bytes when the client padded its query (RFC 8467 4.1).
 */
export function useStream(query: Query, encrypted: boolean): void {
  query.limit = STREAM_MAX;
  query.padTo = encrypted && query.padded ? PAD_ANSWERS_TO : 0;
}

/** What to ask an upstream server. */
export interface QuerySpec {
  /** 0 to 65535; must be unguessable where the answer comes by UDP. */
  readonly id: number;
  /** Uncompressed wire bytes, sent as they are. */
  readonly name: Uint8Array;
  readonly qtype: number;
  /** IN by default. */
  readonly qclass?: number;
  /** RD, true by default. */
  readonly recursionDesired?: boolean;
  /** CD, false by default. */
  readonly checkingDisabled?: boolean;
  /** DO, false by default. */
  readonly dnssecOk?: boolean;
  /** What we take over UDP; 1232 by default, 0 to send no OPT record at all. */
  readonly udpSize?: number;
  /**
   * Pads to a multiple of this many bytes (RFC 8467: 128 for queries, encrypted transports only); 0 by
   * default.
   */
  readonly padTo?: number;
}

/**
 * A query message of its own. It carries nothing of the client's: no subnet, no cookie, no option.
 * @throws RangeError when `name` is not exactly one well-formed wire name
 */
export function writeQuery(spec: QuerySpec): Uint8Array {
  const { name, udpSize = UDP_MAX, padTo = 0 } = spec;
  if (plainNameEnd(name, 0, name.length) !== name.length) throw new RangeError('not a wire name');
  const questionEnd = HEADER_BYTES + name.length + 4;
  const out = new Uint8Array(questionEnd + OPT_BYTES + (padTo > 0 ? 4 + padTo : 0));
  put16(out, 0, spec.id);
  const desired = (spec.recursionDesired ?? true) ? FLAG.recursionDesired : 0;
  put16(out, 2, desired | (spec.checkingDisabled ? FLAG.checkingDisabled : 0));
  put16(out, 4, 1);
  out.set(name, HEADER_BYTES);
  put16(out, questionEnd - 4, spec.qtype);
  put16(out, questionEnd - 2, spec.qclass ?? CLASS.in);
  if (udpSize === 0) return out.subarray(0, questionEnd);
  put16(out, 10, 1);
  const end = writeOpt(out, questionEnd, {
    udpSize,
    rcode: RCODE.noError,
    dnssecOk: spec.dnssecOk ?? false,
    options: NO_BYTES,
    padTo,
    limit: out.length,
  });
  return out.subarray(0, end);
}
