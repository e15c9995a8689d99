// SPDX-License-Identifier: EUPL-1.2

/** All three presses fall within this time. */
const WITHIN_MS = 5000;

export interface ShiftCounter {
  down(key: string, repeat: boolean): void;
  /** How many presses stand after this release: 1, 2 or 3; 0 when it was no press of Shift alone. */
  up(key: string): number;
}

/** Counts presses of Shift by itself. A capital letter, or any other key between, starts again. */
export function shiftCounter(now: () => number): ShiftCounter {
  let presses: number[] = [];
  let alone = false;
  return {
    down(key, repeat) {
      if (key === 'Shift') alone = alone || !repeat;
      else {
        alone = false;
        presses = [];
      }
    },
    up(key) {
      if (key !== 'Shift' || !alone) return 0;
      alone = false;
      const at = now();
      presses = [...presses.filter((press) => at - press < WITHIN_MS), at];
      const count = presses.length;
      if (count >= 3) presses = [];
      return count;
    },
  };
}
