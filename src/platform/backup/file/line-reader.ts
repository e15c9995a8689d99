// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import { BackupRefusal } from '../refusal.ts';

/** Lines out of a stream of bytes, with the SHA-256 of all lines taken so far. */
export class LineReader {
  readonly #bytes: AsyncIterator<Uint8Array>;
  readonly #decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  readonly #hash = createHash('sha256');
  /** Whole lines not yet taken, from `#at` on, and the pieces of the line that has not ended. */
  #lines: string[] = [];
  #at = 0;
  #pieces: string[] = [];

  constructor(bytes: AsyncIterable<Uint8Array>) {
    this.#bytes = bytes[Symbol.asyncIterator]();
  }

  /** The next line. Throws where there is none: a backup says itself when it ends. */
  async one(): Promise<string> {
    const [line] = await this.some(1, 1);
    return line ?? '';
  }

  /** At least one and at most `most` lines, few enough to have about `chars` letters. */
  async some(most: number, chars: number): Promise<string[]> {
    const taken: string[] = [];
    for (let size = 0; taken.length < most && size < chars; ) {
      const line = this.#lines[this.#at];
      if (line === undefined) {
        await this.#fill();
        continue;
      }
      this.#at += 1;
      taken.push(line);
      size += line.length;
    }
    this.#hash.update(`${taken.join('\n')}\n`);
    return taken;
  }

  /** SHA-256 of what was taken so far, as hex. */
  digest(): string {
    return this.#hash.copy().digest('hex');
  }

  /** True when nothing follows. */
  async ended(): Promise<boolean> {
    const { done } = await this.#bytes.next();
    return done === true && this.#at === this.#lines.length && this.#pieces.join('') === '';
  }

  async #fill(): Promise<void> {
    const { done, value } = await this.#bytes.next();
    if (done === true) {
      throw new BackupRefusal(
        'backup.damaged',
        'The backup is damaged or incomplete: it ends before its end.',
      );
    }
    const parts = this.#decoder.decode(value, { stream: true }).split('\n');
    const last = parts.pop() ?? '';
    if (parts.length === 0) {
      this.#pieces.push(last);
      return;
    }
    parts[0] = this.#pieces.join('') + (parts[0] ?? '');
    this.#pieces = [last];
    this.#lines = parts;
    this.#at = 0;
  }

  /** Ends the reading early. */
  async close(): Promise<void> {
    await this.#bytes.return?.();
  }
}
