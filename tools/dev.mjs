// SPDX-License-Identifier: EUPL-1.2
// Builds, starts Rowan, and does both again when a source file changed. A change that does not build leaves the running one alone.
import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.mjs';

const root = join(import.meta.dirname, '..');
const WATCHED = ['src', 'packages', 'migrations'];
/** An editor writes a file in several steps; they count as one change. */
const SETTLE_MS = 150;
const IGNORED = /(^|[/\\])(generated|node_modules)[/\\]|\.test\.tsx?$|~$|\.tmp$/;

let child = null;
let ending = false;
let working = Promise.resolve();
let timer = null;

/** In its own process group, so that Ctrl-C reaches it once, from here. */
function start() {
  child = spawn(process.execPath, ['--enable-source-maps', join(root, 'dist', 'main.mjs')], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    detached: true,
    env: { NODE_ENV: 'development', ...process.env },
  });
  child.on('exit', (code) => {
    child = null;
    if (!ending && code !== 0) process.stdout.write(`dev: ended with ${code}; waiting for a change\n`);
  });
}

function stop() {
  const running = child;
  if (!running) return Promise.resolve();
  const gone = new Promise((resolve) => running.once('exit', resolve));
  running.kill('SIGTERM');
  return gone;
}

async function renew() {
  try {
    const began = performance.now();
    await build();
    process.stdout.write(`dev: built in ${Math.round(performance.now() - began)} ms\n`);
  } catch (error) {
    process.stderr.write(`dev: ${error.message}\n`);
    return;
  }
  await stop();
  if (!ending) start();
}

function changed(_kind, file) {
  if (!file || IGNORED.test(file)) return;
  clearTimeout(timer);
  timer = setTimeout(() => {
    working = working.then(renew);
  }, SETTLE_MS);
}

for (const folder of WATCHED) watch(join(root, folder), { recursive: true }, changed);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, async () => {
    if (ending) return;
    ending = true;
    await stop();
    process.exit(0);
  });
}
await renew();
