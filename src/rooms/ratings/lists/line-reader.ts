// SPDX-License-Identifier: EUPL-1.2
import { isAscii, isUtf8 } from 'node:buffer';

const NEWLINE = 0x0a;
/** A line without an end must not fill the memory. */
const MAX_LINE_BYTES = 16_384;
const BYTE_ORDER_MARK = '\ufeff';

/** One line as it came, without its end. `fault` says that it could not be read as text. */
export type LineHandler = (line: string, fault: 'bad-encoding' | 'line-too-long' | null) => void;

/**
 * Cuts a stream of bytes into lines: LF or CR LF, a byte order mark taken off, UTF-8 checked line by line so that one
 * bad byte costs one line. Memory: one chunk and one unfinished line.
 */
export class LineReader {
  #rest: Buffer = Buffer.alloc(0);
  #skipping = false;
  #first = true;
  readonly #handle: LineHandler;

  constructor(handle: LineHandler) {
    this.#handle = handle;
  }

  /** Takes the next bytes of the stream. */
  push(chunk: Buffer): void {
    const bytes = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    const end = bytes.lastIndexOf(NEWLINE) + 1;
    this.#rest = bytes.subarray(end);
    if (end > 0) this.#takeLines(bytes.subarray(0, end));
    if (this.#rest.length <= MAX_LINE_BYTES) return;
    if (!this.#skipping) this.#handle(this.#rest.toString('latin1', 0, 200), 'line-too-long');
    this.#skipping = true;
    this.#rest = Buffer.alloc(0);
  }

  /** The stream ended; a last line without an end is a line. */
  end(): void {
    if (this.#rest.length > 0) this.#takeLines(Buffer.concat([this.#rest, Buffer.of(NEWLINE)]));
    this.#rest = Buffer.alloc(0);
  }

  /** `bytes` end with a newline. */
  #takeLines(bytes: Buffer): void {
    if (isAscii(bytes)) this.#cut(bytes.toString('latin1'));
    else if (isUtf8(bytes)) this.#cut(bytes.toString('utf8'));
    else this.#takeDamaged(bytes);
  }

  #takeDamaged(bytes: Buffer): void {
    for (let at = 0; at < bytes.length; ) {
      const end = bytes.indexOf(NEWLINE, at) + 1;
      const line = bytes.subarray(at, end);
      if (isUtf8(line)) this.#cut(line.toString('utf8'));
      else this.#give(line.toString('latin1', 0, line.length - 1), 'bad-encoding');
      at = end;
    }
  }

  #cut(text: string): void {
    for (let at = 0; at < text.length; ) {
      const newline = text.indexOf('\n', at);
      const end = text.charCodeAt(newline - 1) === 0x0d && newline > at ? newline - 1 : newline;
      this.#give(text.slice(at, end), null);
      at = newline + 1;
    }
  }

  #give(line: string, fault: 'bad-encoding' | null): void {
    if (this.#skipping) {
      this.#skipping = false;
      return;
    }
    const text = this.#first && line.startsWith(BYTE_ORDER_MARK) ? line.slice(1) : line;
    this.#first = false;
    if (text.length > MAX_LINE_BYTES) this.#handle(text.slice(0, 200), 'line-too-long');
    else this.#handle(text, fault);
  }
}
