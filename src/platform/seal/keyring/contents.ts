// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import { fromBase64url } from '../crypto/bytes.ts';
import { refused } from '../errors.ts';

// What keyring.json holds (security.md 3.2). Keys are 32 bytes, base64url.

const bytes = (length: number) => z.string().refine((text) => fromBase64url(text)?.length === length);
const key = bytes(32);

const shape = z
  .strictObject({
    v: z.literal(1),
    instance: z.string().regex(/^[a-z0-9][a-z0-9._:-]{0,127}$/),
    pepper: z.record(z.string().regex(/^[a-z0-9-]{1,32}$/), key),
    pepper_now: z.string(),
    mac: key,
    machine: key,
    guard: key,
    field: key,
    prf_salt: key,
    receipt_salt: bytes(16),
    sign: z.record(z.string().regex(/^[0-9a-f]{16}$/), key),
  })
  .refine(({ pepper, pepper_now: now }) => Object.hasOwn(pepper, now))
  .refine(({ sign }) => Object.keys(sign).length > 0);

export type KeyringContents = z.infer<typeof shape>;

/** Throws `seal.keyring-form`, and says nothing of what was wrong: the value is made of secrets. */
export function readContents(value: unknown): KeyringContents {
  const contents = shape.safeParse(value).data;
  if (contents === undefined) throw refused('seal.keyring-form');
  return contents;
}

export function parseContents(text: string): KeyringContents {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // A syntax error quotes the text.
    throw refused('seal.keyring-form');
  }
  return readContents(value);
}
