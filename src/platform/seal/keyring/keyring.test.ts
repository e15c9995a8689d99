// SPDX-License-Identifier: EUPL-1.2
import { chmod, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { box, unbox } from '../crypto/box.ts';
import { randomBytes, toHex, utf8 } from '../crypto/bytes.ts';
import { context } from '../crypto/contexts.ts';
import { Secret } from '../crypto/secret.ts';
import { makeKeyPair } from '../crypto/x25519.ts';
import { makeHalves } from '../recovery/halves.ts';
import { openKeyringWithHalves } from '../recovery/keyring-with-halves.ts';
import { recoveryKeys } from '../recovery/recovery-keys.ts';
import { given, secret, vectors } from '../testing/vectors.ts';
import { boxField, unboxField } from './field-box.ts';
import { contentsOf, Keyring, newContents } from './keyring.ts';
import { openKeyringBackup, sealKeyring } from './keyring-backup.ts';
import {
  createKeyring,
  type KeyringPlace,
  loadKeyring,
  protectKeyring,
  reloadKeyring,
  restoreKeyring,
} from './keyring-file.ts';
import { addSigningKey, erasePepper, removeSigningKey, rotatePepper } from './renewal.ts';

const now = new Date('2026-11-21T12:00:00Z');
const made = { instance: 'rowan.example', now };
let data: string;
let place: KeyringPlace;
const file = () => join(data, 'keyring', 'keyring.json');

beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), 'rowan-keyring-'));
  place = { data, keyFile: null };
});

afterEach(() => rm(data, { recursive: true }));

async function keyFile(): Promise<string> {
  const path = join(data, 'unlock');
  await writeFile(path, randomBytes(32));
  return path;
}

/** Every secret of a keyring in every spelling that a leak could have. */
function spellings(keyring: Keyring): string[] {
  const contents = contentsOf(keyring);
  const { pepper, sign, mac, machine, guard, field, prf_salt, receipt_salt } = contents;
  const texts = [
    ...Object.values(pepper),
    ...Object.values(sign),
    mac,
    machine,
    guard,
    field,
    prf_salt,
    receipt_salt,
  ];
  return texts.flatMap((text) => {
    const bytes = Buffer.from(text, 'base64url');
    return [
      text,
      bytes.toString('base64'),
      toHex(bytes),
      toHex(bytes).replace(/..(?=.)/g, '$& '),
      [...bytes].join(', '),
    ];
  });
}

describe('the keyring file', () => {
  it('is private from the first byte and gives back the same keys', async () => {
    const keyring = await createKeyring(place, made);
    expect((await stat(file())).mode & 0o777).toBe(0o600);
    expect((await stat(join(data, 'keyring'))).mode & 0o777).toBe(0o700);
    expect(await readdir(join(data, 'keyring'))).toEqual(['keyring.json']);
    expect(contentsOf(await loadKeyring(place))).toEqual(contentsOf(keyring));
    expect(keyring.pepper.id).toBe('2026-11-21');
  });

  it('is never made twice', async () => {
    const first = await createKeyring(place, made);
    await expect(createKeyring(place, made)).rejects.toMatchObject({
      kind: 'conflict',
      code: 'seal.keyring-there',
    });
    expect(contentsOf(await loadKeyring(place))).toEqual(contentsOf(first));
  });

  it.each([0o640, 0o604, 0o660, 0o666, 0o610])('readable as %o stops the start [N55]', async (mode) => {
    await createKeyring(place, made);
    await chmod(file(), mode);
    await expect(loadKeyring(place)).rejects.toThrow('seal.keyring-exposed');
    await chmod(file(), 0o600);
    await chmod(join(data, 'keyring'), 0o711);
    await expect(loadKeyring(place)).rejects.toThrow('seal.keyring-exposed');
  });

  it('that is a link to somewhere else stops the start [N55]', async () => {
    await createKeyring(place, made);
    const copy = join(data, 'copy.json');
    await writeFile(copy, await readFile(file()), { mode: 0o600 });
    await rm(file());
    await symlink(copy, file());
    await expect(loadKeyring(place)).rejects.toThrow('seal.keyring-exposed');
  });

  it('says when it is missing, and nothing of its text when that is broken', async () => {
    await expect(loadKeyring(place)).rejects.toMatchObject({
      kind: 'not-found',
      code: 'seal.keyring-missing',
    });
    const keyring = await createKeyring(place, made);
    const text = JSON.stringify(contentsOf(keyring));
    for (const broken of [text.slice(0, -9), '{}', 'null', text.replace('"v":1', '"v":2')]) {
      await writeFile(file(), broken);
      const error: unknown = await loadKeyring(place).catch((thrown: unknown) => thrown);
      expect(error).toMatchObject({ code: 'seal.keyring-form' });
      for (const spelling of spellings(keyring)) expect(inspect(error)).not.toContain(spelling);
    }
  });
});

