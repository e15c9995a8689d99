// SPDX-License-Identifier: EUPL-1.2
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { allocateShared, describeIndex, type RatingIndex, RatingIndexError } from '@rowan/rating-index';
import type { Db } from '#platform/db';
import { keyringOf } from '#platform/seal';
import { acceptDelta, acceptSnapshot, deltasSince, snapshotNow } from '#ratings';

/** Deltas published while the last ones were taken in: so many times we look again at once. */
const ROUNDS = 100;

interface Held {
  readonly index: RatingIndex;
  number: number;
}

/**
 * The published ratings in memory that the resolver's thread shares. What is not signed by this installation, or is
 * older than what is here, is refused, and what is here stays.
 */
export class RatingsCopy {
  readonly #db: Db;
  readonly #dataFolder: string;
  #held: Held | null = null;
  #isPublished = false;

  constructor(db: Db, dataFolder: string) {
    this.#db = db;
    this.#dataFolder = dataFolder;
  }

  /** Number of the state that is here; 0 for none. */
  get number(): number {
    return this.#held?.number ?? 0;
  }

  /** Something is published, and nothing of it is here. */
  get isLacking(): boolean {
    return this.#held === null && this.#isPublished;
  }

  /** What the thread reads; null before the first snapshot. */
  get buffer(): SharedArrayBuffer | null {
    const buffer = this.#held?.index.buffer;
    return buffer instanceof SharedArrayBuffer ? buffer : null;
  }

  /**
   * Takes in what was published since: deltas into the memory in use, a new snapshot into other memory, `buffer`. Throws
   * what it refuses: `ratings.bad-signature`, `ratings.lower-number`.
   */
  async follow(): Promise<void> {
    if (this.#held !== null && (await this.#bringUp(this.#held))) return;
    const published = await snapshotNow(this.#db);
    this.#isPublished = published !== null;
    if (published === null) return;
    const bytes = await readShared(join(this.#dataFolder, published.path));
    const trust = { trustedKeys: this.#trustedKeys(), current: this.number };
    const index = acceptSnapshot(bytes, published.signature, trust);
    const fresh = { index, number: describeIndex(index).number };
    this.#held = fresh;
    await this.#bringUp(fresh);
  }

  /** False where no delta leads on, so that the snapshot has to be fetched. */
  async #bringUp(held: Held): Promise<boolean> {
    for (let left = ROUNDS; left > 0; left -= 1) {
      const deltas = await deltasSince(this.#db, held.number);
      if (deltas === null) return false;
      if (deltas.length === 0) return true;
      try {
        for (const delta of deltas) held.number = acceptDelta(held.index, delta, this.#trustedKeys());
      } catch (error) {
        if (error instanceof RatingIndexError) return false;
        throw error;
      }
    }
    return true;
  }

  #trustedKeys(): Uint8Array[] {
    return keyringOf(this.#db).signers.map(({ pub }) => pub);
  }
}

/** The bytes are checked where they will be used, so that nothing can change between the check and the use. */
async function readShared(path: string): Promise<Uint8Array> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const bytes = new Uint8Array(allocateShared(size));
    for (let at = 0; at < size; ) {
      const { bytesRead } = await file.read(bytes, at, size - at, at);
      if (bytesRead === 0) break;
      at += bytesRead;
    }
    return bytes;
  } finally {
    await file.close();
  }
}
