// SPDX-License-Identifier: EUPL-1.2
import { box, unbox } from '../crypto/box.ts';
import type { Random } from '../crypto/bytes.ts';
import { context } from '../crypto/contexts.ts';
import { Secret } from '../crypto/secret.ts';

/** The 20-byte TOTP secret lies under a key of the password: readable only while that is being typed. */
export type TotpPlace = { totpKey: Secret; unlockId: string };

export function boxTotpSecret(place: TotpPlace, secret: Secret, random?: Random): Buffer {
  return box({ key: place.totpKey, context: context.wrapTotp(place.unlockId) }, secret.bytes(), random);
}

export function unboxTotpSecret(place: TotpPlace, boxed: Uint8Array): Secret {
  return new Secret(unbox({ key: place.totpKey, context: context.wrapTotp(place.unlockId) }, boxed));
}
