// SPDX-License-Identifier: EUPL-1.2
import { existsSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { build } from 'esbuild';
import { found, shortHash } from './output.mjs';

const PROGRAMS = { main: 'src/app/main.ts', cli: 'src/app/cli/main.ts' };

const jsx = { jsx: 'automatic', jsxImportSource: 'preact' };

/** npm packages stay outside; @rowan/* are TypeScript in this tree and go inside. */
const packagesOutside = {
  name: 'packages-outside',
  setup(plan) {
    plan.onResolve({ filter: /^[^./#]/ }, ({ path, kind }) => {
      if (kind === 'entry-point' || path.startsWith('@rowan/')) return undefined;
      return { path, external: true };
    });
  },
};

/** Options that every Node bundle of Rowan shares, the benches included. */
export const nodeBundle = {
  bundle: true,
  platform: 'node',
  target: 'node24',
  format: 'esm',
  sourcemap: 'linked',
  logLevel: 'silent',
  plugins: [packagesOutside],
  ...jsx,
};

/** dist/main.mjs, dist/cli.mjs and a file for each `*.worker.ts`, which a thread starts from dist/workers/. */
export async function bundlePrograms(root) {
  const missing = Object.values(PROGRAMS).filter((path) => !existsSync(join(root, path)));
  const entryPoints = {};
  for (const [name, path] of Object.entries(PROGRAMS)) if (!missing.includes(path)) entryPoints[name] = path;
  for (const path of found(root, 'src/**/*.worker.ts')) {
    const name = `workers/${basename(path, '.worker.ts')}`;
    if (entryPoints[name])
      throw new Error(`Two workers are called ${name}: ${entryPoints[name]} and ${path}`);
    entryPoints[name] = path;
  }
  if (Object.keys(entryPoints).length === 0) return { files: [], missing };
  const result = await run({
    ...nodeBundle,
    absWorkingDir: root,
    entryPoints,
    outdir: 'dist',
    outExtension: { '.js': '.mjs' },
    write: false,
  });
  const dist = join(root, 'dist');
  return {
    files: result.outputFiles.map((file) => ({ path: relative(dist, file.path), contents: file.contents })),
    missing,
  };
}

/** One small script for each island; its public name carries its hash, so it can be cached for ever. */
export async function islandFiles(root) {
  const paths = found(root, 'src/**/islands/*.ts').filter((path) => !/\.(test|d)\.ts$/.test(path));
  const names = {};
  const files = [];
  for (const path of paths) {
    const name = basename(path, '.ts');
    if (names[name]) throw new Error(`Two islands are called ${name}`);
    const contents = await island(root, path);
    names[name] = `${name}-${shortHash(contents)}.js`;
    files.push({ path: `assets/${names[name]}`, contents });
  }
  return { names, files };
}

async function island(root, path) {
  const result = await run({
    absWorkingDir: root,
    entryPoints: [path],
    bundle: true,
    platform: 'browser',
    target: 'es2020',
    format: 'iife',
    minify: true,
    write: false,
    logLevel: 'silent',
    ...jsx,
  });
  return result.outputFiles[0].contents;
}

async function run(options) {
  try {
    return await build(options);
  } catch (error) {
    const lines = (error.errors ?? []).map(({ text, location }) =>
      location ? `${location.file}:${location.line}:${location.column} ${text}` : text,
    );
    throw new Error(lines.length > 0 ? lines.join('\n') : error.message);
  }
}
