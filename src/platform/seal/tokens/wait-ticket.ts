// SPDX-License-Identifier: EUPL-1.2
import {
  concat,
  equalBytes,
  fromBase64url,
  type Random,
  randomBytes,
  toBase64url,
  u32,
} from '../crypto/bytes.ts';
import { labelledMac } from '../crypto/derive.ts';
import type { Key } from '../crypto/secret.ts';
import type { HourSecrets } from './hour-secrets.ts';

// A form that came too early is answered with a ticket that is good after a wait. It works without
// script, names nobody, and can be spent once.

const NONCE = 8;
const BODY = 16;
const TAG = 16;
/** How long a ticket stays good after its wait, in seconds. */
const GOOD_FOR = 600;
const SPENT_MOST = 100_000;

function ticketTag(secret: Key, body: Uint8Array): Buffer {
  return labelledMac(secret, 'rowan/v1/ticket', body).subarray(0, TAG);
}

/** The ticket for a window in Unix seconds. */
export function makeTicket(
  secret: Key,
  window: { from: number; until: number },
  random: Random = randomBytes,
): string {
  const body = concat(random(NONCE), u32(window.from), u32(window.until));
  return toBase64url(concat(body, ticketTag(secret, body)));
}

export type TicketAnswer = 'good' | 'early' | 'late' | 'spent' | 'forged';

/** Issues tickets and remembers those spent, as long as they could come again. */
export class WaitTickets {
  readonly #secrets: HourSecrets;
  readonly #spent = new Map<string, number>();

  constructor(secrets: HourSecrets) {
    this.#secrets = secrets;
  }

  issue(waitSeconds: number, now: Date): string {
    const from = Math.floor(now.getTime() / 1000) + waitSeconds;
    return makeTicket(this.#secrets.current(now), { from, until: from + GOOD_FOR });
  }

  /** Spends a ticket. Only 'good' lets pass; an early one may come again after its wait. */
  spend(ticket: string, now: Date): TicketAnswer {
    const bytes = fromBase64url(ticket);
    if (bytes === null || bytes.length !== BODY + TAG) return 'forged';
    const body = bytes.subarray(0, BODY);
    const tag = bytes.subarray(BODY);
    const known = this.#secrets.accepted(now).some((secret) => equalBytes(ticketTag(secret, body), tag));
    if (!known) return 'forged';
    const seconds = Math.floor(now.getTime() / 1000);
    const until = body.readUInt32BE(12);
    if (seconds < body.readUInt32BE(NONCE)) return 'early';
    if (seconds >= until) return 'late';
    if (this.#spent.has(ticket)) return 'spent';
    this.#forget(seconds);
    this.#spent.set(ticket, until);
    return 'good';
  }

  #forget(seconds: number): void {
    for (const [ticket, until] of this.#spent) {
      if (until > seconds && this.#spent.size < SPENT_MOST) return;
      this.#spent.delete(ticket);
    }
  }
}
