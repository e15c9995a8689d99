// SPDX-License-Identifier: EUPL-1.2

/** Runs what it is given in order, each after the one before; a failure is told and holds up nobody. */
export class OneAtATime {
  readonly #onFailure: (error: unknown) => void;
  #last: Promise<void> = Promise.resolve();

  constructor(onFailure: (error: unknown) => void) {
    this.#onFailure = onFailure;
  }

  add(work: () => Promise<void>): Promise<void> {
    this.#last = this.#last.then(work).catch(this.#onFailure);
    return this.#last;
  }
}
