// SPDX-License-Identifier: Apache-2.0
import { addressBytes, addressText } from './address.ts';
import { get8, get16, get32, joinBytes, put32 } from './bytes.ts';
import { TYPE } from './codes.ts';
import { expandName, nameEnd, nameToText, plainNameEnd } from './name.ts';

// One pair a family: what makes the data of a record, and what reads it. Making happens at set-up, so it
// throws.

/** RFC 2181 section 8: a TTL is 31 bits. */
export const TTL_MAX = 0x7fff_ffff;

const TXT_STRING_MAX = 255;
const SOA_NUMBERS = 20;

/** A record to send, class IN. */
export interface WireRecord {
  /** Owner as uncompressed wire bytes; null for the name that was asked. */
  readonly name: Uint8Array | null;
  readonly type: number;
  /** Seconds, 0 to `TTL_MAX`. */
  readonly ttl: number;
  /** RDATA, without compression; any type may be given so (RFC 3597). */
  readonly rdata: Uint8Array;
}

/** Where a record's data stands in a message. */
export interface RdataAt {
  readonly type: number;
  readonly rdataAt: number;
  readonly rdataLength: number;
}

function wireName(name: Uint8Array): Uint8Array {
  if (plainNameEnd(name, 0, name.length) !== name.length) throw new RangeError('not a wire name');
  return name;
}

/**
 * An A or AAAA record, by the length of the address: text, or 4 or 16 bytes.
 * @throws RangeError for anything that is not an address
 */
export function addressRecord(
  ttl: number,
  address: string | Uint8Array,
  name: Uint8Array | null = null,
): WireRecord {
  const rdata = typeof address === 'string' ? addressBytes(address) : address;
  if (rdata?.length !== 4 && rdata?.length !== 16) throw new RangeError('not an IP address');
  return { name, type: rdata.length === 4 ? TYPE.a : TYPE.aaaa, ttl, rdata };
}

/** Text of the address in an A or AAAA record; null for another type or a wrong length. */
export function readAddress(packet: Uint8Array, record: RdataAt): string | null {
  const wanted = record.type === TYPE.a ? 4 : 16;
  if ((record.type !== TYPE.a && record.type !== TYPE.aaaa) || record.rdataLength !== wanted) return null;
  return addressText(packet.subarray(record.rdataAt, record.rdataAt + wanted));
}

/** A CNAME record. @throws RangeError when `target` is not one wire name */
export function cnameRecord(ttl: number, target: Uint8Array, name: Uint8Array | null = null): WireRecord {
  return { name, type: TYPE.cname, ttl, rdata: wireName(target) };
}

/** An NS record. @throws RangeError when `server` is not one wire name */
export function nsRecord(ttl: number, server: Uint8Array, name: Uint8Array | null = null): WireRecord {
  return { name, type: TYPE.ns, ttl, rdata: wireName(server) };
}

// Bytes of numbers before the one name that is the rest of the data.
const NAME_AFTER: Readonly<Record<number, number>> = {
  [TYPE.ns]: 0,
  [TYPE.cname]: 0,
  [TYPE.ptr]: 0,
  [TYPE.mx]: 2,
  [TYPE.srv]: 6,
};

/**
 * Target name, expanded, of a CNAME, NS, PTR, MX or SRV record, or of SVCB and HTTPS; null otherwise or if
 * malformed.
 */
export function readTarget(packet: Uint8Array, record: RdataAt): Uint8Array | null {
  const end = record.rdataAt + record.rdataLength;
  const isService = record.type === TYPE.svcb || record.type === TYPE.https;
  const before = isService ? 2 : NAME_AFTER[record.type];
  if (before === undefined || before >= record.rdataLength) return null;
  return expandName(packet.subarray(0, end), record.rdataAt + before);
}

/** A TXT record of one text, cut into strings of 255 UTF-8 bytes (RFC 1035 3.3.14). */
export function txtRecord(ttl: number, text: string, name: Uint8Array | null = null): WireRecord {
  const utf8 = new TextEncoder().encode(text);
  const parts: Uint8Array[] = [];
  for (let at = 0; at === 0 || at < utf8.length; at += TXT_STRING_MAX) {
    const part = utf8.subarray(at, at + TXT_STRING_MAX);
    parts.push(Uint8Array.of(part.length), part);
  }
  return { name, type: TYPE.txt, ttl, rdata: joinBytes(parts) };
}

