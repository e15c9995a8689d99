// SPDX-License-Identifier: EUPL-1.2
import { SealError } from '../errors.ts';

/**
 * Lets a few heavy computations run at once and a few more wait; whoever comes then is told
 * `seal.busy` (unavailable) instead of waiting without end, because each slot holds 256 MiB.
 */
export class Slots {
  readonly #size: number;
  readonly #queue: number;
  readonly #waiting: (() => void)[] = [];
  #running = 0;

  constructor(limits: { size: number; queue: number }) {
    this.#size = limits.size;
    this.#queue = limits.queue;
  }

  async run<T>(work: () => Promise<T>): Promise<T> {
    await this.#enter();
    try {
      return await work();
    } finally {
      this.#leave();
    }
  }

  async #enter(): Promise<void> {
    if (this.#running < this.#size) {
      this.#running += 1;
      return;
    }
    if (this.#waiting.length >= this.#queue) throw new SealError('unavailable', 'seal.busy');
    await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  // The slot passes straight to the next in line, so nobody overtakes.
  #leave(): void {
    const next = this.#waiting.shift();
    if (next === undefined) this.#running -= 1;
    else next();
  }
}
