// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import {
  existsSync,
  globSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** Old assets stay a day: a page served before the build may still ask for them. */
const KEEP_OLD_ASSETS_MS = 24 * 60 * 60 * 1000;

/** Ten hex digits of SHA-256, enough to tell versions of one file apart. */
export function shortHash(contents) {
  return createHash('sha256').update(contents).digest('hex').slice(0, 10);
}

/** Paths relative to `root` that match, in a stable order, with `/` between parts. */
export function found(root, pattern) {
  return globSync(pattern, { cwd: root, exclude: (name) => basename(name) === 'node_modules' })
    .map((path) => path.replaceAll('\\', '/'))
    .sort();
}

export function placeAll(folder, files) {
  for (const { path, contents } of files) placeFile(join(folder, path), contents);
}

/** Leaves a file alone whose content is the same, so that watchers and a running server see no change where there is none. */
export function placeFile(path, contents) {
  const bytes = Buffer.from(contents);
  if (existsSync(path) && readFileSync(path).equals(bytes)) return false;
  mkdirSync(dirname(path), { recursive: true });
  const draft = `${path}.${process.pid}.tmp`;
  writeFileSync(draft, bytes);
  renameSync(draft, path);
  return true;
}

export function sweepAssets(folder, files) {
  if (!existsSync(folder)) return;
  const fresh = new Set(files.map(({ path }) => basename(path)));
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (!fresh.has(name) && Date.now() - statSync(path).mtimeMs > KEEP_OLD_ASSETS_MS)
      rmSync(path, { force: true });
  }
}