describe('a keyring under a key file', () => {
  it('holds nothing readable and opens with that key only', async () => {
    place = { data, keyFile: await keyFile() };
    const keyring = await createKeyring(place, made);
    const bytes = await readFile(file());
    for (const spelling of spellings(keyring)) expect(bytes.includes(spelling)).toBe(false);
    expect(contentsOf(await loadKeyring(place))).toEqual(contentsOf(keyring));
    await expect(loadKeyring({ ...place, keyFile: null })).rejects.toThrow('seal.keyring-form');
    await keyFile();
    await expect(loadKeyring(place)).rejects.toThrow('seal.box');
    await writeFile(join(data, 'unlock'), 'short');
    await expect(loadKeyring(place)).rejects.toThrow('seal.keyring-key');
  });

  it('is bound to its installation, as the vector', async () => {
    const { keyring_box: vector } = vectors;
    const at = { key: secret(vector.key), context: context.keyring('rowan.example') };
    expect(at.context).toBe(vector.ctx);
    expect(toHex(box(at, utf8(vector.plain_text), given(vector.nonce)))).toBe(vector.box);
    expect(unbox(at, Buffer.from(vector.box, 'hex')).toString()).toBe(vector.plain_text);
    place = { data, keyFile: await keyFile() };
    await createKeyring(place, made);
    await writeFile(join(data, 'keyring', 'instance'), 'other.example');
    await expect(loadKeyring(place)).rejects.toThrow('seal.box');
  });

  it('refuses a plain file in its place, until somebody protects it on purpose', async () => {
    const keyring = await createKeyring(place, made);
    const boxed = { data, keyFile: await keyFile() };
    await writeFile(join(data, 'keyring', 'instance'), 'rowan.example');
    await expect(loadKeyring(boxed)).rejects.toThrow('seal.box');
    await protectKeyring(boxed);
    expect(contentsOf(await loadKeyring(boxed))).toEqual(contentsOf(keyring));
    expect((await readFile(file())).includes('pepper')).toBe(false);
  });
});

describe('renewal', () => {
  it('adds a pepper and keeps the old one until it is erased', async () => {
    const keyring = await createKeyring(place, made);
    const old = keyring.pepper;
    expect(await rotatePepper(keyring, place, { now })).toBe('2026-11-21-2');
    expect(keyring.peppers.map(({ id }) => id)).toEqual(['2026-11-21-2', '2026-11-21']);
    expect(keyring.pepperOf(old.id).key.equals(old.key)).toBe(true);
    expect(contentsOf(await loadKeyring(place))).toEqual(contentsOf(keyring));
    await expect(erasePepper(keyring, place, keyring.pepper.id)).rejects.toThrow('seal.pepper-in-use');
    await erasePepper(keyring, place, old.id);
    expect(() => keyring.pepperOf(old.id)).toThrow('seal.pepper-gone');
    expect(contentsOf(await loadKeyring(place))).toEqual(contentsOf(keyring));
  });

  it('reaches another process that reads the file again', async () => {
    const one = await createKeyring(place, made);
    const other = await loadKeyring(place);
    const id = await rotatePepper(one, place, { now: new Date('2027-02-19T00:00:00Z') });
    expect(() => other.pepperOf(id)).toThrow('seal.pepper-gone');
    await reloadKeyring(other, place);
    expect(other.pepper.id).toBe('2027-02-19');
  });

  it('signs with the key added last, and never drops the only one', async () => {
    const keyring = await createKeyring(place, made);
    const first = keyring.signer.kid;
    const second = await addSigningKey(keyring, place);
    expect(second).not.toBe(first);
    expect((await loadKeyring(place)).signer.kid).toBe(second);
    await removeSigningKey(keyring, place, first);
    expect(keyring.signers.map(({ kid }) => kid)).toEqual([second]);
    await expect(removeSigningKey(keyring, place, second)).rejects.toThrow('seal.keyring-form');
    expect((await loadKeyring(place)).signer.kid).toBe(second);
  });
});

