// SPDX-License-Identifier: Apache-2.0
import { get16 } from './bytes.ts';
import { CLASS, EDE, FLAG, HEADER_BYTES, RCODE, TYPE } from './codes.ts';
import { readExtendedErrors, readOptHead } from './edns.ts';
import { nameToText } from './name.ts';
import { rdataText } from './records.ts';
import { type RecordAt, type Reply, readAnswer } from './reply.ts';

function codeName(codes: Readonly<Record<string, number>>, code: number): string | undefined {
  return Object.keys(codes)
    .find((name) => codes[name] === code)
    ?.toUpperCase();
}

/** `A`, `HTTPS`, or `TYPE65280` for one without a name here (RFC 3597 section 5). */
export function typeText(type: number): string {
  return codeName(TYPE, type) ?? `TYPE${type}`;
}

function classText(value: number): string {
  return codeName(CLASS, value) ?? `CLASS${value}`;
}

function absolute(packet: Uint8Array, at: number): string {
  const text = nameToText(packet, at);
  if (text === null) return '(bad name)';
  return text === '.' ? text : `${text}.`;
}

function recordText(packet: Uint8Array, record: RecordAt): string {
  const { section, at, ttl, type } = record;
  const fixed = `${absolute(packet, at)} ${ttl} ${classText(record.class)} ${typeText(type)}`;
  return `${section}: ${fixed} ${rdataText(packet, record)}`;
}

function ednsText(packet: Uint8Array, opt: RecordAt): string[] {
  const head = readOptHead(packet, opt.ttlAt - 4);
  const errors = readExtendedErrors(packet, opt.rdataAt, opt.rdataAt + opt.rdataLength);
  return [
    `edns: version ${head.version}, udp ${head.udpSize}${head.dnssecOk ? ', do' : ''}`,
    ...errors.map(({ code, text }) => `ede: ${code} ${codeName(EDE, code) ?? ''} ${JSON.stringify(text)}`),
  ];
}

function headText(reply: Reply): string {
  const set = Object.entries(FLAG).filter(([, bit]) => (reply.flags & bit) !== 0);
  const status = codeName(RCODE, reply.rcode) ?? `RCODE${reply.rcode}`;
  return `status: ${status}, id ${reply.id}, flags: ${set.map(([name]) => name).join(' ')}`;
}

/** An answer as lines of text, for tests and the command line; null when `readAnswer` cannot read it. */
export function answerText(packet: Uint8Array): string | null {
  const reply = readAnswer(packet);
  if (reply === null) return null;
  const lines = [headText(reply)];
  if (reply.questionEnd > HEADER_BYTES) {
    const qclass = classText(get16(packet, reply.questionEnd - 2));
    lines.push(`question: ${absolute(packet, HEADER_BYTES)} ${qclass} ${typeText(reply.qtype)}`);
  }
  if (reply.opt !== null) lines.push(...ednsText(packet, reply.opt));
  for (const record of reply.records) lines.push(recordText(packet, record));
  return lines.join('\n');
}
