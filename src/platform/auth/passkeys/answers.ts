// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import { fromBase64url, Secret } from '#platform/seal';

const text = z.string().max(20_000);

/** What a browser says after `navigator.credentials.create()`; every value base64url. */
export const createdCredential = z.object({
  id: text,
  rawId: text,
  type: z.literal('public-key'),
  response: z.object({ clientDataJSON: text, attestationObject: text }),
  clientExtensionResults: z.object({}).default({}),
});

/** What it says after `navigator.credentials.get()`. */
export const shownCredential = z.object({
  id: text,
  rawId: text,
  type: z.literal('public-key'),
  response: z.object({
    clientDataJSON: text,
    authenticatorData: text,
    signature: text,
    userHandle: text.optional(),
  }),
  clientExtensionResults: z.object({}).default({}),
});

export type CreatedCredential = z.infer<typeof createdCredential>;
export type ShownCredential = z.infer<typeof shownCredential>;

/** The PRF output beside it: 32 bytes, base64url; null where the authenticator has none (P3). */
export const prfOutput = z
  .string()
  .refine((value) => fromBase64url(value)?.length === 32)
  .nullable();

/** The PRF output as a secret. The caller disposes it. */
export function prfSecret(output: string): Secret {
  return new Secret(fromBase64url(output) ?? new Uint8Array());
}
