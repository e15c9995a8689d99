// SPDX-License-Identifier: EUPL-1.2
import { createCipheriv, createHmac, createPrivateKey, createPublicKey, diffieHellman } from 'node:crypto';

// For tests only: RFC 9180 base mode written out on node:crypto, to check the library against a second
// reading of the standard. Suite: DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, AES-256-GCM.

const KEM = Buffer.concat([Buffer.from('KEM'), Buffer.from('0020', 'hex')]);
const HPKE = Buffer.concat([Buffer.from('HPKE'), Buffer.from('002000010002', 'hex')]);
const NONE = Buffer.alloc(0);

const hmac = (key: Buffer, data: Buffer) => createHmac('sha256', key).update(data).digest();

function extract(suite: Buffer, salt: Buffer, [label, ikm]: [string, Buffer]): Buffer {
  const key = salt.length === 0 ? Buffer.alloc(32) : salt;
  return hmac(key, Buffer.concat([Buffer.from('HPKE-v1'), suite, Buffer.from(label), ikm]));
}

// One block: no value of this suite is longer than 32 bytes.
function expand(suite: Buffer, prk: Buffer, [label, info, length]: [string, Buffer, number]): Buffer {
  const head = Buffer.from([length >> 8, length & 255]);
  const labelled = [head, Buffer.from('HPKE-v1'), suite, Buffer.from(label), info, Buffer.from([1])];
  return hmac(prk, Buffer.concat(labelled)).subarray(0, length);
}

const privateKey = (raw: Buffer) =>
  createPrivateKey({
    key: Buffer.concat([Buffer.from('302e020100300506032b656e04220420', 'hex'), raw]),
    format: 'der',
    type: 'pkcs8',
  });

const publicKey = (raw: Buffer) =>
  createPublicKey({
    key: Buffer.concat([Buffer.from('302a300506032b656e032100', 'hex'), raw]),
    format: 'der',
    type: 'spki',
  });

/** enc | ct for the given ephemeral private key. */
export function sealByHand(to: { pub: Buffer; info: Buffer }, plain: Buffer, ephemeral: Buffer): Buffer {
  const own = privateKey(ephemeral);
  const enc = createPublicKey(own).export({ format: 'der', type: 'spki' }).subarray(12);
  const dh = diffieHellman({ privateKey: own, publicKey: publicKey(to.pub) });
  const eae = extract(KEM, NONE, ['eae_prk', dh]);
  const sharedSecret = expand(KEM, eae, ['shared_secret', Buffer.concat([enc, to.pub]), 32]);
  const schedule = Buffer.concat([
    Buffer.from([0]),
    extract(HPKE, NONE, ['psk_id_hash', NONE]),
    extract(HPKE, NONE, ['info_hash', to.info]),
  ]);
  const secret = extract(HPKE, sharedSecret, ['secret', NONE]);
  const key = expand(HPKE, secret, ['key', schedule, 32]);
  const nonce = expand(HPKE, secret, ['base_nonce', schedule, 12]);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  return Buffer.concat([enc, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}
