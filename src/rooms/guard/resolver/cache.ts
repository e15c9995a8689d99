// SPDX-License-Identifier: EUPL-1.2
import type { StoredAnswer } from '@rowan/dns-wire';
import { isNameAt } from './names.ts';

// Answers of other servers, kept for a minute at most, so that a name that is closed now is not held open by a device
// that asked a while ago. Nothing here says who asked: an entry is one name and one type, served to everybody.

const MAX_ENTRIES = 20_000;
const MAX_BYTES = 16 * 1024 * 1024;
/** What an entry costs beside its bytes: objects, arrays, its place in the map. */
const ENTRY_BYTES = 400;

/** What a question asks for. */
export interface Asked {
  /** Lower-case wire bytes. */
  readonly name: Uint8Array;
  readonly qtype: number;
  /** The DO and CD bits: they change what a server says. */
  readonly options: number;
}

export interface Kept extends Omit<Asked, 'name'> {
  readonly name: string;
  readonly stored: StoredAnswer;
  /** Names that the answer leads to: a closed host may stand behind an open one. */
  readonly targets: readonly Uint8Array[];
  /** Milliseconds of the caller's clock. */
  readonly at: number;
  readonly until: number;
}

/** Where an entry lies: the hash of the name with type and options folded in. */
export function placeOf(nameHash: number, qtype: number, options: number): number {
  return Math.imul(nameHash ^ (qtype << 8) ^ options, 0x9e3779b1 | 0);
}

/** A bounded cache: the oldest entry makes room. */
export class AnswerCache {
  readonly #entries = new Map<number, Kept>();
  #bytes = 0;

  /** The answer kept for this question, or null. `packet` holds the name as asked, at `at`. */
  find(
    place: number,
    asked: { packet: Uint8Array; at: number; qtype: number; options: number },
    now: number,
  ): Kept | null {
    const kept = this.#entries.get(place);
    if (kept === undefined || kept.qtype !== asked.qtype || kept.options !== asked.options) return null;
    if (!isNameAt(asked.packet, asked.at, kept.name)) return null;
    if (kept.until > now) return kept;
    this.#remove(place, kept);
    return null;
  }

  keep(place: number, kept: Kept): void {
    const before = this.#entries.get(place);
    if (before !== undefined) this.#remove(place, before);
    this.#entries.set(place, kept);
    this.#bytes += sizeOf(kept);
    while (this.#entries.size > MAX_ENTRIES || this.#bytes > MAX_BYTES) this.#removeOldest();
  }

  get size(): number {
    return this.#entries.size;
  }

  #removeOldest(): void {
    for (const [place, oldest] of this.#entries) {
      this.#remove(place, oldest);
      return;
    }
  }

  #remove(place: number, kept: Kept): void {
    this.#entries.delete(place);
    this.#bytes -= sizeOf(kept);
  }
}

function sizeOf({ name, stored, targets }: Kept): number {
  return (
    ENTRY_BYTES + name.length + stored.tail.length + targets.reduce((sum, target) => sum + target.length, 0)
  );
}
