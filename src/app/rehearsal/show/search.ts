// SPDX-License-Identifier: EUPL-1.2
import { open, readdir } from 'node:fs/promises';
import { join } from 'node:path';

const BLOCK = 8 * 1024 * 1024;

/** Where a sentence was found: the file, in which writing, and how often. */
export interface Found {
  file: string;
  writing: string;
  times: number;
}

export interface Search {
  files: number;
  bytes: number;
  found: Found[];
}

interface Needle {
  writing: string;
  bytes: Buffer;
}

/**
 * Looks for `text` in every file under `folder`: as it is (UTF-8, UTF-16 both ways), in hex, and in base64, wherever
 * in its groups of three bytes it begins. Compressed or encrypted content has to be opened before.
 */
export async function searchFolder(folder: string, text: string): Promise<Search> {
  const needles = writingsOf(text);
  const search: Search = { files: 0, bytes: 0, found: [] };
  const block = Buffer.alloc(BLOCK);
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    search.files++;
    search.bytes += await searchFile(file, { needles, block }, (writing, times) =>
      search.found.push({ file, writing, times }),
    );
  }
  return search;
}

/** Every way of writing `text` down that is looked for. */
export function writingsOf(text: string): Needle[] {
  const utf8 = Buffer.from(text, 'utf8');
  const little = Buffer.from(text, 'utf16le');
  const hex = utf8.toString('hex');
  return [
    { writing: 'UTF-8', bytes: utf8 },
    { writing: 'UTF-16 LE', bytes: little },
    { writing: 'UTF-16 BE', bytes: Buffer.from(little).swap16() },
    { writing: 'hex', bytes: Buffer.from(hex) },
    { writing: 'HEX', bytes: Buffer.from(hex.toUpperCase()) },
    ...[0, 1, 2].flatMap((shift) => [
      { writing: `base64 +${shift}`, bytes: Buffer.from(inBase64(utf8, shift, 'base64')) },
      { writing: `base64url +${shift}`, bytes: Buffer.from(inBase64(utf8, shift, 'base64url')) },
    ]),
  ];
}

// Only the letters that come from the text alone: those at the edges hold bits of whatever stands beside it.
function inBase64(bytes: Buffer, shift: number, alphabet: 'base64' | 'base64url'): string {
  const letters = Buffer.concat([Buffer.alloc(shift), bytes])
    .toString(alphabet)
    .replaceAll('=', '');
  const first = Math.ceil((shift * 8) / 6);
  const last = Math.floor(((shift + bytes.length) * 8) / 6);
  return letters.slice(first, last);
}

type Heard = (writing: string, times: number) => void;

interface Tools {
  needles: readonly Needle[];
  /** Room for one block, used for file after file. */
  block: Buffer;
}

/** Reads one file block by block, each beginning where a needle cut by the last one would begin. */
async function searchFile(path: string, { needles, block }: Tools, heard: Heard): Promise<number> {
  const overlap = Math.max(...needles.map(({ bytes }) => bytes.length)) - 1;
  const counts = new Map<string, number>();
  const file = await open(path);
  let at = 0;
  try {
    for (;;) {
      const { bytesRead } = await file.read(block, 0, BLOCK, at);
      const isLast = bytesRead < BLOCK;
      const part = block.subarray(0, bytesRead);
      for (const { writing, bytes } of needles) {
        const times = timesIn(part, bytes, isLast ? bytesRead : BLOCK - overlap);
        if (times > 0) counts.set(writing, (counts.get(writing) ?? 0) + times);
      }
      if (isLast) break;
      at += BLOCK - overlap;
    }
    for (const [writing, times] of counts) heard(writing, times);
    return (await file.stat()).size;
  } finally {
    await file.close();
  }
}

/** How often `needle` begins before `end`. */
function timesIn(part: Buffer, needle: Buffer, end: number): number {
  let times = 0;
  for (let at = part.indexOf(needle); at !== -1 && at < end; at = part.indexOf(needle, at + 1)) times++;
  return times;
}
