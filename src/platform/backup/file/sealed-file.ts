// SPDX-License-Identifier: EUPL-1.2
import { createReadStream, createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { createGunzip, createGzip } from 'node:zlib';
import { Decrypter, Encrypter } from 'age-encryption';
import { BackupRefusal } from '../refusal.ts';

// age, because a standard tool can open it when Rowan is no longer there: `age -d -i key.txt backup.age | gunzip`.

const LEVEL = 3;
const CHUNK = 2 ** 18;

/** Writes text under gzip and age into a new file that only its owner reads; it is on the disk when this returns. */
export async function writeSealed(
  path: string,
  recipient: string,
  chunks: AsyncIterable<string>,
): Promise<void> {
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  const gzip = createGzip({ level: LEVEL, chunkSize: CHUNK });
  const sealed = await encrypter.encrypt(webStream(gzip));
  const ends = await Promise.allSettled([
    pipeline(Readable.from(chunks), gzip),
    pipeline(
      Readable.fromWeb(sealed as ReadableStream),
      createWriteStream(path, { mode: 0o600, flush: true }),
    ),
  ]);
  const failed = ends.find((end) => end.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
}

/** The bytes inside. Throws a BackupRefusal for a file that this identity does not open, also half-way. */
export async function openSealed(path: string, identity: string): Promise<AsyncIterable<Buffer>> {
  const decrypter = new Decrypter();
  try {
    decrypter.addIdentity(identity);
  } catch {
    throw new BackupRefusal(
      'backup.identity',
      'The identity file has no age identity (AGE-SECRET-KEY-1...).',
    );
  }
  const file = createReadStream(path, { highWaterMark: CHUNK });
  const opened = await decrypter.decrypt(webStream(file)).catch((error: unknown) => {
    file.destroy();
    throw missing(error) ?? new BackupRefusal('backup.identity', 'This identity does not open the backup.');
  });
  const gunzip = createGunzip({ chunkSize: CHUNK });
  // A failure destroys the last stream with it, and so reaches whoever reads.
  pipeline(Readable.fromWeb(opened as ReadableStream), gunzip).catch(() => undefined);
  return untilBroken(gunzip);
}

async function* untilBroken(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  try {
    yield* bytes;
  } catch {
    throw new BackupRefusal('backup.damaged', 'The backup is damaged or incomplete: it ends before its end.');
  }
}

function missing(error: unknown): BackupRefusal | null {
  const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : undefined;
  return typeof code === 'string'
    ? new BackupRefusal('backup.file', `The backup cannot be read: ${code}.`)
    : null;
}

// Node's own declaration of this stream and the one of the standard differ in name only.
function webStream(from: Readable): globalThis.ReadableStream<Uint8Array> {
  return Readable.toWeb(from) as unknown as globalThis.ReadableStream<Uint8Array>;
}
