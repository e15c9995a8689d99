// SPDX-License-Identifier: EUPL-1.2
import { Aes256Gcm, CipherSuite, HkdfSha256 } from '@hpke/core';
import { DhkemX25519HkdfSha256 } from '@hpke/dhkem-x25519';
import { describe, expect, it } from 'vitest';
import { sealByHand } from '../testing/hpke-by-hand.ts';
import { given, hex, secret, vectors } from '../testing/vectors.ts';
import { concat, randomBytes, toHex, utf8 } from './bytes.ts';
import { context } from './contexts.ts';
import { openKey, openSeal, sealKey, sealTo } from './hpke.ts';
import { Secret } from './secret.ts';
import { makeKeyPair, publicOf } from './x25519.ts';

const { team, object, receipt, user_password: user, recovery, recovery_seal, custody_lease } = vectors;
const at = { team: team.team_id, epoch: team.epoch };

const cases = [
  {
    what: 'a team key to a member',
    context: context.teamToUser(at, user.user_id),
    text: team.ctx,
    pub: user.user_pub,
    priv: user.user_priv,
    plain: team.priv,
    ephemeral: team.ephemeral_priv,
    sealed: team.sealed_to_user,
  },
  {
    what: 'an object key to a team',
    context: context.objectToTeam(object.object_id, at),
    text: object.seal_team_ctx,
    pub: team.pub,
    priv: team.priv,
    plain: object.content_key,
    ephemeral: object.seal_team_ephemeral,
    sealed: object.seal_team,
  },
  {
    what: 'an object key to a receipt',
    context: context.objectToReceipt(object.object_id, receipt.receipt_id),
    text: object.seal_receipt_ctx,
    pub: receipt.pub,
    priv: receipt.priv,
    plain: object.content_key,
    ephemeral: object.seal_receipt_ephemeral,
    sealed: object.seal_receipt,
  },
  {
    what: 'a team key to the recovery key',
    context: context.teamToRecovery(at, recovery.n),
    text: recovery_seal.ctx,
    pub: recovery.x25519_pub,
    priv: recovery.x25519_priv,
    plain: recovery_seal.opens_to,
    ephemeral: recovery_seal.ephemeral_priv,
    sealed: recovery_seal.sealed,
  },
  {
    what: 'an object key to a lease holder',
    context: context.objectToUser(object.object_id, user.user_id),
    text: custody_lease.ctx,
    pub: user.user_pub,
    priv: user.user_priv,
    plain: custody_lease.opens_to,
    ephemeral: custody_lease.ephemeral_priv,
    sealed: custody_lease.sealed,
  },
];

describe('seals', () => {
  it.each(cases)('seal $what exactly as the vector', async (row) => {
    expect(row.context).toBe(row.text);
    expect(toHex(publicOf(secret(row.priv)))).toBe(row.pub);
    const to = { pub: hex(row.pub), context: row.context };
    const sealed = await sealKey(to, secret(row.plain), given(row.ephemeral));
    expect(toHex(sealed)).toBe(row.sealed);
    const opened = await openKey({ priv: secret(row.priv), context: row.context }, sealed);
    expect(toHex(opened.bytes())).toBe(row.plain);
  });

  it.each(cases)('agree with the standard written out by hand for $what', (row) => {
    const to = { pub: hex(row.pub), info: utf8(row.context) };
    expect(`0201${toHex(sealByHand(to, hex(row.plain), hex(row.ephemeral)))}`).toBe(row.sealed);
  });

  it('agree with the standard written out by hand for random keys and texts', async () => {
    for (let round = 0; round < 20; round += 1) {
      const { priv, pub } = makeKeyPair();
      const ephemeral = Buffer.from(randomBytes(32));
      const plain = Buffer.from(randomBytes(round * 7));
      const where = context.data('note', `row-${round}`);
      const byHand = sealByHand({ pub: Buffer.from(pub), info: utf8(where) }, plain, ephemeral);
      expect(toHex(await sealTo({ pub, context: where }, plain, () => ephemeral))).toBe(
        `0201${toHex(byHand)}`,
      );
      const opened = await openSeal({ priv, context: where }, concat(hex('0201'), byHand));
      expect(opened.equals(plain)).toBe(true);
    }
  });

  it('open with a key agreement written in another language and sealed by it', async () => {
    const other = new CipherSuite({
      kem: new DhkemX25519HkdfSha256(),
      kdf: new HkdfSha256(),
      aead: new Aes256Gcm(),
    });
    const { priv, pub } = makeKeyPair();
    const where = context.keyringToRecovery('rowan.example', 1);
    const recipientPublicKey = await other.kem.deserializePublicKey(pub);
    const { enc, ct } = await other.seal({ recipientPublicKey, info: utf8(where) }, utf8('over there'));
    const sealed = concat(hex('0201'), new Uint8Array(enc), new Uint8Array(ct));
    expect((await openSeal({ priv, context: where }, sealed)).toString()).toBe('over there');
  });
});

