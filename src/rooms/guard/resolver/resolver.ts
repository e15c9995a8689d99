// SPDX-License-Identifier: EUPL-1.2
import {
  type AnswerPlan,
  CLASS,
  FLAG,
  HEADER_BYTES,
  lowerName,
  newQuery,
  type Query,
  ROOT_NAME,
  readQuery,
  STREAM_MAX,
  TYPE,
  useStream,
  writeAnswer,
  writeError,
  writeStored,
} from '@rowan/dns-wire';
import {
  ALLOW_ALWAYS,
  lookupWire,
  openIndex,
  type RatingIndex,
  type Verdict,
  verdictAt,
} from '@rowan/rating-index';
import type { Answers } from './answers.ts';
import { AnswerCache, type Asked, type Kept, placeOf } from './cache.ts';
import type { Client } from './clients.ts';
import type { Forwarded, Forwarder } from './forwarder.ts';
import { readForwarded } from './incoming.ts';
import type { LocalNames } from './local-names.ts';
import type { RatingMeaning } from './messages.ts';
import { nameString, newWalk, walkName } from './names.ts';
import { CLOSED_FOR_EVERYONE, judge, OPEN } from './rules.ts';

/** How a question came; `https` and `tls` are encrypted, and their answers are padded for who asked so. */
export type Transport = 'udp' | 'tcp' | 'tls' | 'https';

/** Takes the bytes of an answer, which are good only during the call; null where nothing may be sent. */
export type Send = (bytes: Uint8Array | null) => void;

/** Questions out with other servers at once, all together and of one client. */
const MAX_FORWARDED = 500;
const MAX_WAITING = 4000;
const MAX_WAITING_EACH = 200;

const DO_BIT = 1;
const CD_BIT = 2;

interface Waiting {
  readonly packet: Uint8Array;
  readonly client: Client;
  readonly transport: Transport;
  readonly send: Send;
}

export interface ResolverParts {
  readonly answers: Answers;
  readonly local: LocalNames;
  readonly forwarder: Forwarder;
  readonly meaning: RatingMeaning;
  /** Milliseconds that only grow. */
  readonly clock: () => number;
  /** Hears that an answer could not be given, and nothing else about it. */
  readonly onFault: () => void;
}

/**
 * Answers one question after the other. It keeps ratings, rules and a minute of other servers' answers, and nothing of
 * who asked what: no list, no count.
 */
export class Resolver {
  readonly #parts: ResolverParts;
  readonly #cache = new AnswerCache();
  readonly #out = new Uint8Array(STREAM_MAX);
  readonly #query = newQuery();
  readonly #walk = newWalk();
  readonly #forwarded = new Map<string, Waiting[]>();
  #waiting = 0;
  #ratings: RatingIndex | null = null;

  constructor(parts: ResolverParts) {
    this.#parts = parts;
  }

  /** From now on these ratings count. What is changed in the buffer later counts at once. */
  useRatings(buffer: SharedArrayBuffer): void {
    this.#ratings = openIndex(buffer);
  }

