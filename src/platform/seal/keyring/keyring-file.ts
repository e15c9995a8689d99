// SPDX-License-Identifier: EUPL-1.2
import { link, lstat, mkdir, open, readFile, rename, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { box, unbox } from '../crypto/box.ts';
import { equalBytes, utf8 } from '../crypto/bytes.ts';
import { context } from '../crypto/contexts.ts';
import { Secret } from '../crypto/secret.ts';
import { refused, SealError } from '../errors.ts';
import { type KeyringContents, parseContents, readContents } from './contents.ts';
import { adopt, contentsOf, Keyring, newContents } from './keyring.ts';

// `<data>/keyring/keyring.json`, readable by its owner only. With a key file (a TPM's, a container's or
// a KMS's secret) it is a box, and a copy of the disk opens nothing; `instance` then says beside it for
// which installation the box was made, because that name is bound into it.

/** Where the keyring lies. `keyFile` names a file of exactly 32 bytes, or is null. */
export type KeyringPlace = { data: string; keyFile: string | null };

const OTHERS = 0o077;
const KEY_LENGTH = 32;

const fileOf = (place: KeyringPlace) => join(place.data, 'keyring', 'keyring.json');
const nameOf = (place: KeyringPlace) => join(place.data, 'keyring', 'instance');

/** Makes the keys of a new installation. Throws `seal.keyring-there` (conflict) rather than replace any. */
export async function createKeyring(
  place: KeyringPlace,
  made: { instance: string; now: Date },
): Promise<Keyring> {
  const contents = newContents(made.instance, made.now.toISOString().slice(0, 10));
  await writeFirst(place, contents);
  return new Keyring(contents);
}

/**
 * Puts the keyring of a backup into a data folder that has none. One that holds the same keys stays as it
 * is; another is never replaced: `seal.keyring-there` (conflict).
 */
export async function restoreKeyring(place: KeyringPlace, keyring: Keyring): Promise<void> {
  const contents = contentsOf(keyring);
  try {
    await writeFirst(place, contents);
  } catch (error) {
    if (!(error instanceof SealError) || error.code !== 'seal.keyring-there') throw error;
    const there = await readKeyringFile(place);
    if (!equalBytes(utf8(JSON.stringify(there)), utf8(JSON.stringify(contents)))) throw error;
  }
}

async function writeFirst(place: KeyringPlace, contents: KeyringContents): Promise<void> {
  await mkdir(dirname(fileOf(place)), { recursive: true, mode: 0o700 });
  await requirePrivate(dirname(fileOf(place)));
  // Asked first, so that the name beside another keyring is not written over.
  const taken = await lstat(fileOf(place)).then(
    () => true,
    () => false,
  );
  if (taken) throw new SealError('conflict', 'seal.keyring-there');
  await write(place, contents, async (temporary, path) => {
    await link(temporary, path)
      .catch((error: unknown) => {
        if (codeOf(error) === 'EEXIST') throw new SealError('conflict', 'seal.keyring-there');
        throw error;
      })
      .finally(() => unlink(temporary));
  });
}

/**
 * Reads the keyring, or throws: `seal.keyring-missing` (not-found), `seal.keyring-exposed` when group or
 * others may read it or it is not ours, `seal.keyring-key`, `seal.keyring-form`.
 */
export async function loadKeyring(place: KeyringPlace): Promise<Keyring> {
  return new Keyring(await readKeyringFile(place));
}

/** Takes over what another process of this installation wrote, such as a new pepper. */
export async function reloadKeyring(keyring: Keyring, place: KeyringPlace): Promise<void> {
  adopt(keyring, await readKeyringFile(place));
}

/** Writes a change, and only then lets this process use it: a crash between leaves a whole keyring. */
export async function changeKeyring(
  keyring: Keyring,
  place: KeyringPlace,
  change: (contents: KeyringContents) => KeyringContents,
): Promise<void> {
  const next = readContents(change(await readKeyringFile(place)));
  await write(place, next, rename);
  adopt(keyring, next);
}

/** Puts a plain keyring under the key file that was set since. */
export async function protectKeyring(place: KeyringPlace): Promise<void> {
  await write(place, await readKeyringFile({ ...place, keyFile: null }), rename);
}

async function readKeyringFile(place: KeyringPlace): Promise<KeyringContents> {
  const path = fileOf(place);
  await requirePrivate(dirname(path));
  await requirePrivate(path);
  const bytes = await readFile(path);
  if (place.keyFile === null) return parseContents(bytes.toString('utf8'));
  // A plain file where a box is expected is refused: whoever can write the disk could have put it there.
  using key = await readKeyFile(place.keyFile);
  const instance = (await readFile(nameOf(place), 'utf8')).trim();
  const plain = unbox({ key, context: context.keyring(instance) }, bytes);
  const contents = parseContents(plain.toString('utf8'));
  plain.fill(0);
  if (contents.instance !== instance) throw refused('seal.keyring-form');
  return contents;
}

async function requirePrivate(path: string): Promise<void> {
  const found = await lstat(path).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') throw new SealError('not-found', 'seal.keyring-missing');
    throw error;
  });
  const ours = found.uid === process.getuid?.();
  const real = found.isFile() || found.isDirectory();
  if (!real || !ours || (found.mode & OTHERS) !== 0) throw refused('seal.keyring-exposed');
}

async function readKeyFile(path: string): Promise<Secret> {
  const bytes = await readFile(path).catch(() => Buffer.alloc(0));
  if (bytes.length !== KEY_LENGTH) throw refused('seal.keyring-key');
  return new Secret(bytes);
}

type Move = (temporary: string, path: string) => Promise<void>;

async function write(place: KeyringPlace, contents: KeyringContents, move: Move): Promise<void> {
  const plain = utf8(JSON.stringify(contents));
  try {
    if (place.keyFile === null) return await writeWhole(fileOf(place), plain, move);
    using key = await readKeyFile(place.keyFile);
    await writeWhole(nameOf(place), utf8(contents.instance), rename);
    await writeWhole(fileOf(place), box({ key, context: context.keyring(contents.instance) }, plain), move);
  } finally {
    plain.fill(0);
  }
}

// Whole or not at all, also when the power goes: file and folder are on the disk before we go on.
async function writeWhole(path: string, bytes: Uint8Array, move: Move): Promise<void> {
  const temporary = `${path}.${process.pid}.new`;
  const file = await open(temporary, 'w', 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  await move(temporary, path);
  const folder = await open(dirname(path), 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error ? Reflect.get(error, 'code') : undefined;
}
