// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { RatingIndexError } from '../src/index.ts';
import { DISTANCE_BITS, LINE_VALUES, LINE_WORDS, MAX_DISTANCE, SLOTS } from '../src/layout.ts';
import { finishPlacement, type Placement, placeRun } from '../src/place.ts';

function placementOf(lines: number): Placement {
  const counts = { line: 0, used: 0, waiting: [], hosts: 0, duplicates: 0, collisions: 0 };
  const words = new Int32Array(lines * LINE_WORDS);
  const values = new Uint16Array(lines * LINE_VALUES);
  return { words, values, lines, renamed: Uint16Array.of(0, 1), ...counts };
}

/** Places hosts given as [home line, remainder], in ascending order of line. */
function place(lines: number, hosts: readonly [number, number][]): Placement {
  const placement = placementOf(lines);
  placeRun(placement, {
    lineHashes: Uint32Array.from(hosts, ([line], i) => Math.ceil((line * 2 ** 32) / lines) + i * 32),
    remainderHashes: Uint32Array.from(hosts, ([, remainder]) => remainder),
    ids: new Uint16Array(hosts.length).fill(1),
    count: hosts.length,
  });
  finishPlacement(placement);
  return placement;
}

const full = (line: number, count: number): [number, number][] =>
  Array.from({ length: count }, (_, i) => [line, line * 1000 + i + 1]);
const remaindersOf = ({ words }: Placement, line: number): number[] => [
  ...words.subarray(line * LINE_WORDS + 1, line * LINE_WORDS + 1 + SLOTS),
];
const reachOf = ({ words }: Placement, line: number): number =>
  (words[line * LINE_WORDS] ?? 0) & DISTANCE_BITS;

describe('placing hosts', () => {
  it('gives a line to its own hosts first, and the rest to the next free slots, around the end', () => {
    const placement = place(4, [...full(2, 12), ...full(3, 9)]);
    expect(placement.hosts).toBe(21);
    expect(remaindersOf(placement, 3)).toEqual([...full(3, 9).map(([, remainder]) => remainder), 2011]);
    expect(remaindersOf(placement, 0)).toEqual([2012, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    expect([0, 1, 2, 3].map((line) => reachOf(placement, line))).toEqual([0, 0, 2, 0]);
  });

  it('leaves out a host that a slot on its way would answer for', () => {
    const sameLine = place(4, [...full(0, 3), [0, 2]]);
    expect([sameLine.hosts, sameLine.collisions]).toEqual([3, 1]);
    const bothWaiting = place(4, [...full(0, 11), [0, 11]]);
    expect([bothWaiting.hosts, bothWaiting.collisions]).toEqual([11, 1]);
    const nextLine = place(4, [...full(0, 11), [1, 11]]);
    expect([nextLine.hosts, nextLine.collisions]).toEqual([11, 1]);
    const fullLine = place(4, [...full(0, 11), ...full(1, 9), [1, 11]]);
    expect([fullLine.hosts, fullLine.collisions]).toEqual([20, 1]);
  });

  it('gives up when a host would be too far from its line, or nothing is free', () => {
    const crowd = Array.from({ length: MAX_DISTANCE + 1 }, (_, line) => full(line, SLOTS)).flat();
    const tooFar: [number, number][] = [
      ...full(0, 1),
      ...crowd.map(([line, rest]): [number, number] => [line, rest + 1]),
    ];
    expect(() => place(200, tooFar)).toThrow(RatingIndexError);
    expect(place(200, tooFar.slice(0, -1)).hosts).toBe(crowd.length);
    expect(() => place(2, full(0, 21))).toThrow('no free slot');
  });
});