/** The strings of a TXT record put together; null for another type or when a string runs over the end. */
export function readTxt(packet: Uint8Array, record: RdataAt): string | null {
  if (record.type !== TYPE.txt) return null;
  const end = record.rdataAt + record.rdataLength;
  const parts: Uint8Array[] = [];
  let at = record.rdataAt;
  while (at < end) {
    const next = at + 1 + get8(packet, at);
    if (next > end) return null;
    parts.push(packet.subarray(at + 1, next));
    at = next;
  }
  return new TextDecoder().decode(joinBytes(parts));
}

/** The fields of an SOA record (RFC 1035 3.3.13); times in seconds. */
export interface Soa {
  readonly mname: Uint8Array;
  readonly rname: Uint8Array;
  readonly serial: number;
  readonly refresh: number;
  readonly retry: number;
  readonly expire: number;
  readonly minimum: number;
}

/** An SOA record. @throws RangeError when a name is not one wire name */
export function soaRecord(ttl: number, soa: Soa, name: Uint8Array | null = null): WireRecord {
  const numbers = new Uint8Array(SOA_NUMBERS);
  for (const [i, value] of [soa.serial, soa.refresh, soa.retry, soa.expire, soa.minimum].entries()) {
    put32(numbers, i * 4, value);
  }
  return { name, type: TYPE.soa, ttl, rdata: joinBytes([wireName(soa.mname), wireName(soa.rname), numbers]) };
}

/**
 * The SOA record that lets a client keep "no such name" or "no such data" for `seconds`: both its TTL and its
 * minimum (RFC 2308 section 5). Its owner is the name that was asked, so it speaks for no other name.
 */
export function negativeSoa(seconds: number, mname: Uint8Array, rname: Uint8Array): WireRecord {
  const day = 86_400;
  return soaRecord(seconds, {
    mname,
    rname,
    serial: 1,
    refresh: 3600,
    retry: 600,
    expire: day,
    minimum: seconds,
  });
}

/** The fields of an SOA record in a message; null for another type or when malformed. */
export function readSoa(packet: Uint8Array, record: RdataAt): Soa | null {
  const numbers = record.rdataAt + record.rdataLength - SOA_NUMBERS;
  if (record.type !== TYPE.soa || numbers < record.rdataAt + 2) return null;
  const names = packet.subarray(0, numbers);
  const mname = expandName(names, record.rdataAt);
  const second = nameEnd(names, record.rdataAt, numbers);
  const rname = second < 0 ? null : expandName(names, second);
  if (mname === null || rname === null) return null;
  return {
    mname,
    rname,
    serial: get32(packet, numbers),
    refresh: get32(packet, numbers + 4),
    retry: get32(packet, numbers + 8),
    expire: get32(packet, numbers + 12),
    minimum: get32(packet, numbers + 16),
  };
}

/**
 * A record's data as dig prints it; unknown types and malformed data as `\# length hex` (RFC 3597 section 5).
 */
export function rdataText(packet: Uint8Array, record: RdataAt): string {
  return (
    readAddress(packet, record) ??
    txtText(packet, record) ??
    soaText(packet, record) ??
    otherText(packet, record)
  );
}

function txtText(packet: Uint8Array, record: RdataAt): string | null {
  const text = readTxt(packet, record);
  return text === null ? null : JSON.stringify(text);
}

function soaText(packet: Uint8Array, record: RdataAt): string | null {
  const soa = readSoa(packet, record);
  if (soa === null) return null;
  const names = `${absolute(soa.mname)} ${absolute(soa.rname)}`;
  return `${names} ${soa.serial} ${soa.refresh} ${soa.retry} ${soa.expire} ${soa.minimum}`;
}

function otherText(packet: Uint8Array, record: RdataAt): string {
  const { type, rdataAt, rdataLength } = record;
  const target = type in NAME_AFTER ? readTarget(packet, record) : null;
  if (target === null) {
    const bytes = packet.subarray(rdataAt, rdataAt + rdataLength);
    const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
    return `\\# ${rdataLength} ${hex}`.trimEnd();
  }
  let numbers = '';
  for (let i = 0; i < (NAME_AFTER[type] ?? 0); i += 2) numbers += `${get16(packet, rdataAt + i)} `;
  return numbers + absolute(target);
}

/** Name text with the dot that dig prints after it. */
function absolute(name: Uint8Array): string {
  const text = nameToText(name) ?? '';
  return text === '.' ? text : `${text}.`;
}
