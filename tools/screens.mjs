// SPDX-License-Identifier: EUPL-1.2
// npm run screens: takes the pictures of docs/screens from an invented installation.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { nodeBundle } from './build/bundle.mjs';

const root = join(import.meta.dirname, '..');
const made = join(root, 'dist', 'screens');
mkdirSync(made, { recursive: true });
await build({
  ...nodeBundle,
  absWorkingDir: root,
  entryPoints: ['tools/screens/take.ts', 'tools/screens/posters.ts'],
  outdir: made,
  outExtension: { '.js': '.mjs' },
  logLevel: 'error',
});
const load = (name) => import(pathToFileURL(join(made, `${name}.mjs`)).href);
const into = join(root, 'docs', 'screens');
// `npm run screens -- posters` takes the posters alone.
const { takePosters } = await load('posters');
const names = await takePosters({ into });
if (!process.argv.includes('posters')) {
  const { take } = await load('take');
  names.push(...(await take({ dist: join(root, 'dist'), into })));
}
process.stdout.write(`${names.length} pictures in docs/screens\n`);
