// SPDX-License-Identifier: Apache-2.0
import { copyBytes, get8, get16, lowerByte } from './bytes.ts';
import { HEADER_BYTES } from './codes.ts';

// A name on the wire is a run of labels, each a length byte (1 to 63) and that many bytes, ended by a zero
// byte: `example.org` is 07 65 78 61 6d 70 6c 65 03 6f 72 67 00. In answers a label may be replaced by a
// pointer, two bytes with the top bits 11, to an earlier place in the message (RFC 1035 3.1 and 4.1.4).

const LABEL_MAX = 63;
const NAME_MAX = 255;
const LABELS_MAX = 127;
const POINTER = 0xc0;
const POINTER_MASK = 0x3fff;

/** The root name, `.`. */
export const ROOT_NAME: Uint8Array = Uint8Array.of(0);

/**
 * Offset just after the uncompressed name that begins at `at`, or -1 when it is cut off at `length`, longer
 * than 255 bytes, has a label above 63, or holds a compression pointer.
 */
export function plainNameEnd(packet: Uint8Array, at: number, length: number): number {
  const last = Math.min(length, at + NAME_MAX);
  let i = at;
  while (i < last) {
    const size = get8(packet, i);
    if (size === 0) return i + 1;
    if (size > LABEL_MAX) return -1;
    i += size + 1;
  }
  return -1;
}

/**
 * Offset just after the name that begins at `at`, which may end in a pointer; -1 when malformed. A pointer
 * must lead to before the name (RFC 1035 4.1.4, "prior occurrence"); what stands there is checked by
 * `expandName`.
 */
export function nameEnd(packet: Uint8Array, at: number, length: number): number {
  const last = Math.min(length, at + NAME_MAX);
  let i = at;
  while (i < last) {
    const size = get8(packet, i);
    if (size === 0) return i + 1;
    if (size >= POINTER) return i + 2 <= length && pointsBefore(packet, i, at) ? i + 2 : -1;
    if (size > LABEL_MAX) return -1;
    i += size + 1;
  }
  return -1;
}

function pointsBefore(packet: Uint8Array, pointerAt: number, nameAt: number): boolean {
  const target = get16(packet, pointerAt) & POINTER_MASK;
  return target >= HEADER_BYTES && target < nameAt;
}

/**
 * The name at `at` as its own uncompressed wire bytes (1 to 255), case kept; null when malformed. Each
 * pointer must lead before the run of labels that held it, so the walk ends; at most 127 are followed.
 */
export function expandName(packet: Uint8Array, at: number): Uint8Array | null {
  const name = new Uint8Array(NAME_MAX);
  let used = 0;
  let run = at;
  let i = at;
  for (let hops = 0; i < packet.length; ) {
    const size = get8(packet, i);
    if (size >= POINTER) {
      if (++hops > LABELS_MAX || i + 2 > packet.length || !pointsBefore(packet, i, run)) return null;
      run = get16(packet, i) & POINTER_MASK;
      i = run;
      continue;
    }
    const next = i + size + 1;
    if (size > LABEL_MAX || next > packet.length || used + size + 1 > NAME_MAX) return null;
    for (; i < next; i += 1) name[used++] = get8(packet, i);
    if (size === 0) return name.slice(0, used);
  }
  return null;
}

// RFC 1035 5.1: \X for a character with a meaning in master files, \DDD for a byte that is not a visible
// character.
const TEXT_OF_BYTE: readonly string[] = Array.from({ length: 256 }, (_, byte) => {
  const char = String.fromCharCode(byte);
  if ('."();@$\\'.includes(char)) return `\\${char}`;
  return byte > 0x20 && byte < 0x7f ? char : `\\${String(byte).padStart(3, '0')}`;
});

/** How `nameToText` writes; `lower` folds ASCII letters. */
export interface NameTextOptions {
  readonly lower?: boolean;
}

/**
 * The name at `at` as text in RFC 1035 5.1 escapes, without a trailing dot (the root is `.`); null when
 * malformed. Follows pointers. Not for the hot path: it allocates.
 */
