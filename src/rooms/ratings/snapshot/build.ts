// SPDX-License-Identifier: EUPL-1.2
import { mkdir, open, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import {
  addEntry,
  applyDelta,
  BLOCK_EVERYONE,
  finishIndex,
  type IndexBuilder,
  lookupText,
  openBuilder,
  openIndex,
  type RatingIndex,
  verdictAt,
} from '@rowan/rating-index';
import { signPayload } from '#platform/seal';
import { Compiler } from './compile.ts';
import type { BuildData, BuildOrder, Finished, Written } from './messages.ts';
import { WordJoiner } from './words.ts';

type OrderOf<D extends BuildOrder['do']> = Extract<BuildOrder, { do: D }>;

/** One snapshot in the making: words in, signed file out. Holds 10 bytes a host, and the names that must stay open. */
export class Build {
  readonly #builder: IndexBuilder;
  readonly #joiner: WordJoiner;
  readonly #keptOpen: string[] = [];
  #index: RatingIndex | null = null;

  constructor({ key, voices, decisions }: BuildData) {
    this.#builder = openBuilder(key);
    const compiler = new Compiler(
      (entry) => addEntry(this.#builder, entry),
      (host) => this.#keptOpen.push(host),
    );
    this.#joiner = new WordJoiner({ decisions, voices: new Map(voices) }, (words) => compiler.take(words));
  }

  take(block: string): void {
    this.#joiner.push(block);
  }

  finish({ number, createdMs, auditHead }: OrderOf<'finish'>): Finished {
    this.#joiner.end();
    const built = finishIndex(this.#builder, { number, createdMs, auditHead });
    const index = openIndex(built.buffer);
    this.#index = index;
    const isMistaken = this.#keptOpen.some((host) => isBlocked(index, host));
    return { hosts: built.hosts, isUnlucky: built.collisions > 0 || isMistaken };
  }

  /** Writes beside the place and renames, so that nobody ever sees half a snapshot. */
  async write({ delta, path, signer }: OrderOf<'write'>): Promise<Written> {
    if (this.#index === null) throw new Error('finish comes before write');
    const { hosts } = applyDelta(this.#index, delta);
    const bytes = new Uint8Array(this.#index.buffer);
    const signature = signPayload({ type: 'snapshot', key: signer }, bytes);
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    const temporary = `${path}.new`;
    const file = await open(temporary, 'w', 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
    await syncFolder(dirname(path));
    return { signature, bytes: bytes.length, hosts };
  }
}

/** The compiler says this host is open; if the index disagrees, its hash met another's. */
function isBlocked(index: RatingIndex, host: string): boolean {
  const verdict = verdictAt(index, lookupText(index, host));
  return verdict !== null && (verdict.minAge > 0 || (verdict.flags & BLOCK_EVERYONE) !== 0);
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