  /**
   * Answers a packet from `client`, null being a stranger. The packet is the resolver's from now on. `send` is called
   * once, at once or when another server has answered.
   */
  answer(packet: Uint8Array, from: { client: Client | null; transport: Transport }, send: Send): void {
    const query = readQuery(packet, packet.length, this.#query);
    if (query === null) {
      send(null);
      return;
    }
    setTransport(query, from.transport);
    const length = this.#known(query, from.client);
    if (length > 0) send(this.#out.subarray(0, length));
    else if (from.client !== null) this.#wait(query, { ...from, client: from.client, packet, send });
  }

  /** Writes what can be said without asking anybody; 0 where another server must be asked. */
  #known(query: Query, client: Client | null): number {
    if (!query.ok) return writeError(query, this.#out);
    if (client === null) return writeAnswer(query, this.#parts.answers.stranger, this.#out);
    const hash = walkName(this.#walk, query.packet, HEADER_BYTES);
    const own = this.#ownAnswer(query, client);
    if (own !== null) return writeAnswer(query, own, this.#out);
    const options = optionsOf(query);
    const asked = { packet: query.packet, at: HEADER_BYTES, qtype: query.qtype, options };
    const kept = this.#cache.find(placeOf(hash, query.qtype, options), asked, this.#parts.clock());
    return kept === null ? 0 : this.#writeKept(query, client, kept);
  }

  /** What we answer ourselves; null where the world knows better. */
  #ownAnswer(query: Query, client: Client): AnswerPlan | null {
    const { answers, local } = this.#parts;
    const isTransfer = query.qtype === TYPE.axfr || query.qtype === TYPE.ixfr;
    if (query.qclass !== CLASS.in || isTransfer) return answers.refused;
    const own = local.find(query.packet, this.#walk);
    if (own !== null) return own.answer(query.qtype);
    const closed = this.#closed(client, query.packet, HEADER_BYTES);
    if (closed !== null) return closed;
    return query.qtype === TYPE.any ? answers.any : null;
  }

  /** The answer for a name that the client's rules close; null for an open one. */
  #closed(client: Client, bytes: Uint8Array, at: number): AnswerPlan | null {
    const { answers, meaning } = this.#parts;
    const judgement = judge(client.rules, this.#verdict(bytes, at), meaning.categoryAges);
    if (judgement === OPEN) return null;
    return judgement === CLOSED_FOR_EVERYONE ? answers.closedForEveryone : answers.closedByFamily;
  }

  #verdict(bytes: Uint8Array, at: number): Verdict | null {
    const ratings = this.#ratings;
    return ratings === null ? null : verdictAt(ratings, lookupWire(ratings, bytes, at));
  }

  #writeKept(query: Query, client: Client, kept: Kept): number {
    const closed = this.#closedBehind(query, client, kept.targets);
    if (closed !== null) return writeAnswer(query, closed, this.#out);
    const seconds = Math.floor((this.#parts.clock() - kept.at) / 1000);
    return writeStored(query, kept.stored, { out: this.#out, seconds });
  }

  /**
   * The first closed host that an answer leads to. A name that a person found good, and help, is not judged by the
   * large hosts that it is served from; what is closed for everyone is closed behind those too.
   */
  #closedBehind(query: Query, client: Client, targets: readonly Uint8Array[]): AnswerPlan | null {
    if (targets.length === 0) return null;
    const { answers, meaning } = this.#parts;
    const flags = this.#verdict(query.packet, HEADER_BYTES)?.flags ?? 0;
    const isTrusted = (flags & (ALLOW_ALWAYS | meaning.checked)) !== 0;
    for (const target of targets) {
      const closed = this.#closed(client, target, 0);
      if (closed !== null && (!isTrusted || closed === answers.closedForEveryone)) return closed;
    }
    return null;
  }

  /** Lets a question wait for another server, which is asked once for all who wait for the same. */
  #wait(query: Query, waiting: Waiting): void {
    const name = lowerName(query.packet, HEADER_BYTES) ?? ROOT_NAME;
    const asked: Asked = { name, qtype: query.qtype, options: optionsOf(query) };
    const key = `${nameString(name)} ${asked.qtype} ${asked.options}`;
    const others = this.#forwarded.get(key);
    if (this.#isFull(waiting.client, others === undefined)) {
      waiting.send(this.#out.subarray(0, writeAnswer(query, this.#parts.answers.busy, this.#out)));
      return;
    }
    this.#waiting += 1;
    waiting.client.waiting += 1;
    if (others !== undefined) {
      others.push(waiting);
      return;
    }
    this.#forwarded.set(key, [waiting]);
    void this.#askOutside(key, asked).catch(this.#parts.onFault);
  }

  #isFull(client: Client, isNew: boolean): boolean {
    if (this.#waiting >= MAX_WAITING || client.waiting >= MAX_WAITING_EACH) return true;
    return isNew && this.#forwarded.size >= MAX_FORWARDED;
  }

  async #askOutside(key: string, asked: Asked): Promise<void> {
    const forwarded = await this.#parts.forwarder.ask({
      name: asked.name,
      qtype: asked.qtype,
      dnssecOk: (asked.options & DO_BIT) !== 0,
      checkingDisabled: (asked.options & CD_BIT) !== 0,
    });
    const kept = readForwarded(forwarded, asked, this.#parts.clock());
    if (kept !== null && kept.until > kept.at) {
      const hash = walkName(this.#walk, asked.name, 0);
      this.#cache.keep(placeOf(hash, asked.qtype, asked.options), kept);
    }
    const all = this.#forwarded.get(key) ?? [];
    this.#forwarded.delete(key);
    for (const one of all) this.#release(one, kept, forwarded);
  }

  #release(one: Waiting, kept: Kept | null, forwarded: Forwarded): void {
    this.#waiting -= 1;
    one.client.waiting -= 1;
    const query = readQuery(one.packet, one.packet.length, this.#query);
    if (query === null) return;
    setTransport(query, one.transport);
    one.send(this.#out.subarray(0, this.#writeForwarded(query, one.client, { kept, forwarded })));
  }

  #writeForwarded(query: Query, client: Client, got: { kept: Kept | null; forwarded: Forwarded }): number {
    // It may have been closed while the question was out.
    const closed = this.#closed(client, query.packet, HEADER_BYTES);
    if (closed !== null) return writeAnswer(query, closed, this.#out);
    if (got.kept !== null) return this.#writeKept(query, client, got.kept);
    const { answers } = this.#parts;
    const { kind } = got.forwarded;
    const failure = kind === 'network' ? answers.networkError : answers.unreachable;
    return writeAnswer(query, kind === 'answer' ? answers.failed : failure, this.#out);
  }
}

function setTransport(query: Query, transport: Transport): void {
  if (transport !== 'udp') useStream(query, transport !== 'tcp');
}

function optionsOf(query: Query): number {
  return (query.dnssecOk ? DO_BIT : 0) | ((query.flags & FLAG.checkingDisabled) !== 0 ? CD_BIT : 0);
}
