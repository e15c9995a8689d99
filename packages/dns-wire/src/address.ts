// SPDX-License-Identifier: Apache-2.0
import { get16 } from './bytes.ts';

/** Four bytes of a dotted IPv4 address (no leading zeros), or null. */
function ipv4Bytes(text: string): Uint8Array | null {
  const parts = text.split('.');
  if (parts.length !== 4) return null;
  const bytes = new Uint8Array(4);
  for (const [i, part] of parts.entries()) {
    if (!/^(0|[1-9]\d{0,2})$/.test(part) || Number(part) > 255) return null;
    bytes[i] = Number(part);
  }
  return bytes;
}

/** Groups on one side of `::` as bytes, a dotted IPv4 address allowed at the end; null when malformed. */
function groupBytes(text: string, last: boolean): number[] | null {
  if (text === '') return [];
  const bytes: number[] = [];
  const groups = text.split(':');
  for (const [i, group] of groups.entries()) {
    if (last && i === groups.length - 1 && group.includes('.')) {
      const v4 = ipv4Bytes(group);
      if (v4 === null) return null;
      bytes.push(...v4);
    } else {
      if (!/^[0-9a-f]{1,4}$/i.test(group)) return null;
      const value = Number.parseInt(group, 16);
      bytes.push(value >>> 8, value & 0xff);
    }
  }
  return bytes;
}

function ipv6Bytes(text: string): Uint8Array | null {
  const sides = text.split('::');
  if (sides.length > 2) return null;
  const [before = '', after] = sides;
  const head = groupBytes(before, after === undefined);
  const tail = groupBytes(after ?? '', true);
  if (head === null || tail === null) return null;
  const known = head.length + tail.length;
  if (after === undefined ? known !== 16 : known > 14) return null;
  const bytes = new Uint8Array(16);
  bytes.set(head);
  bytes.set(tail, 16 - tail.length);
  return bytes;
}

/** Bytes of an IPv4 (4) or IPv6 (16, RFC 4291 2.2) address, no zone index; null for anything else. */
export function addressBytes(text: string): Uint8Array | null {
  return text.includes(':') ? ipv6Bytes(text) : ipv4Bytes(text);
}

/** Text of 4 or 16 address bytes, IPv6 as RFC 5952 wants it; null for any other length. */
export function addressText(bytes: Uint8Array): string | null {
  if (bytes.length === 4) return bytes.join('.');
  if (bytes.length !== 16) return null;
  const groups = Array.from({ length: 8 }, (_, i) => get16(bytes, i * 2));
  const gap = longestZeros(groups);
  const hex = (part: number[]) => part.map((group) => group.toString(16)).join(':');
  if (gap.length < 2) return hex(groups);
  return `${hex(groups.slice(0, gap.at))}::${hex(groups.slice(gap.at + gap.length))}`;
}

function longestZeros(groups: readonly number[]): { at: number; length: number } {
  let best = { at: 0, length: 0 };
  for (let i = 0; i < groups.length; i += 1) {
    let end = i;
    while (groups[end] === 0) end += 1;
    if (end - i > best.length) best = { at: i, length: end - i };
  }
  return best;
}
