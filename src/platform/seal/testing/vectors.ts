// SPDX-License-Identifier: EUPL-1.2
import type { Random } from '../crypto/bytes.ts';
import { Secret } from '../crypto/secret.ts';

// For tests only: the specification's vectors, and the randomness with which they were made.

export { default as vectors } from './security-vectors.json' with { type: 'json' };

export function hex(text: string): Buffer {
  return Buffer.from(text, 'hex');
}

export function secret(text: string): Secret {
  return new Secret(hex(text));
}

/** Gives these values once each, and fails when asked for one more or for another length. */
export function given(...values: string[]): Random {
  const left = values.map(hex);
  return (n) => {
    const next = left.shift();
    if (next?.length !== n) throw new Error(`asked for ${n} bytes, have ${next?.length}`);
    return next;
  };
}
