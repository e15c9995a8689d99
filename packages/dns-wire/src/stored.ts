// SPDX-License-Identifier: Apache-2.0

import { type AnswerPlan, sendPlan } from './answer.ts';
import { copyBytes } from './bytes.ts';
import { FLAG, HEADER_BYTES } from './codes.ts';
import type { ExtendedError } from './edns.ts';
import type { Query } from './question.ts';
import type { Reply } from './reply.ts';

// A server's answer, kept for other clients, is a plan too: its records' pointers lead into the question,
// which has the same length for every client that asks the same name. Only TTLs, case, flags and the OPT
// record differ.

/** A server's answer made ready for a cache. Serves only queries for the same name, type and class. */
export interface StoredAnswer extends AnswerPlan {
  /** `Query.questionEnd` of the queries that it can serve. */
  readonly questionEnd: number;
  /** Seconds it may be kept, as `Reply.cacheSeconds`. */
  readonly cacheSeconds: number;
}

/**
 * Copies an answer's records without its OPT record, which spoke only to us (RFC 6891 6.2.6); records of the
 * additional section after OPT go with it. AA is cleared: we are not the authority. Null without a question.
 */
export function storeAnswer(packet: Uint8Array, reply: Reply): StoredAnswer | null {
  const { questionEnd, opt } = reply;
  if (questionEnd === HEADER_BYTES) return null;
  const end = opt === null ? reply.end : opt.at;
  const kept = reply.records.filter((record) => record.at < end);
  const count = (section: string) => kept.filter((record) => record.section === section).length;
  return {
    rcode: reply.rcode,
    flags: reply.flags & (FLAG.authenticData | FLAG.truncated),
    answers: count('answer'),
    authority: count('authority'),
    additional: count('additional'),
    tail: copyBytes(packet, questionEnd, end),
    error: null,
    questionEnd,
    // Plain numbers: for two or three of them a typed array takes four times the memory.
    ttlAt: kept.map((record) => record.ttlAt - questionEnd),
    cacheSeconds: reply.cacheSeconds,
  };
}

/** How a stored answer is sent. */
export interface StoredUse {
  /** Where it is written, as in `writeAnswer`. */
  readonly out: Uint8Array;
  /** Age of the answer, whole seconds; taken from each TTL. */
  readonly seconds: number;
  /** A reason to add, such as "stale answer". */
  readonly error?: ExtendedError;
}

/**
 * Writes a stored answer for one client: its id and case, aged TTLs, our own OPT record. AD only for a client
 * that knows it, by AD or DO in its query (RFC 6840 5.8). Truncation and result as in `writeAnswer`.
 * @throws RangeError when the query's name has another length than the stored one's, or `out` is too short
 */
export function writeStored(query: Query, stored: StoredAnswer, use: StoredUse): number {
  if (query.questionEnd !== stored.questionEnd) throw new RangeError('stored for another question');
  const knowsAd = query.dnssecOk || (query.flags & FLAG.authenticData) !== 0;
  const flags = knowsAd ? stored.flags : stored.flags & ~FLAG.authenticData;
  return sendPlan(query, stored, { out: use.out, flags, error: use.error ?? null, seconds: use.seconds });
}
