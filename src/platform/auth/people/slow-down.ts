// SPDX-License-Identifier: EUPL-1.2
import { sha256, toHex } from '#platform/seal';

const LONGEST = 60;
const MOST_NAMES = 10_000;

/** Remembers, in this process and for a short time, how often signing in as somebody failed (security.md 4.3). */
export interface SlowDown {
  /** Seconds until this name may try again; 0 at once. Names nobody has are slowed in the same way. */
  wait(name: string, now: Date): number;
  failed(name: string, now: Date): void;
  good(name: string): void;
}

/** After the n-th failure in a row the next try waits 2^n seconds, at most a minute. */
export function createSlowDown(): SlowDown {
  const names = new Map<string, { n: number; until: number }>();
  // Hashed, because people type passwords into the wrong field.
  const keyOf = (name: string) => toHex(sha256(Buffer.from(name.trim().toLowerCase())));
  return {
    wait: (name, now) =>
      Math.max(0, Math.ceil(((names.get(keyOf(name))?.until ?? 0) - now.getTime()) / 1000)),
    failed: (name, now) => {
      const key = keyOf(name);
      const n = (names.get(key)?.n ?? 0) + 1;
      names.delete(key);
      names.set(key, { n, until: now.getTime() + Math.min(2 ** n, LONGEST) * 1000 });
      const oldest = names.keys().next().value;
      if (names.size > MOST_NAMES && oldest !== undefined) names.delete(oldest);
    },
    good: (name) => {
      names.delete(keyOf(name));
    },
  };
}
