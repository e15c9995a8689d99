// SPDX-License-Identifier: EUPL-1.2
import { type Random, randomBytes, toBase64url } from '../crypto/bytes.ts';
import { SealError } from '../errors.ts';
import { type Keyring, kidOf } from './keyring.ts';
import { changeKeyring, type KeyringPlace } from './keyring-file.ts';

const KEY_LENGTH = 32;

// A pepper is named by the day it was made, so that its age is known without another record.
function freeName(taken: Record<string, string>, day: string): string {
  if (!Object.hasOwn(taken, day)) return day;
  for (let n = 2; ; n += 1) {
    if (!Object.hasOwn(taken, `${day}-${n}`)) return `${day}-${n}`;
  }
}

/** A new pepper for what is made from now on. Rows move to it at their next visit (2.4). */
export async function rotatePepper(
  keyring: Keyring,
  place: KeyringPlace,
  { now, random = randomBytes }: { now: Date; random?: Random },
): Promise<string> {
  const key = toBase64url(random(KEY_LENGTH));
  await changeKeyring(keyring, place, (contents) => {
    const name = freeName(contents.pepper, now.toISOString().slice(0, 10));
    return { ...contents, pepper: { ...contents.pepper, [name]: key }, pepper_now: name };
  });
  return keyring.pepper.id;
}

/**
 * Forgets a pepper for ever. Whatever is still under it, and every older backup, opens no more, so the
 * caller has made sure that no live row names it. The present one is refused (`seal.pepper-in-use`).
 */
export async function erasePepper(keyring: Keyring, place: KeyringPlace, id: string): Promise<void> {
  await changeKeyring(keyring, place, (contents) => {
    if (contents.pepper_now === id) throw new SealError('conflict', 'seal.pepper-in-use');
    const { [id]: _, ...pepper } = contents.pepper;
    return { ...contents, pepper };
  });
}

/** A new key that signs from now on. The root must sign a new key list before edges accept it. */
export async function addSigningKey(keyring: Keyring, place: KeyringPlace): Promise<string> {
  const seed = toBase64url(randomBytes(KEY_LENGTH));
  await changeKeyring(keyring, place, (contents) => ({
    ...contents,
    sign: { ...contents.sign, [kidOf(seed)]: seed },
  }));
  return keyring.signer.kid;
}

export async function removeSigningKey(keyring: Keyring, place: KeyringPlace, kid: string): Promise<void> {
  await changeKeyring(keyring, place, (contents) => {
    const { [kid]: _, ...sign } = contents.sign;
    return { ...contents, sign };
  });
}
