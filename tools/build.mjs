// SPDX-License-Identifier: EUPL-1.2
// Turns src/ into dist/: programs, workers, browser islands, one style sheet, one sheet of icons, and dist/assets.json.
// Everything is made in memory and renamed into place, so two builds at once, or a build beside a running server, never show half a file.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundlePrograms, islandFiles } from './build/bundle.mjs';
import { icons } from './build/icons.mjs';
import { placeAll, sweepAssets } from './build/output.mjs';
import { styles } from './build/styles.mjs';
import { compileCatalogues } from './catalogues.mjs';

const root = join(import.meta.dirname, '..');

/**
 * Builds once. Answers the manifest, what was not there to build and what is wrong with the texts; throws with readable text when the
 * code or a sheet is wrong. A faulty text stops `npm test` and not a start: a page with one English line still helps somebody.
 */
export async function build({ from = root } = {}) {
  const texts = await compileCatalogues({ root: from });
  const [programs, islands, css, sprite] = await Promise.all([
    bundlePrograms(from),
    islandFiles(from),
    styles(from),
    icons(from),
  ]);
  const manifest = { css: css.name, icons: sprite.name, islands: islands.names };
  const files = [...programs.files, ...islands.files, ...css.files, ...sprite.files];
  files.push({ path: 'assets.json', contents: `${JSON.stringify(manifest, null, 2)}\n` });
  placeAll(join(from, 'dist'), files);
  sweepAssets(join(from, 'dist', 'assets'), files);
  return {
    manifest,
    missing: [...programs.missing, ...css.missing, ...sprite.missing],
    texts: texts.problems,
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    const { missing, texts } = await build();
    if (texts.length > 0)
      process.stderr.write(`build: ${texts.length} faulty texts; node tools/catalogues.mjs lists them\n`);
    if (missing.length > 0) process.stdout.write(`build: not there yet: ${missing.join(', ')}\n`);
  } catch (error) {
    process.stderr.write(`build failed\n${error.message}\n`);
    process.exit(1);
  }
}
