// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { registryMatches } from '../crypto/registry.ts';
import { publicOf } from '../crypto/x25519.ts';
import type { Keyring } from '../keyring/keyring.ts';
import { createKeyring, type KeyringPlace } from '../keyring/keyring-file.ts';
import { erasePepper, rotatePepper } from '../keyring/renewal.ts';
import {
  findReceipt,
  newReceipt,
  openReceipt,
  openReceiptWithWord,
  type ReceiptCandidate,
  type ReceiptColumns,
  sealReceipt,
} from './receipt.ts';
import { tidySecretWord } from './secret-word.ts';

const NOW = new Date('2026-11-21T12:00:00Z');
const CODE = '4821093755601186';
const kdfId = 0;
let place: KeyringPlace;
let keyring: Keyring;

beforeAll(async () => {
  place = { data: await mkdtemp(join(tmpdir(), 'rowan-receipt-')), keyFile: null };
  keyring = await createKeyring(place, { instance: 'rowan.example', now: NOW });
});
afterAll(() => rm(place.data, { recursive: true }));

type Row = ReceiptColumns & { id: string };

const make = async (word?: string): Promise<Row> => {
  const id = randomUUID();
  return {
    id,
    ...(await newReceipt(keyring, { id, code: CODE, kdfId, ...(word !== undefined && { word }) })),
  };
};

const matching = async (row: Row, code = CODE): Promise<ReceiptCandidate | undefined> => {
  const candidates = await findReceipt(keyring, code, kdfId);
  return candidates.find((one) => one.pepper_id === row.pepper_id && one.lookup.equals(row.lookup));
};

const open = async (row: Row): Promise<Buffer> => {
  const candidate = await matching(row);
  if (candidate === undefined) throw new Error('not found');
  return publicOf(openReceipt(row, candidate));
};

describe('a receipt', () => {
  it('is found and opened by its code, and its public key bears the mark', async () => {
    const row = await make();
    expect((await open(row)).equals(row.pub)).toBe(true);
    expect(registryMatches(keyring.mac, { kind: 'receipt', id: row.id, pub: row.pub }, row.pub_mac)).toBe(
      true,
    );
    expect(row.word_salt).toBeNull();
  });

  it('is not found by another code, and its row holds nothing of the code [N02]', async () => {
    const row = await make();
    expect(await matching(row, '1234567890123450')).toBeUndefined();
    const bytes = Buffer.concat([row.lookup, row.pub, row.pub_mac, row.wrapped]);
    for (const text of [CODE, '4821 0937 5560 1186']) expect(bytes.includes(text)).toBe(false);
  });

  it('does not open in another row', async () => {
    const [row, other] = [await make(), await make()];
    const candidate = await matching(row);
    if (candidate === undefined) throw new Error('not found');
    expect(() => openReceipt({ ...row, wrapped: other.wrapped }, candidate)).toThrow('seal.box');
    expect(() => openReceipt({ ...row, id: other.id }, candidate)).toThrow('seal.box');
  });

  it('with a secret word opens with code and word only [N67]', async () => {
    const row = await make('saule mēness');
    const candidate = await matching(row);
    if (candidate === undefined) throw new Error('not found');
    expect(() => openReceipt(row, candidate)).toThrow('seal.box');
    const typed = { code: CODE, word: tidySecretWord('SAULE  me\u0304ness ') ?? '' };
    const priv = await openReceiptWithWord(keyring, row, typed);
    expect(priv && publicOf(priv).equals(row.pub)).toBe(true);
    expect(await openReceiptWithWord(keyring, row, { ...typed, word: 'mēness saule' })).toBeNull();
    const without = { ...row, word_salt: null };
    await expect(openReceiptWithWord(keyring, without, typed)).rejects.toThrow('seal.no-word');
  });

  it('moves to a new pepper at a visit, and the old row opens no more once that is erased', async () => {
    const row = await make();
    const old = keyring.pepper.id;
    const present = await rotatePepper(keyring, place, { now: NOW });
    const candidate = await matching(row);
    if (candidate === undefined) throw new Error('not found');
    expect(candidate.pepper_id).toBe(old);
    using priv = openReceipt(row, candidate);
    const moved = { id: row.id, ...(await sealReceipt(keyring, { id: row.id, code: CODE, priv, kdfId })) };
    expect(moved.pepper_id).toBe(present);
    expect(moved.pub.equals(row.pub)).toBe(true);
    await erasePepper(keyring, place, old);
    expect(await matching(row)).toBeUndefined();
    expect((await open(moved)).equals(row.pub)).toBe(true);
  });
});
