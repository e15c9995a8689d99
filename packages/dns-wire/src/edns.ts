// SPDX-License-Identifier: Apache-2.0
import { get16, joinBytes, put16 } from './bytes.ts';
import { OPTION, TYPE } from './codes.ts';

/** Bytes of an OPT record without options (RFC 6891 6.1.2). */
export const OPT_BYTES = 11;

/**
 * Longest EXTRA-TEXT taken, in UTF-8 bytes: with any question and the other records it still crosses by UDP.
 */
export const EDE_TEXT_MAX = 700;

const OPTION_HEADER = 4;
const INFO_CODE_BYTES = 2;
const DNSSEC_OK = 0x80;
const NO_BYTES = new Uint8Array(0);

/** An EDE option ready to copy: with its text, and the shorter form that is sent when that does not fit. */
export interface ExtendedError {
  readonly whole: Uint8Array;
  readonly bare: Uint8Array;
}

/**
 * Prepares an Extended DNS Error (RFC 8914) once, to be sent many times.
 * @param code INFO-CODE, 0 to 65535, see `EDE`
 * @param text EXTRA-TEXT for people or, as JSON, for draft-ietf-dnsop-structured-dns-error; '' for none
 * @throws RangeError for another code or a text above `EDE_TEXT_MAX` UTF-8 bytes
 */
export function extendedError(code: number, text = ''): ExtendedError {
  if (!Number.isInteger(code) || code < 0 || code > 0xffff)
    throw new RangeError('EDE info code out of range');
  const utf8 = new TextEncoder().encode(text);
  if (utf8.length > EDE_TEXT_MAX) throw new RangeError(`EDE text above ${EDE_TEXT_MAX} bytes`);
  const bare = edeOption(code, NO_BYTES);
  return { whole: utf8.length === 0 ? bare : edeOption(code, utf8), bare };
}

function edeOption(code: number, utf8: Uint8Array): Uint8Array {
  const head = new Uint8Array(OPTION_HEADER + INFO_CODE_BYTES);
  put16(head, 0, OPTION.extendedError);
  put16(head, 2, INFO_CODE_BYTES + utf8.length);
  put16(head, OPTION_HEADER, code);
  return joinBytes([head, utf8]);
}

/**
 * The option bytes that fit into `room` bytes (which the OPT record itself does not use): the whole error,
 * else the error without its text, else nothing; null when `room` is negative.
 */
export function fitError(error: ExtendedError | null, room: number): Uint8Array | null {
  if (room < 0) return null;
  if (error === null) return NO_BYTES;
  if (error.whole.length <= room) return error.whole;
  return error.bare.length <= room ? error.bare : NO_BYTES;
}

/** What stands in an OPT record (RFC 6891 6.1.3). */
export interface OptFields {
  /** Largest UDP message that the sender takes, bytes. */
  readonly udpSize: number;
  /** The whole response code; its upper eight bits travel here. 0 in a query. */
  readonly rcode: number;
  readonly dnssecOk: boolean;
  /** Options, each with its own header. */
  readonly options: Uint8Array;
  /**
   * Pads the message to a multiple of this many bytes (RFC 7830, RFC 8467); 0 for none. Version is always 0.
   */
  readonly padTo: number;
  /** Bytes that the whole message may have; padding stops there. */
  readonly limit: number;
}

/** Writes an OPT record as the last of the message, from offset `at`; returns the offset after it. */
export function writeOpt(out: Uint8Array, at: number, opt: OptFields): number {
  out[at] = 0;
  put16(out, at + 1, TYPE.opt);
  put16(out, at + 3, opt.udpSize);
  out[at + 5] = opt.rcode >>> 4;
  out[at + 6] = 0;
  out[at + 7] = opt.dnssecOk ? DNSSEC_OK : 0;
  out[at + 8] = 0;
  out.set(opt.options, at + OPT_BYTES);
  let end = at + OPT_BYTES + opt.options.length;
  if (opt.padTo > 0) end = writePadding(out, end, opt);
  put16(out, at + 9, end - at - OPT_BYTES);
  return end;
}

function writePadding(out: Uint8Array, at: number, opt: OptFields): number {
  const start = at + OPTION_HEADER;
  const end = Math.min(Math.ceil(start / opt.padTo) * opt.padTo, opt.limit);
  if (end < start) return at;
  put16(out, at, OPTION.padding);
  put16(out, at + 2, end - start);
  out.fill(0, start, end);
  return end;
}

/** The fixed fields of an OPT record whose TYPE begins at `at`; lengths were checked by the caller. */
export interface OptHead {
  udpSize: number;
  extendedRcode: number;
  version: number;
  dnssecOk: boolean;
}

/**
 * Reads udp size, upper response code bits (already shifted), version and DO of the OPT record whose TYPE is
 * at `at`.
 */
export function readOptHead(packet: Uint8Array, at: number): OptHead {
  const extended = get16(packet, at + 4);
  return {
    udpSize: get16(packet, at + 2),
    extendedRcode: (extended >>> 8) << 4,
    version: extended & 0xff,
    dnssecOk: (get16(packet, at + 6) & (DNSSEC_OK << 8)) !== 0,
  };
}

/**
 * Offset of the data of option `code` in the option bytes `from` to `to`; 0 when absent, -1 when the options
 * do not end where they should. The data's length stands in the two bytes before it.
 */
export function findOption(packet: Uint8Array, span: { from: number; to: number }, code: number): number {
  let found = 0;
  let at = span.from;
  while (at + OPTION_HEADER <= span.to) {
    if (found === 0 && get16(packet, at) === code) found = at + OPTION_HEADER;
    at += OPTION_HEADER + get16(packet, at + 2);
  }
  return at === span.to ? found : -1;
}

/** One Extended DNS Error as received. */
export interface ReadError {
  readonly code: number;
  readonly text: string;
}

/**
 * Every EDE option between two offsets of a packet (an OPT record's data); bad UTF-8 becomes U+FFFD, trailing
 * NULs go (RFC 8914 section 2 warns of both). Options cut off or too short for a code are left out.
 */
export function readExtendedErrors(packet: Uint8Array, from: number, to: number): ReadError[] {
  const errors: ReadError[] = [];
  for (let at = from; at + OPTION_HEADER <= to; ) {
    const start = at + OPTION_HEADER;
    const end = start + get16(packet, at + 2);
    if (end > to) break;
    if (get16(packet, at) === OPTION.extendedError && end - start >= INFO_CODE_BYTES) {
      const text = new TextDecoder().decode(packet.slice(start + INFO_CODE_BYTES, end));
      errors.push({ code: get16(packet, start), text: text.replace(/\0+$/, '') });
    }
    at = end;
  }
  return errors;
}
