// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { type Exception, exceptions, limits } from '../../architecture.mjs';
import { type Measured, measure } from './measure.ts';
import { isTest, textOf, toolFiles, writtenFiles } from './sources.ts';

const files = [...writtenFiles(), ...toolFiles()];
const tooBig = [...files.flatMap((path) => measure(path, textOf(path))), ...folders(files)].filter(over);

function over({ limit, value }: Measured): boolean {
  return value > limits[limit];
}

/** Tests stand beside what they test and do not crowd a folder; depth counts folders below src/. */
function folders(paths: readonly string[]): Measured[] {
  const counts = new Map<string, number>();
  for (const path of paths.filter((one) => !isTest(one))) {
    const folder = path.slice(0, path.lastIndexOf('/'));
    counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  const full = [...counts].map(([path, value]): Measured => ({ path, limit: 'folderFiles', value }));
  const deep = [...counts.keys()]
    .filter((path) => path.startsWith('src/'))
    .map((path): Measured => ({ path, limit: 'folderDepth', value: path.split('/').length - 1 }));
  return [...full, ...deep];
}

function excuses(exception: Exception, { path, limit, name, value }: Measured): boolean {
  const same = exception.path === path && exception.limit === limit;
  return same && (exception.name === undefined || exception.name === name) && value <= exception.allowed;
}

describe('sizes', () => {
  it('stay within the limits of decision 0008', () => {
    const unexcused = tooBig.filter((size) => !exceptions.some((exception) => excuses(exception, size)));
    const lines = unexcused.map(({ path, line, name, limit, value }) => {
      const where = line === undefined ? path : `${path}:${line} ${name}`;
      return `${where} has ${value}, ${limit} is ${limits[limit]}`;
    });
    expect(lines).toEqual([]);
  });

  it('have no exception that is no longer needed', () => {
    const stale = exceptions.filter((exception) => !tooBig.some((size) => excuses(exception, size)));
    expect(stale.map(({ path, limit }) => `${path} ${limit}`)).toEqual([]);
    expect(exceptions.filter(({ because }) => because.length < 20).map(({ path }) => path)).toEqual([]);
  });
});

describe('measure', () => {
  const long = (lines: number): string => '\n'.repeat(lines - 1);
  const sizes = (path: string, text: string): string[] =>
    measure(path, text)
      .filter(over)
      .map(({ limit, name }) => (name ? `${limit} ${name}` : limit));

  it.each([
    ['a long file', 'src/platform/a.ts', long(302), ['fileLines']],
    ['a long page', 'src/rooms/reports/pages/a.tsx', long(202), ['pageLines']],
    ['a long function', 'src/platform/a.ts', `function f() {${long(51)}}`, ['functionLines f']],
    ['a long arrow', 'src/platform/a.ts', `const f = () => {${long(51)}};`, ['functionLines f']],
    ['a component of 80 lines', 'src/platform/a.tsx', `function F() {${long(79)}return <p/>; }`, []],
    [
      'a component of 82 lines',
      'src/platform/a.tsx',
      `function F() {${long(82)}return <p/>; }`,
      ['componentLines F'],
    ],
    ['a long route', 'src/rooms/reports/routes/a.ts', `function f() {${long(31)}}`, ['routeLines f']],
    ['four parameters', 'src/platform/a.ts', 'function f(a, b, c, d) {}', ['positionalParams f']],
    ['a long suite of tests', 'src/platform/a.test.ts', `describe('x', () => {${long(60)}});`, []],
    [
      'a wide door',
      'src/rooms/reports/index.ts',
      `export { ${'abcdefghijklmnopqrstu'.split('')} } from './a.ts';`,
      ['doorExports'],
    ],
    [
      'a door of the platform',
      'src/platform/ui/index.ts',
      `export { ${'abcdefghijklmnopqrstu'.split('')} } from './a.ts';`,
      [],
    ],
  ])('judges %s', (_name, path, text, expected) => {
    expect(sizes(path, text)).toEqual(expected);
  });
});
