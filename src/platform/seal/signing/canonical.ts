// SPDX-License-Identifier: EUPL-1.2
import { refused } from '../errors.ts';

// The subset of RFC 8785 in which a value has exactly one text: objects, arrays, well-formed strings,
// safe integers, true, false, null. What other languages could print in two ways is refused, so that a
// hash or a signature means one thing (N48).

const DEEPEST = 64;

/** The one text of a value. Throws `seal.canonical` for anything outside the subset. */
export function canonicalJson(value: unknown): string {
  return write(value, 0);
}

/** The value of a canonical text: refuses another spelling of it, a double key included. */
export function readCanonicalJson(text: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw refused('seal.canonical');
  }
  if (canonicalJson(value) !== text) throw refused('seal.canonical');
  return value;
}

function write(value: unknown, depth: number): string {
  if (depth > DEEPEST) throw refused('seal.canonical');
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return writeString(value);
  if (typeof value === 'number') return writeInteger(value);
  if (Array.isArray(value)) return `[${Array.from(value, (item) => write(item, depth + 1)).join(',')}]`;
  if (isPlainObject(value)) return writeObject(value, depth);
  throw refused('seal.canonical');
}

function writeString(text: string): string {
  if (!text.isWellFormed()) throw refused('seal.canonical');
  return JSON.stringify(text);
}

function writeInteger(n: number): string {
  if (!Number.isSafeInteger(n) || Object.is(n, -0)) throw refused('seal.canonical');
  return String(n);
}

function writeObject(object: Record<string, unknown>, depth: number): string {
  // The default sort compares UTF-16 units, which is the order that RFC 8785 asks for.
  const members = Object.keys(object)
    .sort()
    .map((key) => {
      if (key === '__proto__') throw refused('seal.canonical');
      return `${writeString(key)}:${write(object[key], depth + 1)}`;
    });
  return `{${members.join(',')}}`;
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
