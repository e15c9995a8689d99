// SPDX-License-Identifier: EUPL-1.2
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { transform } from 'lightningcss';
import { describe, expect, it } from 'vitest';
import { contrast, isHex } from './contrast.ts';
import { colourProblems, siteCss } from './site-css.ts';

const folder = import.meta.dirname;
const sheets = globSync('**/*.css', { cwd: folder }).map((path) => ({
  path,
  text: readFileSync(join(folder, path), 'utf8').replace(/\/\*[\s\S]*?\*\//g, ''),
}));
const tokens = sheets.find(({ path }) => path === 'tokens.css')?.text ?? '';

describe('style sheets', () => {
  it('name no side of the page: every language reads in its own direction', () => {
    const sided =
      /\b(left|right)\b|\b(margin|padding|border|inset)-(top|bottom)\b|[{;]\s*(top|bottom|width|height)\s*:|(min|max)-height\s*:/;
    const guilty = sheets.filter(({ text }) => sided.test(withoutMedia(text))).map(({ path }) => path);
    expect(guilty).toEqual([]);
  });

  it('load nothing and take colours from the tokens', () => {
    for (const { path, text } of sheets) {
      expect(text, path).not.toMatch(/url\(|@import|@font-face/);
      const written = path === 'tokens.css' ? [] : (text.match(/#[0-9a-f]{3,8}\b/gi) ?? []);
      // Paper is white, and so is a page that somebody leaves.
      expect(
        written.filter((colour) => colour !== '#fff' && colour !== '#000'),
        path,
      ).toEqual([]);
    }
  });

  it('weigh 9 kB at most together, as they travel', () => {
    const all = sheets.map(({ path, text }) => {
      const { code } = transform({ filename: path, code: Buffer.from(text), minify: true });
      return code.toString();
    });
    expect(brotliCompressSync(all.join('\n')).length).toBeLessThan(9 * 1024);
  });

  it('never set type in capitals, slant Arabic or spread its letters', () => {
    for (const { path, text } of sheets)
      expect(text, path).not.toMatch(/text-transform|font-style:\s*italic/);
    expect(/:lang\(ar\)\s*\{[^}]*--track:\s*0/.test(tokens)).toBe(true);
  });
});

/** `@media (min-width: ...)` is a question about the window, not a side. */
function withoutMedia(text: string): string {
  return text.replace(/@media[^{]*\{/g, '{');
}

function theme(css: string): Record<string, string> {
  const pairs = [...css.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g)];
  return Object.fromEntries(pairs.map(([, name = '', value = '']) => [name, value]));
}

describe('contrast', () => {
  const [bright = '', dim = ''] = tokens.split('prefers-color-scheme: dark');
  const light = theme(bright);
  const dark = { ...light, ...theme(dim.split('prefers-contrast')[0] ?? '') };
  const onPaper = [
    'ink',
    'ink-2',
    'brand',
    'link',
    'visited',
    'danger',
    'coral',
    'lake',
    'plum',
    'ok',
    'warn',
    'info',
  ];
  const pairs: [string, string, number][] = [
    ...onPaper.flatMap((name): [string, string, number][] => [
      [name, 'paper', 4.5],
      [name, 'surface', 4.5],
    ]),
    ['on-brand', 'brand', 4.5],
    ['danger', 'danger-bg', 4.5],
    ['warn', 'warn-bg', 4.5],
    ['ok', 'ok-bg', 4.5],
    ['info', 'info-bg', 4.5],
    ...['danger-bg', 'warn-bg', 'ok-bg', 'info-bg', 'brand-bg'].map((bg): [string, string, number] => [
      'ink',
      bg,
      7,
    ]),
    ['ink-2', 'brand-bg', 4.5],
    ['link', 'brand-bg', 4.5],
    ['focus', 'focus-ink', 4.5],
    ['line', 'paper', 3],
    ['line', 'surface', 3],
    ...['chart-1', 'chart-2', 'chart-3', 'chart-4'].map((name): [string, string, number] => [
      name,
      'surface',
      2.95,
    ]),
  ];

  it.each([
    ['light', light],
    ['dark', dark],
  ])('is enough for every pair of tokens in the %s theme', (_, colours) => {
    for (const [front, back, least] of pairs) {
      const [a = '', b = ''] = [colours[front], colours[back]];
      expect([front, back, isHex(a), isHex(b)]).toEqual([front, back, true, true]);
      expect([front, back, contrast(a, b) >= least]).toEqual([front, back, true]);
    }
  });

  it('is 21 between black and white and 1 between equals', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
    expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
    expect(contrast('#123456', '#123456')).toBe(1);
  });
});

describe("an installation's own colours", () => {
  it('become a sheet with readable words on them', () => {
    expect(siteCss({ brand: '#7a1f3d', brandDark: '#f2a3bd' })).toBe(
      ':root{--brand:#7a1f3d;--on-brand:#ffffff}@media screen and (prefers-color-scheme:dark){:root{--brand:#f2a3bd;--on-brand:#06231c}}\n',
    );
  });

  it('are refused when they are too faint or no colours', () => {
    expect(colourProblems({ brand: '#ffd43b', brandDark: '#333333' })).toEqual([
      'brand-contrast',
      'brand-dark-contrast',
    ]);
    const sneaky = 'red}body{display:none';
    expect(colourProblems({ brand: sneaky, brandDark: '#12345' })).toEqual([
      'brand-format',
      'brand-dark-format',
    ]);
    expect(() => siteCss({ brand: sneaky, brandDark: '#f2a3bd' })).toThrow(RangeError);
  });
});