describe('a seal that is not what its place says', () => {
  const row = cases[1] ?? cases[0];
  const sealed = hex(row?.sealed ?? '');
  const priv = secret(team.priv);
  const here = context.objectToTeam(object.object_id, at);

  it('does not open for another object, team, epoch or kind of holder [N09]', async () => {
    const wrong = [
      context.objectToTeam(receipt.receipt_id, at),
      context.objectToTeam(object.object_id, { ...at, epoch: 8 }),
      context.objectToTeam(object.object_id, { ...at, team: user.user_id }),
      context.objectToReceipt(object.object_id, team.team_id),
      context.objectToUser(object.object_id, team.team_id),
    ];
    for (const elsewhere of wrong) {
      await expect(openKey({ priv, context: elsewhere }, sealed)).rejects.toThrow('seal.seal');
    }
  });

  it('does not open with another private key', async () => {
    await expect(openKey({ priv: makeKeyPair().priv, context: here }, sealed)).rejects.toThrow('seal.seal');
  });

  it('does not open with a byte changed, cut short, or of another version or suite [N10]', async () => {
    for (let at = 0; at < sealed.length; at += 1) {
      const changed = Buffer.from(sealed);
      changed[at] = (changed[at] ?? 0) ^ 1;
      await expect(openKey({ priv, context: here }, changed)).rejects.toThrow('seal.seal');
    }
    for (const length of [0, 1, 2, 34, 49, 50, 81]) {
      await expect(openKey({ priv, context: here }, sealed.subarray(0, length))).rejects.toThrow('seal.seal');
    }
    for (const [version, suite] of [
      [0, 1],
      [1, 1],
      [3, 1],
      [2, 0],
      [2, 2],
    ]) {
      const other = Buffer.from(sealed);
      other.set([version ?? 0, suite ?? 0]);
      await expect(openSeal({ priv, context: here }, other)).rejects.toThrow('seal.seal');
    }
  });
});

describe('public keys of low order [N11]', () => {
  // The points of small order of Curve25519, and their non-canonical spellings (RFC 7748, 6.1).
  const weak = [
    '00'.repeat(32),
    `01${'00'.repeat(31)}`,
    'e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800',
    '5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157',
    `ec${'ff'.repeat(30)}7f`,
    `ed${'ff'.repeat(30)}7f`,
    `ee${'ff'.repeat(30)}7f`,
  ];

  it.each(weak)('are refused when sealing: %s', async (pub) => {
    const to = { pub: hex(pub), context: context.keyring('rowan.example') };
    await expect(sealKey(to, new Secret(randomBytes(32)))).rejects.toThrow('seal.public-key');
  });

  it.each(weak)('are refused when opening: %s', async (enc) => {
    const sealed = concat(hex('0201'), hex(enc), randomBytes(48));
    const from = { priv: makeKeyPair().priv, context: context.keyring('rowan.example') };
    await expect(openKey(from, sealed)).rejects.toThrow('seal.seal');
  });

  it('and keys of a wrong length are refused too', async () => {
    for (const length of [0, 31, 33]) {
      const to = { pub: new Uint8Array(length), context: context.keyring('rowan.example') };
      await expect(sealKey(to, new Secret(randomBytes(32)))).rejects.toThrow('seal.public-key');
    }
  });
});
