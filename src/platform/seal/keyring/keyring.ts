// SPDX-License-Identifier: EUPL-1.2
import { createSecretKey, type KeyObject } from 'node:crypto';
import { inspect } from 'node:util';
import { fromBase64url, type Random, randomBytes, toBase64url } from '../crypto/bytes.ts';
import { Secret } from '../crypto/secret.ts';
import { refused, SealError } from '../errors.ts';
import { type SigningKey, signingKey } from '../signing/signing-key.ts';
import { type KeyringContents, readContents } from './contents.ts';
import { Intake } from './intake.ts';

export type Pepper = { id: string; key: KeyObject };

type Parts = {
  contents: KeyringContents;
  peppers: Pepper[];
  mac: KeyObject;
  machine: KeyObject;
  guard: KeyObject;
  field: KeyObject;
  signers: SigningKey[];
};

// Beside the class, so that whoever is handed a keyring can use its keys and not read the file behind it.
const held = new WeakMap<Keyring, Parts>();

/**
 * The installation's own keys, in memory. They are the only secrets a job may use, and none of them
 * opens what a reporter wrote. Prints as nothing (N68).
 */
export class Keyring {
  readonly intake = new Intake();

  constructor(contents: KeyringContents) {
    held.set(this, partsOf(contents));
  }

  get #parts(): Parts {
    const parts = held.get(this);
    if (parts === undefined) throw refused('seal.keyring-form');
    return parts;
  }

  get instance(): string {
    return this.#parts.contents.instance;
  }

  /** Marks public keys in the database, and keyed look-ups. */
  get mac(): KeyObject {
    return this.#parts.mac;
  }

  /** Machine boxes: what a job may open. */
  get machine(): KeyObject {
    return this.#parts.machine;
  }

  /** Device look-ups; edges have it too. */
  get guard(): KeyObject {
    return this.#parts.guard;
  }

  /** Small private fields at rest: staff mail, household names. */
  get field(): KeyObject {
    return this.#parts.field;
  }

  /** The pepper for whatever is made or renewed now. */
  get pepper(): Pepper {
    return this.pepperOf(this.#parts.contents.pepper_now);
  }

  /** Every live pepper, the present one first. */
  get peppers(): readonly Pepper[] {
    const now = this.pepper;
    return [now, ...this.#parts.peppers.filter(({ id }) => id !== now.id)];
  }

  /** Throws `seal.pepper-gone` (not-found) for one that was erased: such a row opens no more. */
  pepperOf(id: string): Pepper {
    const pepper = this.#parts.peppers.find((one) => one.id === id);
    if (pepper === undefined) throw new SealError('not-found', 'seal.pepper-gone');
    return pepper;
  }

  /** The key that signs now: the one added last. */
  get signer(): SigningKey {
    const last = this.#parts.signers.at(-1);
    if (last === undefined) throw refused('seal.keyring-form');
    return last;
  }

  get signers(): readonly SigningKey[] {
    return this.#parts.signers;
  }

  /** 32 bytes, the same for everybody: what a passkey's PRF is asked with. */
  get prfSalt(): Uint8Array {
    return saltOf(this.#parts.contents.prf_salt);
  }

  /** One for the whole instance, because a receipt code arrives without a name. */
  get receiptSalt(): Uint8Array {
    return saltOf(this.#parts.contents.receipt_salt);
  }

  toJSON(): string {
    return '[keyring]';
  }

  [inspect.custom](): string {
    return '[keyring]';
  }
}

/** What the file holds, for writing it and for its backup. Not for the door. */
export function contentsOf(keyring: Keyring): KeyringContents {
  const parts = held.get(keyring);
  if (parts === undefined) throw refused('seal.keyring-form');
  return structuredClone(parts.contents);
}

/** Takes over new contents, after they were written. */
export function adopt(keyring: Keyring, contents: KeyringContents): void {
  if (contents.instance !== keyring.instance) throw refused('seal.keyring-form');
  held.set(keyring, partsOf(contents));
}

/** Contents for a new installation. `day` names the first pepper. */
export function newContents(instance: string, day: string, random: Random = randomBytes): KeyringContents {
  const make = (length = 32) => toBase64url(random(length));
  const seed = make();
  return readContents({
    v: 1,
    instance,
    pepper: { [day]: make() },
    pepper_now: day,
    mac: make(),
    machine: make(),
    guard: make(),
    field: make(),
    prf_salt: make(),
    receipt_salt: make(16),
    sign: { [kidOf(seed)]: seed },
  });
}

/** The kid of a base64url seed, as the file names it. */
export function kidOf(seed: string): string {
  using secret = secretOf(seed);
  return signingKey(secret).kid;
}

function partsOf(contents: KeyringContents): Parts {
  return {
    contents,
    peppers: Object.entries(contents.pepper).map(([id, key]) => ({ id, key: keyOf(key) })),
    mac: keyOf(contents.mac),
    machine: keyOf(contents.machine),
    guard: keyOf(contents.guard),
    field: keyOf(contents.field),
    signers: Object.values(contents.sign).map((seed) => {
      using secret = secretOf(seed);
      return signingKey(secret);
    }),
  };
}

function secretOf(text: string): Secret {
  const bytes = fromBase64url(text);
  if (bytes === null || bytes.length !== 32) throw refused('seal.keyring-form');
  return new Secret(bytes);
}

function keyOf(text: string): KeyObject {
  using secret = secretOf(text);
  return createSecretKey(secret.bytes());
}

function saltOf(text: string): Uint8Array {
  return fromBase64url(text) ?? new Uint8Array();
}
