// SPDX-License-Identifier: EUPL-1.2
import { type Random, randomBytes } from '../crypto/bytes.ts';
import { Secret } from '../crypto/secret.ts';

const HOUR_MS = 3_600_000;
/** How long the last hour's secret still counts, so that nobody's wait is lost at the full hour. */
const OVERLAP_MS = 900_000;

/**
 * The key under which addresses are counted and wait tickets are signed: in this process's memory only,
 * another one each hour. When it is gone, no counter can be led back to an address.
 */
export class HourSecrets {
  readonly #random: Random;
  #hour = Number.NEGATIVE_INFINITY;
  #now: Secret | null = null;
  #before: Secret | null = null;

  constructor(random: Random = randomBytes) {
    this.#random = random;
  }

  current(now: Date): Secret {
    const hour = Math.floor(now.getTime() / HOUR_MS);
    // A clock set back keeps the newer secret.
    if (this.#now !== null && hour <= this.#hour) return this.#now;
    this.#before?.dispose();
    if (hour === this.#hour + 1) {
      this.#before = this.#now;
    } else {
      this.#now?.dispose();
      this.#before = null;
    }
    this.#hour = hour;
    this.#now = new Secret(this.#random(32));
    return this.#now;
  }

  /** The secrets whose tickets and counters still count, newest first. */
  accepted(now: Date): Secret[] {
    const current = this.current(now);
    if (this.#before === null) return [current];
    if (now.getTime() - this.#hour * HOUR_MS < OVERLAP_MS) return [current, this.#before];
    this.#before.dispose();
    this.#before = null;
    return [current];
  }
}
