// SPDX-License-Identifier: EUPL-1.2
import { type FileHandle, mkdir, open, readdir, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { FileHeading } from './format.ts';

/** A multiple of three, so that the base64 of every piece but the last has no padding. */
const PIECE = 3 * 2 ** 18;
/** The newest may be on its way to its commit; then the one before is the one that the rows speak of. */
const NEWEST = 2;
const NUMBERED = /^\d+\.[a-z]+$/;

/** Files of the data folder, open, so that sweeping them away meanwhile takes nothing from us. */
export interface OpenFiles {
  headings: FileHeading[];
  /** The base64 lines of the file with this heading. */
  lines(heading: FileHeading): AsyncGenerator<string>;
  close(): Promise<void>;
}

/** The newest signed snapshots of the ratings, which guards serve from right after a restore. */
export async function openSnapshots(dataFolder: string): Promise<OpenFiles> {
  const names = await readdir(join(dataFolder, 'snapshots')).catch(() => []);
  const newest = names
    .filter((name) => NUMBERED.test(name))
    .sort((a, b) => Number.parseInt(b, 10) - Number.parseInt(a, 10))
    .slice(0, NEWEST);
  const handles = new Map<FileHeading, FileHandle>();
  for (const name of newest) {
    const handle = await open(join(dataFolder, 'snapshots', name));
    const { size } = await handle.stat();
    handles.set({ path: `snapshots/${name}`, lines: Math.ceil(size / PIECE) }, handle);
  }
  return {
    headings: [...handles.keys()],
    lines: (heading) => readPieces(handles.get(heading), heading.lines),
    close: async () => {
      for (const handle of handles.values()) await handle.close();
    },
  };
}

async function* readPieces(handle: FileHandle | undefined, count: number): AsyncGenerator<string> {
  const piece = Buffer.alloc(PIECE);
  for (let n = 0; n < count; n++) {
    const { bytesRead } = (await handle?.read(piece, 0, PIECE, n * PIECE)) ?? { bytesRead: 0 };
    yield piece.toString('base64', 0, bytesRead);
  }
}

/** A file that is coming back: under another name until the whole backup was found good. */
export class ReturningFile {
  readonly #path: string;
  readonly #handle: FileHandle;

  private constructor(path: string, handle: FileHandle) {
    this.#path = path;
    this.#handle = handle;
  }

  static async begin(dataFolder: string, { path }: FileHeading): Promise<ReturningFile> {
    const target = join(dataFolder, path);
    await mkdir(dirname(target), { recursive: true });
    return new ReturningFile(target, await open(`${target}.restoring`, 'w'));
  }

  async write(line: string): Promise<void> {
    await this.#handle.write(Buffer.from(line, 'base64'));
  }

  async close(): Promise<void> {
    await this.#handle.sync();
    await this.#handle.close();
  }

  /** Puts it in its place. */
  async settle(): Promise<void> {
    await rename(`${this.#path}.restoring`, this.#path);
  }
}
