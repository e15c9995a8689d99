// SPDX-License-Identifier: Apache-2.0

/** Repeatable random input (mulberry32): the same seed gives the same numbers on every machine. */
export interface Seeded {
  /** Whole number from 0 to `below` - 1. */
  int(below: number): number;
  bytes(length: number): Uint8Array;
  /** A well-formed wire name of any bytes. */
  name(): Uint8Array;
}

export function seeded(seed: number): Seeded {
  let state = seed;
  const int = (below: number) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
  const bytes = (length: number) => Uint8Array.from({ length }, () => int(256));
  const name = () => {
    const wire: number[] = [];
    for (let left = int(6); left > 0; left -= 1) {
      const label = bytes(1 + int(int(4) === 0 ? 63 : 12));
      if (wire.length + label.length + 2 > 255) break;
      wire.push(label.length, ...label);
    }
    return Uint8Array.from([...wire, 0]);
  };
  return { int, bytes, name };
}
