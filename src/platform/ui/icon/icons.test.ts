// SPDX-License-Identifier: EUPL-1.2
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { ICONS, MIRRORED } from './names.ts';

const folder = join(import.meta.dirname, '..');
const files = globSync('icons/*.svg', { cwd: folder }).sort();
const source = globSync('../../**/*.tsx', { cwd: folder })
  .map((path) => readFileSync(join(folder, path), 'utf8'))
  .join('\n');

describe('icons', () => {
  it('are drawn, each in a file of its name, and no file is left over', () => {
    expect(files).toEqual([...ICONS].sort().map((name) => join('icons', `${name}.svg`)));
  });

  it('hold shapes in the colour of the words beside them, and nothing that runs or loads', () => {
    for (const file of files) {
      const text = readFileSync(join(folder, file), 'utf8');
      expect(text, file).toContain('stroke="currentColor"');
      expect(text, file).not.toMatch(/<script|<style|href=|\son\w+=|url\(/i);
    }
  });

  it('turn round in Arabic only where they point along the line', () => {
    for (const name of ['clock', 'check', 'phone', 'search', 'languages'] as const) {
      expect(MIRRORED.has(name)).toBe(false);
    }
    expect(MIRRORED.has('log-out')).toBe(true);
  });

  it('weigh 6 kB at most together', () => {
    const all = files.map((file) => readFileSync(join(folder, file), 'utf8')).join('');
    expect(brotliCompressSync(all).length).toBeLessThan(6 * 1024);
  });

  it('are asked for by a name that exists', () => {
    const asked = [...source.matchAll(/<Icon\b[^>]*?\sname="([\w-]+)"/g)].map(([, name]) => name);
    expect(asked.length).toBeGreaterThan(10);
    const known: readonly string[] = ICONS;
    expect(asked.filter((name) => !known.includes(name ?? ''))).toEqual([]);
  });
});
