// SPDX-License-Identifier: EUPL-1.2
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { workerFile } from './worker-file.ts';

let root: string;
const at = (path: string) => pathToFileURL(join(root, path)).href;
const place = (path: string) => {
  mkdirSync(join(root, path, '..'), { recursive: true });
  writeFileSync(join(root, path), '');
};

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'rowan-worker-'));
  place('src/room/part/start.ts');
  place('src/room/build.worker.ts');
  place('dist/workers/build.mjs');
});
afterAll(() => rmSync(root, { recursive: true }));

it.each([
  ['beside the sources', 'src/room/part/start.ts', 'src/room/build.worker.ts'],
  ['from the program', 'dist/main.mjs', 'dist/workers/build.mjs'],
  ['from a bench below it', 'dist/bench/loop.mjs', 'dist/workers/build.mjs'],
])('finds the program of a thread %s', (_where, here, found) => {
  expect(workerFile(at(here), '../build.worker.ts')).toBe(join(root, found));
});

it('says what to do where it was not built', () => {
  expect(() => workerFile(at('dist/main.mjs'), './other.worker.ts')).toThrow('npm run build');
});
