// SPDX-License-Identifier: EUPL-1.2
// Runs on the Node that happens to be installed (18 or later), so built-ins only and plain old syntax.
// It installs the modules when package-lock.json changed, and says in one line what is missing otherwise.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const LEAST_NODE = 24;
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const stamp = join(root, 'node_modules', '.rowan-setup');

/** What this machine cannot do, as one line for the person who typed the command; null when all is well. */
export function unsupported({ platform, arch, major, musl, databaseUrl }) {
  if (platform === 'win32')
    return 'Rowan does not run on Windows itself. Open a WSL terminal and start it there.';
  if (platform === 'linux' && musl) {
    if (major < LEAST_NODE) {
      return `On Alpine and other musl systems install Node ${LEAST_NODE} yourself and set DATABASE_URL to a PostgreSQL from 15.`;
    }
    return databaseUrl ? null : 'On Alpine and other musl systems set DATABASE_URL to a PostgreSQL from 15.';
  }
  if (platform === 'linux' && (arch === 'x64' || arch === 'arm64')) return null;
  if (major < LEAST_NODE) {
    return `On ${platform} ${arch} Rowan needs your own Node ${LEAST_NODE} or later; this is ${major}.`;
  }
  return databaseUrl
    ? null
    : `On ${platform} ${arch} set DATABASE_URL to a PostgreSQL from 15; the built-in one is for Linux.`;
}

function isMusl() {
  if (process.platform !== 'linux') return false;
  const { header } = process.report.getReport();
  return !header.glibcVersionRuntime;
}

function lockHash() {
  return createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
}

/** True when the modules on disk are those of package-lock.json: then nothing is touched, so a running server keeps its files. */
function installed() {
  return existsSync(stamp) && readFileSync(stamp, 'utf8').trim() === lockHash();
}

function install() {
  process.stdout.write('Rowan: installing its libraries (about half a minute, once)\n');
  // `npm ci` is wrong here: where a registry lacks packages of other systems it calls a good lock file out of sync.
  const done = spawnSync('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: 'inherit',
  });
  if (done.error || done.status !== 0) {
    const why = done.error ? done.error.message : `npm ended with ${done.status ?? done.signal}`;
    fail(`Rowan: the libraries could not be installed (${why}). Is the npm registry reachable?`);
  }
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, `${lockHash()}\n`);
}

/** `--libc`, `os` and `cpu` decide which engines npm took; a missing one is said here and not as a stack trace later. */
function bringsNode() {
  return process.platform !== 'linux' || isMusl() || existsSync(join(root, 'node_modules', '.bin', 'node'));
}

function fail(line) {
  process.stderr.write(`${line}\n`);
  process.exit(1);
}

function main() {
  const major = Number(process.versions.node.split('.')[0]);
  const line = unsupported({
    platform: process.platform,
    arch: process.arch,
    major,
    musl: isMusl(),
    databaseUrl: process.env.DATABASE_URL,
  });
  if (line) fail(`Rowan: ${line}`);
  if (!installed()) install();
  if (!bringsNode()) {
    fail(
      'Rowan: npm left out Node 24 (an optional package). Run "npm install --include=optional" and start again.',
    );
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main();
