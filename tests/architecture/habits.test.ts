// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { habitProblems, nameProblems } from './habits.ts';
import { committedFiles, isTest, sourceFiles, textOf, toolFiles, writtenFiles } from './sources.ts';

const SPDX = 'SPDX-License-Identifier: ';

describe('the project', () => {
  it('has names that say what is inside', () => {
    const lines = writtenFiles().flatMap((path) =>
      nameProblems(path).map((problem) => `${path}: ${problem}`),
    );
    expect(lines).toEqual([]);
  });

  it('keeps the habits that no other tool checks', () => {
    const lines = writtenFiles().flatMap((path) =>
      habitProblems(path, textOf(path)).map((line) => `${path}:${line}`),
    );
    expect(lines).toEqual([]);
  });

  it('names its licence at the top of programs and sheets too', () => {
    const kinds = /\.(mjs|mts|css)$/;
    const others = committedFiles().filter((path) => kinds.test(path) && !path.startsWith('packages/'));
    const without = [...others, ...toolFiles()].filter((path) => {
      const top = textOf(path).split('\n', 2).join('\n');
      return !top.includes(`${SPDX}EUPL-1.2`);
    });
    expect(without).toEqual([]);
  });

  it('has tests beside the code, with the word test in their name', () => {
    const misplaced = sourceFiles().filter((path) => /(spec|__tests__)/.test(path));
    expect(misplaced).toEqual([]);
    expect(sourceFiles().some(isTest) || sourceFiles().length === 0).toBe(true);
  });
});

describe('nameProblems', () => {
  it.each([
    ['src/platform/log/log.ts', 0],
    ['src/rooms/guard/resolver.worker.ts', 0],
    ['src/platform/log/index.ts', 0],
    ['src/platform/log/string-utils.ts', 1],
    ['src/rooms/reports/helpers/a.ts', 1],
    ['src/rooms/reports/queueManager.ts', 1],
    ['src/rooms/reports/actions/index.ts', 1],
  ])('judges %s', (path, count) => {
    expect(nameProblems(path)).toHaveLength(count);
  });
});

describe('habitProblems', () => {
  const head = `// ${SPDX}EUPL-1.2\n`;
  const at = 'src/rooms/reports/queries.ts';

  it.each([
    ['sound code', at, `${head}export const a = 1;\n`, 0],
    ['export *', at, `${head}export * from './a.ts';\n`, 1],
    ['a default export', at, `${head}export default 1;\n`, 1],
    ['a default function', at, `${head}export default function f() {}\n`, 1],
    ['a hushed checker', at, `${head}// @${'ts'}-ignore\nexport const a = 1;\n`, 1],
    ['console', at, `${head}console.log(1);\n`, 1],
    ['the environment', at, `${head}export const a = process.env.HOME;\n`, 1],
    ['the environment in config', 'src/platform/config/read.ts', `${head}export const a = process.env;\n`, 0],
    ['whether this is a test', at, `${head}export const a = process.env.NODE_ENV === 'test';\n`, 0],
    ['a bare request', at, `${head}await fetch('/');\n`, 1],
    ['a bare request of an island', 'src/platform/ui/islands/a.ts', `${head}await fetch('/');\n`, 0],
    ['a slice outside tables.ts', at, `${head}import { read } from '#platform/db';\n`, 1],
    ['a slice under another name', at, `${head}import { write as w } from '#platform/db';\n`, 1],
    [
      'a slice in tables.ts',
      'src/rooms/reports/tables.ts',
      `${head}import { read } from '#platform/db';\n`,
      0,
    ],
    ['a handle outside tables.ts', at, `${head}import type { Db } from '#platform/db';\n`, 0],
    ['a socket', at, `${head}import { connect } from 'node:net';\n`, 1],
    ['all of node:net', at, `${head}import net from 'node:net';\n`, 1],
    ['a look at an address', at, `${head}import { isIP } from 'node:net';\n`, 0],
    ['the type of a socket', at, `${head}import type { Socket } from 'node:net';\n`, 0],
    [
      'a socket of the resolver',
      'src/rooms/guard/resolver/a.ts',
      `${head}import { connect } from 'node:net';\n`,
      0,
    ],
    ['no licence', at, 'export const a = 1;\n', 1],
    ['the wrong licence', 'packages/dns-wire/src/a.ts', `${head}export const a = 1;\n`, 1],
  ])('judges %s', (_name, path, text, count) => {
    expect(habitProblems(path, text)).toHaveLength(count);
  });
});
