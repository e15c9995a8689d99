// SPDX-License-Identifier: EUPL-1.2
import { HourSecrets, limiterKey, WaitTickets } from '#platform/seal';

const HOUR = 3_600_000;
const MOST_KEYS = 100_000;

/** How much is too much: per network (or holder) and for the whole site, within `minutes` (security.md 4.3). */
const rules = {
  code: { each: 5, site: 300, minutes: 15 },
  start: { each: 10, site: 1000, minutes: 60 },
  send: { each: 5, site: 500, minutes: 60 },
  message: { each: 20, site: 2000, minutes: 60 },
  'sign-in': { each: 10, site: 200, minutes: 15 },
  hint: { each: 10, site: 500, minutes: 60 },
  share: { each: 5, site: 300, minutes: 60 },
  'share-code': { each: 10, site: 300, minutes: 15 },
  subscribe: { each: 5, site: 300, minutes: 60 },
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
  /**
   * Counts one more and says whether it was over the limit, and by how many times. With a `holder`, the id of a receipt
   * for instance, it counts for that one, whatever network they share with others.
   */
  hit(purpose: LimitPurpose, holder?: string): { over: number };
  /** Whether the next one would be over, without counting. */
  over(purpose: LimitPurpose): number;
  /** A ticket that is good after `seconds`; checkWait is true once for each ticket that waited. */
  waitTicket(seconds: number): string;
  checkWait(ticket: string): boolean;
}

interface Counts {
  seen: Map<string, { n: number; since: number }>;
  secrets: HourSecrets;
  tickets: WaitTickets;
}

/** A limiter for one process. Replicas count apart, restarts forget: accepted there. */
export function createLimiter(now: () => Date): Limiter {
  const secrets = new HourSecrets();
  return view({ seen: new Map(), secrets, tickets: new WaitTickets(secrets) }, now, '0.0.0.0');
}

function view(counts: Counts, now: () => Date, address: string): Limiter {
  const read = (purpose: LimitPurpose, add: number, holder?: string) => {
    const rule = rules[purpose];
    const at = now();
    const key = holder ?? limiterKey(counts.secrets.current(at), purpose, address).toString('hex');
    const each = count(counts, `${purpose}:${key}`, { add, window: rule.minutes * 60_000, at: at.getTime() });
    const site = count(counts, `${purpose}:site`, { add, window: HOUR, at: at.getTime() });
    const next = add === 0 ? 1 : 0;
    return Math.max(0, each + next - rule.each, site + next - rule.site);
  };
  return {
    of: (other) => view(counts, now, other),
    hit: (purpose, holder) => ({ over: read(purpose, 1, holder) }),
    over: (purpose) => read(purpose, 0),
    waitTicket: (seconds) => counts.tickets.issue(seconds, now()),
    checkWait: (ticket) => counts.tickets.spend(ticket, now()) === 'good',
  };
}

function count(counts: Counts, key: string, step: { add: number; window: number; at: number }): number {
  const before = counts.seen.get(key);
  const fresh = before === undefined || step.at - before.since >= step.window;
  const entry = fresh ? { n: step.add, since: step.at } : { n: before.n + step.add, since: before.since };
  if (step.add === 0) return entry.n;
  counts.seen.delete(key);
  counts.seen.set(key, entry);
  if (counts.seen.size > MOST_KEYS) {
    const oldest = counts.seen.keys().next().value;
    if (oldest !== undefined) counts.seen.delete(oldest);
  }
  return entry.n;
}