describe('key objects', () => {
  it('print nothing however they are turned into text [N68]', async () => {
    const keyring = await createKeyring(place, made);
    const held = new Secret(Buffer.from(contentsOf(keyring).mac, 'base64url'));
    const objects: unknown[] = [
      keyring,
      keyring.mac,
      keyring.peppers,
      keyring.signer.key,
      held,
      { nested: [keyring, held] },
    ];
    const texts = objects.flatMap((object) => [
      inspect(object, { depth: null, showHidden: true, getters: true }),
      JSON.stringify(object),
      String(object),
    ]);
    texts.push(`${held}`, inspect(new Error('broken', { cause: held })), JSON.stringify({ ...held }));
    for (const text of texts) {
      for (const spelling of spellings(keyring)) expect(text).not.toContain(spelling);
    }
  });
});

describe('the keyring in a backup', () => {
  it('opens with the recovery key only, and holds no readable pepper [N51]', async () => {
    const keyring = await createKeyring(place, made);
    const recovery = makeKeyPair();
    const sealed = await sealKeyring(keyring, { n: 1, pub: recovery.pub });
    for (const spelling of spellings(keyring)) expect(sealed.includes(spelling)).toBe(false);
    const from = { instance: 'rowan.example', n: 1, priv: recovery.priv };
    expect(contentsOf(await openKeyringBackup(sealed, from))).toEqual(contentsOf(keyring));
    await expect(openKeyringBackup(sealed, { ...from, priv: makeKeyPair().priv })).rejects.toThrow(
      'seal.seal',
    );
    await expect(openKeyringBackup(sealed, { ...from, n: 2 })).rejects.toThrow('seal.seal');
    await expect(openKeyringBackup(sealed, { ...from, instance: 'b.example' })).rejects.toThrow('seal.seal');
  });
});

describe('a keyring that comes back', () => {
  it('goes into a folder without one, stays when it is there already, and replaces no other', async () => {
    const keyring = new Keyring(newContents('rowan.example', '2026-11-21'));
    await restoreKeyring(place, keyring);
    expect(contentsOf(await loadKeyring(place))).toEqual(contentsOf(keyring));
    await restoreKeyring(place, keyring);
    const other = new Keyring(newContents('rowan.example', '2026-11-21'));
    await expect(restoreKeyring(place, other)).rejects.toThrow('seal.keyring-there');
    expect(contentsOf(await loadKeyring(place))).toEqual(contentsOf(keyring));
    expect(await readdir(join(data, 'keyring'))).toEqual(['keyring.json']);
  });

  it('opens with both papers of the key it was sealed to, and with nothing less [N51] [N52]', async () => {
    const keyring = await createKeyring(place, made);
    const papers = makeHalves(1);
    const { pub } = recoveryKeys(papers.seed).seal;
    const sealed = await sealKeyring(keyring, { n: 1, pub });
    const from = { instance: 'rowan.example', halves: [papers.a, papers.b] as const };
    expect(contentsOf(await openKeyringWithHalves(sealed, from))).toEqual(contentsOf(keyring));
    const twice = { ...from, halves: [papers.a, papers.a] as const };
    await expect(openKeyringWithHalves(sealed, twice)).rejects.toThrow('seal.recovery-halves');
    const mixed = { ...from, halves: [papers.a, makeHalves(1).b] as const };
    await expect(openKeyringWithHalves(sealed, mixed)).rejects.toThrow('seal.seal');
  });
});

describe('field boxes', () => {
  it('open in their own row and column only', async () => {
    const keyring = await createKeyring(place, made);
    const at = { kind: 'person.mail', id: 'a' };
    const boxed = boxField(keyring, at, 'a@example.org');
    expect(unboxField(keyring, at, boxed)).toBe('a@example.org');
    expect(() => unboxField(keyring, { ...at, id: 'b' }, boxed)).toThrow('seal.box');
    expect(() => unboxField(keyring, { ...at, kind: 'household.name' }, boxed)).toThrow('seal.box');
  });
});
