// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { transform } from 'lightningcss';
import { found, shortHash } from './output.mjs';

/** Two years of browsers: nothing newer may be needed to read a help number. */
const TARGETS = { chrome: 100 << 16, firefox: 100 << 16, safari: (15 << 16) | (4 << 8) };

/** The order in which sheets meet: tokens, then the bare elements, then components, then what rooms add. */
function rank(path) {
  const name = basename(path, '.css');
  if (name === 'tokens') return 0;
  if (name === 'base' || name === 'reset') return 1;
  return path.startsWith('src/platform/') ? 2 : 3;
}

/** Sheets of one rank go by path, so the result never depends on the disk. */
export function inOrder(paths) {
  return [...paths].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
}

export async function styles(root) {
  const paths = inOrder(found(root, 'src/**/*.css'));
  if (paths.length === 0) return { name: null, files: [], missing: ['src/**/*.css'] };
  const sheets = paths.map((path) => minified(path, readFileSync(join(root, path))));
  const contents = Buffer.from(sheets.join('\n'));
  const name = `site-${shortHash(contents)}.css`;
  return { name, files: [{ path: `assets/${name}`, contents }], missing: [] };
}

/** Each sheet alone, so that an error names its own file. */
function minified(path, code) {
  try {
    const { code: css, warnings } = transform({ filename: path, code, minify: true, targets: TARGETS });
    if (warnings.length > 0)
      throw new Error(warnings.map(({ message, loc }) => `${message} (line ${loc.line})`).join('\n'));
    return css.toString();
  } catch (error) {
    const at = error.loc ? `:${error.loc.line}:${error.loc.column}` : '';
    throw new Error(`${path}${at} ${error.message}`);
  }
}
