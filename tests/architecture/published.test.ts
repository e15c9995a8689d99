// SPDX-License-Identifier: EUPL-1.2
// What leaves the project with it: nothing may tell of the machine it was written on, and what a page says exists must exist.
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { platform, rooms } from '../../architecture.mjs';
import { root } from './cruise.ts';
import { committedFiles, textOf } from './sources.ts';

const BINARY = /\.(png|jpg|ico|woff2?|ttf|otf|gz|bin|pdf)$/;

const HOSTS = ['npmjs', 'yarnpkg', 'npmmirror'].map((name) => `registry.${name}`);

/** Where this machine keeps the project and its owner's files; a short path such as /app would match innocent words. */
const PLACES = [root, homedir()].filter((path) => path.split('/').length > 2);

function pathsNamed(text: string): string[] {
  const marked = [...text.matchAll(/`((?:src|packages|tests|tools|docs|bench|bin|migrations)\/[\w./-]+)`/g)];
  return marked.map(([, path = '']) => path.replace(/\/$/, ''));
}

describe('committed files', () => {
  const files = committedFiles().filter((path) => !BINARY.test(path) && existsSync(join(root, path)));

  it('name no folder of a machine and no registry', () => {
    const telling = files.flatMap((path) => {
      const text = textOf(path);
      const found = [...HOSTS, ...PLACES].find((place) => text.includes(place));
      return found === undefined ? [] : [`${path}: ${found}`];
    });
    expect(telling).toEqual([]);
  });

  it('have no file that names its own download place in the lock file', () => {
    const lock = textOf('package-lock.json');
    expect(lock.match(/"resolved": "[a-z+]*:\/\//g)).toBeNull();
  });
});

describe('documents', () => {
  const pages = committedFiles().filter((path) => path.endsWith('.md') && existsSync(join(root, path)));

  it('name only paths that exist', () => {
    const wrong = pages.flatMap((page) => {
      const missing = pathsNamed(textOf(page)).filter((path) => !existsSync(join(root, path)));
      return missing.map((path) => `${page}: ${path}`);
    });
    expect(wrong).toEqual([]);
  });

  it.skipIf(!existsSync(join(root, 'ARCHITECTURE.md')))(
    'draw every room and every part of the platform',
    () => {
      const text = textOf('ARCHITECTURE.md');
      const parts = platform.filter((part) => existsSync(join(root, 'src/platform', part)));
      const missing = [...Object.keys(rooms), ...parts].filter(
        (name) => !new RegExp(`\\b${name}\\b`).test(text),
      );
      expect(missing).toEqual([]);
    },
  );

  it('tell about a room in at most 40 lines', () => {
    const long = pages.filter((page) => /^src\/rooms\/[^/]+\/README\.md$/.test(page));
    expect(long.filter((page) => textOf(page).trimEnd().split('\n').length > 40)).toEqual([]);
  });

  it('number the decisions without a gap', () => {
    const numbers = pages.flatMap((page) => /^docs\/decisions\/(\d{4})-/.exec(page)?.[1] ?? []).map(Number);
    expect(numbers.sort((a, b) => a - b)).toEqual(numbers.map((_, at) => at + 1));
  });
});