export function nameToText(wire: Uint8Array, at = 0, options: NameTextOptions = {}): string | null {
  const name = expandName(wire, at);
  if (name === null) return null;
  if (name.length === 1) return '.';
  let text = '';
  for (let i = 0; get8(name, i) !== 0; ) {
    const next = i + get8(name, i) + 1;
    if (i > 0) text += '.';
    for (i += 1; i < next; i += 1) {
      const byte = get8(name, i);
      text += TEXT_OF_BYTE[options.lower ? lowerByte(byte) : byte] ?? '';
    }
  }
  return text;
}

/**
 * Wire bytes of a name written as text, with or without a trailing dot, case kept; null when a label is empty
 * or above 63 bytes, the whole above 255, an escape is wrong, or a character is not visible ASCII (turn IDN
 * into A-labels first).
 */
export function textToName(text: string): Uint8Array | null {
  if (text === '.') return ROOT_NAME.slice();
  const name = new Uint8Array(NAME_MAX);
  let start = 0;
  let used = 1;
  for (let i = 0; i < text.length; ) {
    if (text[i] === '.') {
      if (!closeLabel(name, start, used)) return null;
      start = used;
      used += 1;
      i += 1;
      continue;
    }
    const byte = byteAt(text, i);
    // The last byte is kept free for the root label.
    if (byte < 0 || used >= NAME_MAX - 1) return null;
    name[used++] = byte;
    i += text[i] === '\\' ? escapeLength(text, i) : 1;
  }
  if (used > start + 1) {
    if (!closeLabel(name, start, used)) return null;
    start = used;
  }
  return start === 0 ? null : name.slice(0, start + 1);
}

function closeLabel(name: Uint8Array, start: number, used: number): boolean {
  const size = used - start - 1;
  name[start] = size;
  return size > 0 && size <= LABEL_MAX;
}

function escapeLength(text: string, at: number): number {
  const code = text.charCodeAt(at + 1);
  return code >= 0x30 && code <= 0x39 ? 4 : 2;
}

function byteAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code !== 0x5c) return code > 0x20 && code < 0x7f ? code : -1;
  if (escapeLength(text, at) === 2) {
    const escaped = text.charCodeAt(at + 1);
    return escaped >= 0x20 && escaped < 0x7f ? escaped : -1;
  }
  const digits = text.slice(at + 1, at + 4);
  return /^\d{3}$/.test(digits) && Number(digits) < 256 ? Number(digits) : -1;
}

/**
 * Whether two uncompressed, well-formed names that begin at the same offset `from` are equal, ASCII case
 * aside (RFC 4343). Length bytes are below 64 and so never folded.
 */
export function sameName(a: Uint8Array, b: Uint8Array, from = 0): boolean {
  const end = plainNameEnd(a, from, a.length);
  if (end < 0 || end > b.length) return false;
  for (let i = from; i < end; i += 1) {
    if (lowerByte(get8(a, i)) !== lowerByte(get8(b, i))) return false;
  }
  return true;
}

/**
 * Offsets of the name at `at` and of each parent, longest first, without the root, written into `into` (room
 * for 127); returns how many. For `www.example.org` at 12: 12, 16, 24. The name must be well formed and
 * uncompressed, as it is in a query that `readQuery` accepted.
 */
export function suffixOffsets(wire: Uint8Array, at: number, into: Uint16Array): number {
  let count = 0;
  let i = at;
  for (let size = get8(wire, i); size !== 0 && count < into.length; size = get8(wire, i)) {
    into[count++] = i;
    i += size + 1;
  }
  return count;
}

/** A lower-case copy of the uncompressed name at `at`; null when malformed. */
export function lowerName(wire: Uint8Array, at = 0): Uint8Array | null {
  const end = plainNameEnd(wire, at, wire.length);
  return end < 0 ? null : copyBytes(wire, at, end).map(lowerByte);
}
