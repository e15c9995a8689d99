// SPDX-License-Identifier: EUPL-1.2
import { execFileSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './cruise.ts';

const generated = /(^|\/)generated\//;

/** Every TypeScript file of product and engines, tests beside them included, as paths from the root. */
export function sourceFiles(): string[] {
  return found('{src,packages}/**/*.{ts,tsx}');
}

/** What people wrote in TypeScript anywhere in the project. */
export function writtenFiles(): string[] {
  return found('{src,packages,tests,bench}/**/*.{ts,tsx}').filter((path) => !generated.test(path));
}

/** Programs that run without TypeScript. */
export function toolFiles(): string[] {
  return found('{tools,bin}/**/*.mjs');
}

/** Every file git keeps or would keep: what is ignored does not count. */
export function committedFiles(): string[] {
  const list = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
  });
  return list.toString('utf8').split('\0').filter(Boolean);
}

export function isTest(path: string): boolean {
  return /\.test\.(tsx?|mjs)$|(^|\/)tests?\/|\/testing\//.test(path);
}

export function textOf(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

function found(pattern: string): string[] {
  return globSync(pattern, { cwd: root, exclude: (name) => name === 'node_modules' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => !path.includes('node_modules/'))
    .sort();
}
