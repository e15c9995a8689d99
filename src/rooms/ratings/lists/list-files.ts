// SPDX-License-Identifier: EUPL-1.2
import { createReadStream, lstatSync, readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { createGunzip } from 'node:zlib';
import { type Category, categoryOf } from '../categories.ts';
import { errors } from '../errors.ts';
import type { ListFormat } from '../tables.ts';
import { readDomainsLine } from './domains.ts';
import { readHostsLine } from './hosts.ts';
import type { LineParser } from './list-sink.ts';
import { UT1_FILES } from './ut1.ts';
import { UT1_FOLDERS } from './ut1-folders.ts';

/** One stream of lines about one category. */
export interface ListPart {
  readonly category: Category;
  readonly parse: LineParser;
  /** The lines speak of names below as well. */
  readonly below: boolean;
  readonly stream: AsyncIterable<Uint8Array>;
  /** Bytes to come, where known: for a progress bar. */
  readonly size: number | null;
}

/** A list as it lies on a disk, before it is opened. */
export interface ListPlace {
  path: string;
  format: ListFormat;
  /** A code of ours; null for a UT1 folder whose name says it. */
  category: string | null;
}

const READ_AHEAD = 256 * 1024;

/** How each format reads a line, and whether it speaks of names below. */
export function readingOf(format: ListFormat): Pick<ListPart, 'parse' | 'below'> {
  return format === 'hosts'
    ? { parse: readHostsLine, below: false }
    : { parse: readDomainsLine, below: true };
}

/** The category of this code. Throws `ratings.no-category`. */
export function knownCategory(code: string): Category {
  const category = categoryOf(code);
  if (category === undefined) throw errors('no-category');
  return category;
}

/**
 * Finds the files of a list: one file, plain or .gz, or in the UT1 format a category's folder or a folder of such
 * folders. `left` names the folders that are not read. Throws `ratings.no-category` and `ratings.no-list`.
 */
export function findList(place: ListPlace): { parts: ListPart[]; left: string[] } {
  if (!statSync(place.path, { throwIfNoEntry: false })) throw errors('no-list');
  if (statSync(place.path).isFile()) {
    if (place.category === null) throw errors('no-category');
    const urls = place.format === 'ut1' && basename(place.path).startsWith('urls');
    const reading = urls
      ? { parse: UT1_FILES.urls ?? readDomainsLine, below: false }
      : readingOf(place.format);
    return { parts: [openPart(place.path, knownCategory(place.category), reading)], left: [] };
  }
  if (place.format !== 'ut1') throw errors('no-list');
  const found = isCategoryFolder(place.path)
    ? folderParts(place.path, place.category ?? UT1_FOLDERS[basename(place.path)])
    : collection(place.path);
  if (found.parts.length === 0) throw errors('no-list');
  return found;
}

function collection(path: string): { parts: ListPart[]; left: string[] } {
  const parts: ListPart[] = [];
  const left: string[] = [];
  for (const name of readdirSync(path).sort()) {
    const folder = join(path, name);
    // A link is another name of a folder that is read already.
    if (!lstatSync(folder).isDirectory() || !isCategoryFolder(folder)) continue;
    const code = UT1_FOLDERS[name];
    if (code === undefined) left.push(name);
    else parts.push(...folderParts(folder, code).parts);
  }
  return { parts, left };
}

function folderParts(folder: string, code: string | undefined): { parts: ListPart[]; left: string[] } {
  if (code === undefined) throw errors('no-category');
  const category = knownCategory(code);
  const parts = Object.entries(UT1_FILES).flatMap(([name, parse]) => {
    const path = join(folder, name);
    return statSync(path, { throwIfNoEntry: false })?.isFile()
      ? [openPart(path, category, { parse, below: name === 'domains' })]
      : [];
  });
  return { parts, left: [] };
}

function isCategoryFolder(path: string): boolean {
  return Object.keys(UT1_FILES).some((name) =>
    statSync(join(path, name), { throwIfNoEntry: false })?.isFile(),
  );
}

function openPart(path: string, category: Category, reading: Pick<ListPart, 'parse' | 'below'>): ListPart {
  const isPacked = path.endsWith('.gz');
  return {
    category,
    ...reading,
    // Opened when it is read: a collection has more files than a process likes to hold open.
    stream: {
      async *[Symbol.asyncIterator]() {
        const file = createReadStream(path, { highWaterMark: READ_AHEAD });
        yield* isPacked ? file.pipe(createGunzip()) : file;
      },
    },
    size: isPacked ? null : statSync(path).size,
  };
}
