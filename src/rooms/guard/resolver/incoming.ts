// SPDX-License-Identifier: EUPL-1.2
import { HEADER_BYTES, RCODE, type Reply, readTarget, storeAnswer, TYPE } from '@rowan/dns-wire';
import type { Asked, Kept } from './cache.ts';
import type { Forwarded } from './forwarder.ts';
import { nameString } from './names.ts';

/**
 * Seconds. A device keeps an answer no longer than the larger one, so that what is closed now is closed everywhere
 * within it; the smaller spares a server that says "do not keep" the same question from every child of a school.
 */
const KEEP_AT_LEAST = 5;
const KEEP_AT_MOST = 60;

const LEADS_ON = new Set<number>([TYPE.cname, TYPE.svcb, TYPE.https]);

/**
 * Makes another server's answer ready to be kept and sent; null for a failure. `until` equals `at` where it may only
 * be sent to those who wait now.
 */
export function readForwarded(forwarded: Forwarded, asked: Asked, now: number): Kept | null {
  if (forwarded.kind !== 'answer') return null;
  const { packet, reply } = forwarded;
  if (reply.rcode !== RCODE.noError && reply.rcode !== RCODE.nxDomain) return null;
  if (reply.questionEnd !== HEADER_BYTES + asked.name.length + 4) return null;
  limitTtls(packet, reply);
  const stored = storeAnswer(packet, reply);
  if (stored === null) return null;
  const seconds = keepSeconds(reply);
  return {
    qtype: asked.qtype,
    options: asked.options,
    name: nameString(asked.name),
    stored,
    targets: targetsOf(packet, reply),
    at: now,
    until: now + seconds * 1000,
  };
}

/** RFC 2308: "no such name" without an SOA record must not be kept. */
function keepSeconds(reply: Reply): number {
  const isNegative = !reply.records.some(({ section }) => section === 'answer');
  if (reply.truncated || (isNegative && reply.cacheSeconds === 0)) return 0;
  return Math.min(Math.max(reply.cacheSeconds, KEEP_AT_LEAST), KEEP_AT_MOST);
}

function limitTtls(packet: Uint8Array, reply: Reply): void {
  const view = new DataView(packet.buffer, packet.byteOffset, packet.byteLength);
  for (const { ttl, ttlAt } of reply.records) {
    view.setUint32(ttlAt, Math.min(Math.max(ttl, KEEP_AT_LEAST), KEEP_AT_MOST));
  }
}

/** The names that an answer leads to, the root ("no other name") not among them. */
function targetsOf(packet: Uint8Array, reply: Reply): Uint8Array[] {
  const targets: Uint8Array[] = [];
  for (const record of reply.records) {
    if (record.section !== 'answer' || !LEADS_ON.has(record.type)) continue;
    const target = readTarget(packet, record);
    if (target !== null && target.length > 1) targets.push(target);
  }
  return targets;
}
