// SPDX-License-Identifier: Apache-2.0

// A name is handled in the form it has in a DNS message (RFC 1035, 3.1): each label after its length, no final zero.
// So a dot or a zero byte inside a label cannot be mistaken for a boundary, and `a.b` as one label is not `a` under `b`.

import { RatingIndexError } from './errors.ts';

/** A host as text (`a.example`, ASCII, a final dot allowed) or as the bytes of a DNS message without compression. */
export type Host = string | Uint8Array;

const MAX_NAME_BYTES = 255;
const MAX_LABEL_BYTES = 63;
const DOT = 0x2e;

/** A name ready to be hashed: its bytes, and where each label (its length byte) starts and the last one ends. */
export interface NameBuffer {
  readonly text: Uint8Array;
  /** `starts[i]` of label i, the leftmost being 0; `starts[count]` is the end of the name. */
  readonly starts: Int32Array;
}

export function createNameBuffer(): NameBuffer {
  return { text: new Uint8Array(MAX_NAME_BYTES + 1), starts: new Int32Array(MAX_NAME_BYTES + 1) };
}

/** Finds the labels of the uncompressed name at `offset`. Returns their count, 0 for the root and whatever is no name. */
export function scanWire(name: NameBuffer, bytes: Uint8Array, offset: number): number {
  const limit = Math.min(bytes.length, offset + MAX_NAME_BYTES);
  let at = offset;
  for (let count = 0; at >= 0 && at < limit; count++) {
    const length = bytes[at] ?? 0;
    name.starts[count] = at;
    if (length === 0) return count;
    if (length > MAX_LABEL_BYTES) return 0;
    at += length + 1;
  }
  return 0;
}

/** Writes `host` as bytes into `name.text`. Returns the count of labels, 0 for whatever is no name in ASCII. */
export function scanText(name: NameBuffer, host: string): number {
  const length = host.charCodeAt(host.length - 1) === DOT ? host.length - 1 : host.length;
  if (length === 0 || length + 2 > MAX_NAME_BYTES) return 0;
  let count = 0;
  let start = 0;
  for (let i = 0; i <= length; i++) {
    const code = i === length ? DOT : host.charCodeAt(i);
    if (code > 0x7f) return 0;
    if (code !== DOT) {
      name.text[i + 1] = code;
      continue;
    }
    if (i === start || i - start > MAX_LABEL_BYTES) return 0;
    name.text[start] = i - start;
    name.starts[count++] = start;
    start = i + 1;
  }
  name.starts[count] = start;
  return count;
}

/** The bytes that hold the labels found by the scan. Throws `bad-host` where `scanHost` found none. */
export function scanHost(name: NameBuffer, host: Host): { bytes: Uint8Array; labels: number } {
  const isText = typeof host === 'string';
  const labels = isText ? scanText(name, host) : scanWire(name, host, 0);
  if (labels === 0) throw new RatingIndexError('bad-host', 'not a host name in ASCII of at most 255 bytes');
  return { bytes: isText ? name.text : host, labels };
}
