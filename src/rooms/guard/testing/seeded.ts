// SPDX-License-Identifier: EUPL-1.2

/** Repeatable random numbers (mulberry32). */
export function seeded(seed: number) {
  let state = seed;
  const int = (below: number): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
  return { int, bytes: (length: number) => Uint8Array.from({ length }, () => int(256)) };
}

/** The packet with a few bytes changed, or cut short. */
export function damaged(packet: Uint8Array, random: ReturnType<typeof seeded>): Uint8Array {
  const copy = packet.slice(0, packet.length - random.int(3));
  for (let left = 1 + random.int(4); left > 0; left--) copy[random.int(copy.length)] = random.int(256);
  return copy;
}
