// SPDX-License-Identifier: EUPL-1.2
import { checkTicket, limiterKey, makeTicket, randomBytes } from '#platform/seal';

const HOUR = 3_600_000;
const OVERLAP = 15 * 60_000;
const MOST_KEYS = 100_000;

/** How much is too much: per network and for the whole site, within `minutes` (security.md 4.3). */
const rules = {
  code: { each: 5, site: 300, minutes: 15 },
  start: { each: 10, site: 1000, minutes: 60 },
  send: { each: 5, site: 500, minutes: 60 },
  message: { each: 20, site: 2000, minutes: 60 },
  'sign-in': { each: 10, site: 200, minutes: 15 },
  household: { each: 10, site: 1000, minutes: 60 },
  api: { each: 60, site: 6000, minutes: 1 },
} as const;
export type LimitPurpose = keyof typeof rules;

/**
 * Counts without keeping an address: a keyed hash under a secret that lives an hour in memory.
 * A limit slows; what a limited caller may still do is the route's decision, never a refusal of a child.
 */
export interface Limiter {
  /** The same counts seen from one client address. */
  of(address: string): Limiter;
  /** Counts one more and says whether it was over the limit, and by how many times. */
  hit(purpose: LimitPurpose): { over: number };
  /** Whether the next one would be over, without counting. */
  over(purpose: LimitPurpose): number;
  /** A ticket that is good after `seconds`; checkWait is true once for each ticket that waited. */
  waitTicket(seconds: number): string;
  checkWait(ticket: string): boolean;
}

interface Counts {
  seen: Map<string, { n: number; since: number }>;
  used: Set<string>;
  secret: Buffer;
  previous: Buffer;
  turned: number;
}

/** A limiter for one process; `now` in milliseconds. Replicas count apart, restarts forget: accepted there. */
export function createLimiter(now: () => number): Limiter {
  const counts: Counts = {
    seen: new Map(),
    used: new Set(),
    secret: randomBytes(32),
    previous: randomBytes(32),
    turned: now(),
  };
  return view(counts, now, '0.0.0.0');
}

function view(counts: Counts, now: () => number, address: string): Limiter {
  const read = (purpose: LimitPurpose, add: number) => {
    turn(counts, now());
    const rule = rules[purpose];
    const key = limiterKey(counts.secret, purpose, address).toString('hex');
    const window = rule.minutes * 60_000;
    const each = count(counts, `${purpose}:${key}`, { add, window, at: now() });
    const site = count(counts, `${purpose}:site`, { add, window: HOUR, at: now() });
    return Math.max(0, each - rule.each, site - rule.site);
  };
  return {
    of: (other) => view(counts, now, other),
    hit: (purpose) => ({ over: read(purpose, 1) }),
    over: (purpose) => read(purpose, 0),
    waitTicket: (seconds) => {
      turn(counts, now());
      const from = Math.floor(now() / 1000) + seconds;
      return makeTicket(counts.secret, from, from + 600);
    },
    checkWait: (ticket) => {
      turn(counts, now());
      if (counts.used.has(ticket)) return false;
      const at = Math.floor(now() / 1000);
      const good = checkTicket(counts.secret, ticket, at) || checkTicket(counts.previous, ticket, at);
      if (good) counts.used.add(ticket);
      return good;
    },
  };
}

function count(counts: Counts, key: string, step: { add: number; window: number; at: number }): number {
  const before = counts.seen.get(key);
  const fresh = before === undefined || step.at - before.since >= step.window;
  const entry = fresh ? { n: step.add, since: step.at } : { n: before.n + step.add, since: before.since };
  if (step.add > 0) {
    counts.seen.delete(key);
    counts.seen.set(key, entry);
    if (counts.seen.size > MOST_KEYS) {
      const oldest = counts.seen.keys().next().value;
      if (oldest !== undefined) counts.seen.delete(oldest);
    }
  }
  return entry.n;
}

function turn(counts: Counts, at: number): void {
  if (at - counts.turned < HOUR) {
    // The last hour's tickets stay good for a short while; then nothing can check them any more.
    if (at - counts.turned > OVERLAP) counts.previous = counts.secret;
    return;
  }
  counts.previous = counts.secret;
  counts.secret = randomBytes(32);
  counts.turned = at;
  counts.used.clear();
}
