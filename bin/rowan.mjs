#!/usr/bin/env node
// SPDX-License-Identifier: EUPL-1.2
// `node_modules/.bin/rowan` or `npm exec --no -- rowan`. The first lines hand over to the Node that npm brought, whatever called this.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const own = join(root, 'node_modules', '.bin', 'node');
const program = join(root, 'dist', 'cli.mjs');

if (existsSync(program)) {
  const node = existsSync(own) ? own : process.execPath;
  const child = spawn(node, ['--enable-source-maps', program, ...process.argv.slice(2)], {
    stdio: 'inherit',
  });
  // A terminal sends Ctrl-C to both; the program decides when to end, this only waits and passes on what came to it alone.
  process.on('SIGINT', () => {});
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? (signal === 'SIGINT' ? 130 : 143);
  });
} else {
  process.stderr.write(
    'rowan: nothing built yet. Run "npm start" once, or "npm run setup" and "npm run build".\n',
  );
  process.exitCode = 1;
}
