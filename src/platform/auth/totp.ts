// SPDX-License-Identifier: EUPL-1.2
import { generateSync } from 'otplib';
import { equalBytes, randomBytes, Secret } from '#platform/seal';

const PERIOD = 30;
const WINDOW = 1;
const BYTES = 20;
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** A new TOTP secret: 20 random bytes (RFC 6238, SHA-1, 30 seconds). */
export const makeTotpSecret = (): Secret => new Secret(randomBytes(BYTES));

/** The secret as authenticator apps take it. */
export function base32(bytes: Uint8Array): string {
  let bits = 0;
  let value = 0;
  let text = '';
  for (const byte of bytes) {
    value = (value << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += ALPHABET[(value >>> bits) & 31];
    }
  }
  return text;
}

/** The address behind the QR code of an authenticator app. */
export function totpAddress(secret: Secret, label: { site: string; alias: string }): string {
  const name = encodeURIComponent(`${label.site}:${label.alias}`);
  return `otpauth://totp/${name}?secret=${base32(secret.bytes())}&issuer=${encodeURIComponent(label.site)}`;
}

export function totpAt(secret: Secret, at: Date): string {
  return generateSync({ secret: base32(secret.bytes()), epoch: Math.floor(at.getTime() / 1000) });
}

/**
 * The time step a code belongs to, within one step of now, or null. `after` is the last step accepted:
 * a code counts once (N22).
 */
export function totpStep(
  secret: Secret,
  code: string,
  from: { now: Date; after: number | null },
): number | null {
  const now = Math.floor(from.now.getTime() / 1000 / PERIOD);
  const typed = Buffer.from(code.replaceAll(/\s/g, ''));
  for (let step = now - WINDOW; step <= now + WINDOW; step++) {
    if (from.after !== null && step <= from.after) continue;
    const expected = Buffer.from(totpAt(secret, new Date(step * PERIOD * 1000)));
    if (equalBytes(typed, expected)) return step;
  }
  return null;
}
