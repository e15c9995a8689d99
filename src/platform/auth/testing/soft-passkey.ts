// SPDX-License-Identifier: EUPL-1.2
import { createHash, createHmac, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';

// An authenticator in software, as WebAuthn level 3 describes it: ES256, attestation none, PRF. It can also
// answer as a bad one would, so that tests see what the server refuses.

const b64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');
const sha256 = (bytes: Uint8Array | string): Buffer => createHash('sha256').update(bytes).digest();

const USER_PRESENT = 0x01;
const USER_VERIFIED = 0x04;
const BACKUP_ELIGIBLE = 0x08;
const BACKED_UP = 0x10;
const ATTESTED = 0x40;

export interface Behaviour {
  /** The page's origin that the browser reports. */
  origin: string;
  rpId: string;
  verifies?: boolean;
  /** Its keys lie in a vendor's vault. */
  synced?: boolean;
  /** False for a key without a PRF. */
  prf?: boolean;
}

interface Question {
  challenge: string;
  salt: string;
}

export class SoftPasskey {
  readonly id = randomBytes(32);
  readonly #secret = randomBytes(32);
  readonly #key: KeyObject;
  readonly #x: Buffer;
  readonly #y: Buffer;
  #counter = 0;

  constructor() {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
    this.#key = privateKey;
    this.#x = Buffer.from(x, 'base64url');
    this.#y = Buffer.from(y, 'base64url');
  }

  /** What the browser posts after navigator.credentials.create(). */
  create({ challenge, salt }: Question, as: Behaviour) {
    const clientDataJSON = clientData('webauthn.create', challenge, as.origin);
    const length = Buffer.from([0, this.id.length]);
    const attested = Buffer.concat([Buffer.alloc(16), length, this.id, this.#coseKey()]);
    const authData = Buffer.concat([this.#authData(as, ATTESTED), attested]);
    const attestationObject = map([
      [text('fmt'), text('none')],
      [text('attStmt'), map([])],
      [text('authData'), bytes(authData)],
    ]);
    return {
      credential: {
        ...this.#named(),
        response: { clientDataJSON: b64(clientDataJSON), attestationObject: b64(attestationObject) },
      },
      prf: this.#prf(salt, as),
    };
  }

  /** What it posts after navigator.credentials.get(). */
  show({ challenge, salt }: Question, as: Behaviour) {
    this.#counter += 1;
    const clientDataJSON = clientData('webauthn.get', challenge, as.origin);
    const authenticatorData = this.#authData(as, 0);
    const signed = Buffer.concat([authenticatorData, sha256(clientDataJSON)]);
    return {
      credential: {
        ...this.#named(),
        response: {
          clientDataJSON: b64(clientDataJSON),
          authenticatorData: b64(authenticatorData),
          signature: b64(sign('sha256', signed, this.#key)),
        },
      },
      prf: this.#prf(salt, as),
    };
  }

  #named() {
    return { id: b64(this.id), rawId: b64(this.id), type: 'public-key' as const };
  }

  #prf(salt: string, { prf = true }: Behaviour): string | null {
    if (!prf) return null;
    return b64(createHmac('sha256', this.#secret).update(Buffer.from(salt, 'base64url')).digest());
  }

  #authData({ rpId, verifies = true, synced = false }: Behaviour, more: number): Buffer {
    const backup = synced ? BACKUP_ELIGIBLE | BACKED_UP : 0;
    const flags = USER_PRESENT | (verifies ? USER_VERIFIED : 0) | backup | more;
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(this.#counter);
    return Buffer.concat([sha256(rpId), Buffer.from([flags]), counter]);
  }

  // RFC 9052: kty EC2, alg ES256, crv P-256, x, y.
  #coseKey(): Buffer {
    return map([
      [int(1), int(2)],
      [int(3), int(-7)],
      [int(-1), int(1)],
      [int(-2), bytes(this.#x)],
      [int(-3), bytes(this.#y)],
    ]);
  }
}

function clientData(type: string, challenge: string, origin: string): Buffer {
  return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
}

// As much of CBOR (RFC 8949) as an attestation needs.
function head(major: number, n: number): Buffer {
  if (n < 24) return Buffer.from([(major << 5) | n]);
  return n < 256 ? Buffer.from([(major << 5) | 24, n]) : Buffer.from([(major << 5) | 25, n >> 8, n & 255]);
}
const int = (n: number): Buffer => (n < 0 ? head(1, -1 - n) : head(0, n));
const bytes = (value: Uint8Array): Buffer => Buffer.concat([head(2, value.length), value]);
const text = (value: string): Buffer => Buffer.concat([head(3, value.length), Buffer.from(value)]);
const map = (pairs: (readonly [Buffer, Buffer])[]): Buffer =>
  Buffer.concat([head(5, pairs.length), ...pairs.flat()]);
