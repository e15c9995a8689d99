// SPDX-License-Identifier: EUPL-1.2
import { randomBytes } from 'node:crypto';
import { RCODE, type Reply, writeQuery } from '@rowan/dns-wire';
import { askByTcp, askByUdp, type Exchange, type Outcome } from './exchange.ts';
import type { Upstream } from './messages.ts';

/** What to ask. */
export interface Question {
  /** Uncompressed wire bytes. */
  readonly name: Uint8Array;
  readonly qtype: number;
  readonly dnssecOk: boolean;
  readonly checkingDisabled: boolean;
}

/** `unreachable`: nobody answered in time; `network`: the last one could not be spoken to at all. */
export type Forwarded =
  | { readonly kind: 'answer'; readonly packet: Uint8Array; readonly reply: Reply }
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'network' };

const UNREACHABLE: Forwarded = { kind: 'unreachable' };

/**
 * Hands questions on to the servers of the installation: the one that answered last first, the next when it is silent
 * or cannot answer. Nothing of the client goes with them.
 */
export class Forwarder {
  readonly #upstreams: readonly Upstream[];
  readonly #patience: readonly number[];
  readonly #stop = new AbortController();
  #first = 0;

  /** `patience`: milliseconds for each try, in order. */
  constructor(upstreams: readonly Upstream[], patience: readonly number[]) {
    this.#upstreams = upstreams;
    this.#patience = patience;
  }

  async ask(question: Question): Promise<Forwarded> {
    let worst: Forwarded = UNREACHABLE;
    const from = this.#first;
    for (const [at, milliseconds] of this.#patience.entries()) {
      const place = (from + at) % Math.max(1, this.#upstreams.length);
      const server = this.#upstreams[place];
      if (server === undefined || this.#stop.signal.aborted) return UNREACHABLE;
      const outcome = await this.#askOne(question, server, milliseconds);
      if (outcome.kind === 'answer') {
        if (isUseful(outcome.reply)) {
          this.#first = place;
          return outcome;
        }
        worst = outcome;
        // Each server once: one that cannot answer will not learn it in a second.
        if (at + 1 >= this.#upstreams.length) return worst;
      } else if (worst.kind !== 'answer') {
        worst = outcome.kind === 'network' ? { kind: 'network' } : UNREACHABLE;
      }
    }
    return worst;
  }

  /** Ends everything that is under way as if nobody had answered. */
  close(): void {
    this.#stop.abort();
  }

  async #askOne(question: Question, server: Upstream, milliseconds: number): Promise<Outcome> {
    const random = randomBytes(2 + question.name.length);
    const sent = writeQuery({
      ...question,
      id: random.readUInt16BE(0),
      name: mixCase(question.name, random.subarray(2)),
    });
    const exchange: Exchange = { server, sent, milliseconds, signal: this.#stop.signal };
    try {
      const outcome = await askByUdp(exchange);
      return outcome.kind === 'again' ? await askByTcp(exchange) : outcome;
    } catch {
      // No socket to be had.
      return { kind: 'network' };
    }
  }
}

function isUseful(reply: Reply): boolean {
  return reply.rcode === RCODE.noError || reply.rcode === RCODE.nxDomain;
}

/** Each letter large or small by a bit of `random`. A label's length is below 64 and so no letter. */
function mixCase(name: Uint8Array, random: Uint8Array): Uint8Array {
  return name.map((byte, at) => {
    const letter = byte | 0x20;
    const isLetter = letter >= 0x61 && letter <= 0x7a && byte > 0x40;
    return isLetter ? letter ^ (((random[at] ?? 0) & 1) << 5) : byte;
  });
}
