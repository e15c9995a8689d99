// SPDX-License-Identifier: EUPL-1.2
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir, userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { type Browser, chromium } from 'playwright-core';

// With the background services off, a machine without Internet does not wait for connections that cannot come.
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

// Whoever starts a browser here ends it, and what else it started: playwright would end this process at once.
const quiet = { handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false };

const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
];

/**
 * A real Chromium for journeys and the show: the one asked for, else the system's, else the one npm brought
 * (with our own arguments: its own turn off web security). Throws one clear line where there is none.
 */
export async function launchBrowser(asked: string | null, env: NodeJS.ProcessEnv): Promise<Browser> {
  if (asked !== null) {
    if (!existsSync(asked)) throw new Error(`ROWAN_CHROMIUM names ${asked}, which is not there.`);
    return chromium.launch({ ...quiet, executablePath: asked, args });
  }
  const system = installed.find((path) => existsSync(path));
  if (system !== undefined) return chromium.launch({ ...quiet, executablePath: system, args });
  return launchBrought(env);
}

// The archive's own loader writes to one folder for all users and trusts what lies there; this one does not.
async function launchBrought(env: NodeJS.ProcessEnv): Promise<Browser> {
  const folder = join(tmpdir(), `rowan-chromium-${userInfo().uid}`);
  try {
    const executablePath = await unpackBrought(folder);
    const shell = { ...quiet, executablePath, args: ['--headless=shell', ...args] };
    try {
      return await chromium.launch(shell);
    } catch {
      // A machine without NSS: the package carries the libraries of another system, which will do.
      const libraries = join(folder, 'lib');
      return await chromium.launch({ ...shell, env: { ...env, LD_LIBRARY_PATH: libraries } });
    }
  } catch {
    throw new Error(
      'No Chromium here. Install one (apt-get install chromium) or set ROWAN_CHROMIUM to its path.',
    );
  }
}

async function unpackBrought(folder: string): Promise<string> {
  const path = join(folder, 'chromium');
  if (existsSync(path)) return path;
  const packed = join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '..', 'bin');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const libraries = brotliDecompressSync(await readFile(join(packed, 'al2023.tar.br')));
  const untar = spawnSync('tar', ['-xf', '-', '-C', folder], { input: libraries, maxBuffer: 1024 });
  if (untar.status !== 0) throw new Error('the libraries of the browser could not be unpacked');
  const temporary = `${path}.${process.pid}`;
  await writeFile(temporary, brotliDecompressSync(await readFile(join(packed, 'chromium.br'))), {
    mode: 0o755,
  });
  await rename(temporary, path);
  return path;
}
