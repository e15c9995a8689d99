// SPDX-License-Identifier: EUPL-1.2
import type { KeyObject } from 'node:crypto';
import { inspect } from 'node:util';
import { refused } from '../errors.ts';

/**
 * Key bytes that live no longer than a request. It owns its buffer, overwrites it on dispose, and
 * prints nothing whatever is done to it: inspect, JSON, string, spread (N68).
 */
export class Secret implements Disposable {
  readonly #bytes: Uint8Array;
  #gone = false;

  /** Takes the buffer over: the caller must not keep or share it. */
  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  static copyOf(bytes: Uint8Array): Secret {
    return new Secret(Uint8Array.from(bytes));
  }

  /** The live bytes, to hand to a primitive at once. Never store them. */
  bytes(): Uint8Array {
    if (this.#gone) throw refused('seal.key-disposed');
    return this.#bytes;
  }

  dispose(): void {
    this.#bytes.fill(0);
    this.#gone = true;
  }

  [Symbol.dispose](): void {
    this.dispose();
  }

  toJSON(): string {
    return '[secret]';
  }

  toString(): string {
    return '[secret]';
  }

  [inspect.custom](): string {
    return '[secret]';
  }
}

/** A key of the request (Secret) or of the process (KeyObject, which prints nothing either). */
export type Key = Secret | KeyObject;

/** The form that node:crypto takes as a key. */
export function material(key: Key): Uint8Array | KeyObject {
  return key instanceof Secret ? key.bytes() : key;
}
