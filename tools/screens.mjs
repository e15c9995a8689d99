// SPDX-License-Identifier: EUPL-1.2
// npm run screens: takes the pictures of docs/screens from an invented installation.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { nodeBundle } from './build/bundle.mjs';

const root = join(import.meta.dirname, '..');
const outfile = join(root, 'dist', 'screens', 'take.mjs');
mkdirSync(join(root, 'dist', 'screens'), { recursive: true });
await build({
  ...nodeBundle,
  absWorkingDir: root,
  entryPoints: ['tools/screens/take.ts'],
  outfile,
  logLevel: 'error',
});
const { take } = await import(pathToFileURL(outfile).href);
const names = await take({ dist: join(root, 'dist'), into: join(root, 'docs', 'screens') });
process.stdout.write(`${names.length} pictures in docs/screens\n`);
