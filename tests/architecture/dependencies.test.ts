// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { textOf } from './sources.ts';

const kinds = ['dependencies', 'devDependencies', 'optionalDependencies'] as const;
const manifest: Partial<Record<(typeof kinds)[number], Record<string, string>>> = JSON.parse(
  textOf('package.json'),
);
const installed = kinds.flatMap((kind) => Object.entries(manifest[kind] ?? {}));
const rows = textOf('docs/decisions/0010-dependencies.md').match(/^\| `.*? \|/gm) ?? [];
const explained = rows.flatMap((row) => row.match(/(?<=`)[^`, |]+(?=`)/g) ?? []);

describe('dependencies', () => {
  it('have a reason each, and no reason stays behind', () => {
    const names = installed.map(([name]) => name);
    expect(names.filter((name) => !explained.includes(name))).toEqual([]);
    expect(explained.filter((name) => !names.includes(name))).toEqual([]);
  });

  it('are pinned to one version', () => {
    const loose = installed.filter(([, version]) => !/^(npm:[^@]+@)?\d+\.\d+\.\d+(-[\w.]+)?$/.test(version));
    expect(loose).toEqual([]);
  });

  it('run no scripts when they are installed', () => {
    expect(textOf('.npmrc')).toContain('ignore-scripts=true');
  });
});
