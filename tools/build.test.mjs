// SPDX-License-Identifier: EUPL-1.2
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { symbol } from './build/icons.mjs';
import { inOrder } from './build/styles.mjs';
import { build } from './build.mjs';

const svg = (inside) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="24" viewBox="0 0 24 24" fill="none">${inside}</svg>`;

const tree = {
  'src/app/main.ts':
    "import { word } from '../platform/ui/word.tsx';\nimport fastify from 'fastify';\nfastify(word);\n",
  'src/platform/ui/word.tsx': 'export const word = <p class="note">word</p>;\n',
  'src/rooms/guard/resolver/resolve.worker.ts': 'export const answer: number = 1;\n',
  'src/platform/ui/islands/leave-now.ts': 'const to: string = "/exit";\ndocument.title = to;\n',
  'src/platform/ui/islands/leave-now.test.ts': 'throw new Error("a test is no island");\n',
  'src/platform/ui/button/button.css': '.button { margin-inline-start: 1px }\n',
  'src/platform/ui/tokens.css': ':root { --ink: #000000 }\n',
  'src/rooms/reports/a-page.css': '.a-page { color: var(--ink) }\n',
  'src/platform/ui/icons/x.svg': svg('<path d="M1 1"/>'),
};

describe('build', () => {
  let root;
  let result;

  beforeAll(async () => {
    root = mkdtempSync(join(tmpdir(), 'rowan-build-'));
    for (const [path, text] of Object.entries(tree)) write(path, text);
    symlinkSync(join(import.meta.dirname, '..', 'node_modules'), join(root, 'node_modules'));
    result = await build({ from: root });
  });

  afterAll(() => rmSync(root, { recursive: true, force: true }));

  const write = (path, text) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  const read = (path) => readFileSync(join(root, 'dist', path), 'utf8');

  it('bundles own code and leaves packages outside', () => {
    expect(read('main.mjs')).toContain('from "fastify"');
    expect(read('main.mjs')).toContain('from "preact/jsx-runtime"');
    expect(read('main.mjs')).not.toContain('word.tsx"');
    expect(existsSync(join(root, 'dist/main.mjs.map'))).toBe(true);
  });

  it('says what is not in the tree yet', () => {
    expect(result.missing).toEqual(['src/app/cli/main.ts']);
  });

  it('makes a file for each worker', () => {
    expect(read('workers/resolve.mjs')).toContain('answer = 1');
  });

  it('names each asset by its content and lists it in assets.json', () => {
    const manifest = JSON.parse(read('assets.json'));
    expect(Object.keys(manifest.islands)).toEqual(['leave-now']);
    expect(manifest.islands['leave-now']).toMatch(/^leave-now-[0-9a-f]{10}\.js$/);
    expect(manifest.css).toMatch(/^site-[0-9a-f]{10}\.css$/);
    expect(manifest.icons).toMatch(/^icons-[0-9a-f]{10}\.svg$/);
    expect(readdirSync(join(root, 'dist/assets'))).toHaveLength(3);
  });

  it('puts tokens before components and components before rooms', () => {
    const css = read(`assets/${result.manifest.css}`);
    const places = ['--ink:', '.button', '.a-page'].map((text) => css.indexOf(text));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(css).toContain('margin-inline-start:1px');
  });

  it('names file and line of what is wrong', async () => {
    write('src/app/main.ts', "import './gone.ts';\n");
    await expect(build({ from: root })).rejects.toThrow(/src\/app\/main\.ts:1:7 Could not resolve/);
    write('src/app/main.ts', tree['src/app/main.ts']);
    write('src/rooms/reports/a-page.css', '.a-page { color: }}\n');
    await expect(build({ from: root })).rejects.toThrow(/a-page\.css/);
  });
});

describe('inOrder', () => {
  it('does not depend on the order of the disk', () => {
    const paths = [
      'src/rooms/a/b.css',
      'src/platform/ui/z/z.css',
      'src/platform/ui/base.css',
      'src/platform/ui/tokens.css',
    ];
    expect(inOrder(paths)).toEqual([...paths].reverse());
    expect(inOrder([...paths].reverse())).toEqual([...paths].reverse());
  });
});

describe('symbol', () => {
  it('keeps the drawing and drops size and comments', () => {
    const made = symbol('icons/bell.svg', svg('<!-- bell -->\n  <path d="M1 1"/>\n  <path d="M2 2"/>\n'));
    expect(made).toBe(
      '<symbol id="bell" viewBox="0 0 24 24" fill="none"><path d="M1 1"/><path d="M2 2"/></symbol>',
    );
  });

  it.each([
    ['a script', svg('<script>1</script>')],
    ['a handler', svg('<path onload="x"/>')],
    ['a link', svg('<a href="/x"/>')],
    ['no drawing', '<p/>'],
    ['no viewBox', '<svg width="1"></svg>'],
  ])('refuses %s', (_name, text) => {
    expect(() => symbol('icons/bell.svg', text)).toThrow('icons/bell.svg');
  });
});
