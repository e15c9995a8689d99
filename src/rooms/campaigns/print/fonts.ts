// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);
const FAMILIES = {
  'noto-sans': 'NotoSans',
  'noto-sans-arabic': 'NotoSansArabic',
  'noto-sans-sc': 'NotoSansSC',
};

/** The files of one weight: Latin, Greek and Cyrillic, Arabic, Chinese. */
export function fontFiles(weight: '400Regular' | '700Bold'): string[] {
  return Object.entries(FAMILIES).map(([name, file]) =>
    join(
      dirname(require.resolve(`@expo-google-fonts/${name}/package.json`)),
      weight,
      `${file}_${weight}.ttf`,
    ),
  );
}

let known: Set<number> | null = null;

/** Letters that no font of ours can write, each once; they would be empty boxes on paper. */
export function missingLetters(text: string): string[] {
  known ??= new Set(fontFiles('400Regular').flatMap((path) => lettersOf(readFileSync(path))));
  const letters = new Set([...text].filter((letter) => !/[\s\p{Cf}]/u.test(letter)));
  return [...letters].filter((letter) => known?.has(letter.codePointAt(0) ?? 0) !== true);
}

/** The code points of a font, from its table `cmap` (OpenType, formats 4 and 12). */
function lettersOf(font: Buffer): number[] {
  const tables = font.readUInt16BE(4);
  for (let at = 12; at < 12 + tables * 16; at += 16)
    if (font.toString('latin1', at, at + 4) === 'cmap')
      return mapped(font.subarray(font.readUInt32BE(at + 8)));
  return [];
}

function mapped(cmap: Buffer): number[] {
  const count = cmap.readUInt16BE(2);
  const starts = Array.from({ length: count }, (_, n) => cmap.readUInt32BE(8 + n * 8));
  return [...new Set(starts)].flatMap((start) => {
    const table = cmap.subarray(start);
    const format = table.readUInt16BE(0);
    return format === 12 ? groups(table) : format === 4 ? segments(table) : [];
  });
}

function groups(table: Buffer): number[] {
  const count = table.readUInt32BE(12);
  return Array.from({ length: count }, (_, n) => 16 + n * 12).flatMap((at) =>
    range(table.readUInt32BE(at), table.readUInt32BE(at + 4)),
  );
}

function segments(table: Buffer): number[] {
  const bytes = table.readUInt16BE(6);
  return Array.from({ length: bytes / 2 }, (_, n) => n * 2).flatMap((at) => {
    const last = table.readUInt16BE(14 + at);
    return last === 0xffff ? [] : range(table.readUInt16BE(16 + bytes + at), last);
  });
}

const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, n) => from + n);
