// SPDX-License-Identifier: EUPL-1.2
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { expect, it } from 'vitest';

it('sends a public page less than 2 kB of script, of the 4 it may have', async () => {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, 'islands/page.ts')],
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2020',
    write: false,
  });
  const [file] = outputFiles;
  expect(gzipSync(file?.contents ?? '').length).toBeLessThan(2048);
  // Trusted types are off limits on every page: nothing may turn text into markup or code.
  expect(file?.text).not.toMatch(
    /innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(|localStorage|sessionStorage/,
  );
});
