// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { found, shortHash } from './output.mjs';

const FOLDER = 'src/platform/ui/icons';

/** Attributes of the drawing that a symbol keeps; size and namespace belong to the place of use. */
const KEPT = ['viewBox', 'fill', 'stroke', 'stroke-width', 'stroke-linecap', 'stroke-linejoin'];

/** One symbol for an icon file; its id is the file's name. */
export function symbol(path, text) {
  const svg = /<svg\b([^>]*)>([\s\S]*)<\/svg>/.exec(text);
  if (!svg) throw new Error(`${path} is no <svg>`);
  if (/<script|\son\w+=|href=/i.test(text)) throw new Error(`${path} has a script or a link in it`);
  const attributes = KEPT.flatMap((name) => {
    const value = new RegExp(`\\s${name}="([^"]*)"`).exec(svg[1]);
    return value ? [`${name}="${value[1]}"`] : [];
  });
  if (!attributes[0]?.startsWith('viewBox')) throw new Error(`${path} has no viewBox`);
  const drawing = svg[2]
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/>\s+</g, '><')
    .trim();
  return `<symbol id="${basename(path, '.svg')}" ${attributes.join(' ')}>${drawing}</symbol>`;
}

export async function icons(root) {
  const paths = found(root, `${FOLDER}/*.svg`);
  if (paths.length === 0) return { name: null, files: [], missing: [`${FOLDER}/*.svg`] };
  const symbols = paths.map((path) => symbol(path, readFileSync(join(root, path), 'utf8')));
  const contents = Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg">${symbols.join('')}</svg>\n`);
  const name = `icons-${shortHash(contents)}.svg`;
  return { name, files: [{ path: `assets/${name}`, contents }], missing: [] };
}
