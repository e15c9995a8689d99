// SPDX-License-Identifier: EUPL-1.2
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { makeBackupKey } from '#platform/backup';
import { launchBrowser } from '../browser.ts';
import { type Rehearsal, startRehearsal } from '../spawn.ts';
import { startInventedInternet } from './upstream.ts';

/** Everything the show plays on. */
export interface Stage {
  world: Rehearsal;
  browser: Browser;
  /** Where phones on the same network find it, e.g. https://192.0.2.2:40123 */
  origin: string;
  /** The same server without TLS, for this machine only. */
  near: string;
  /** The certificate of `origin`. */
  certificate: string;
  backupIdentity: string;
  pictures: string;
  /** Destroys everything but the pictures. */
  destroy(): Promise<void>;
}

export interface StageOptions {
  /** Folder of main.mjs. */
  dist: string;
  chromium: string | null;
}

/** Puts up a rehearsal on the machine's network address, an Internet of its own, and a browser. */
export async function buildStage({ dist, chromium }: StageOptions): Promise<Stage> {
  const closing: (() => Promise<unknown>)[] = [];
  const destroy = async () => {
    for (const close of closing.splice(0).reverse()) await close();
  };
  try {
    const internet = await startInventedInternet();
    closing.push(internet.stop);
    const browser = await launchBrowser(chromium, { HOME: tmpdir(), PATH: '/usr/bin:/bin' });
    closing.push(() => browser.close());
    const { identity, recipient } = await makeBackupKey();
    const address = networkAddress();
    const port = await freePort();
    const origin = `https://${address ?? '127.0.0.1'}:${port}`;
    const env = {
      ROWAN_HOST: address === null ? '127.0.0.1' : '0.0.0.0',
      ROWAN_HTTPS_PORT: String(port),
      ROWAN_URL: origin,
      ROWAN_DNS_UPSTREAM: `127.0.0.1:${internet.port}`,
      ROWAN_BACKUP_RECIPIENT: recipient,
    };
    const world = await startRehearsal({ dist, env, log: 'rowan.log' });
    closing.push(world.destroy);
    await writeFile(
      join(world.folder, 'settings.env'),
      Object.entries(env)
        .map(([name, value]) => `${name}=${value}\n`)
        .join(''),
    );
    const pictures = await mkdtemp(join(tmpdir(), 'rowan-show-'));
    return {
      world,
      browser,
      origin,
      near: world.url.replace('0.0.0.0', '127.0.0.1'),
      certificate: await certificateOf(world),
      backupIdentity: identity,
      pictures,
      destroy,
    };
  } catch (error) {
    await destroy();
    throw error;
  }
}

/** The first address that other machines can reach, or null on a machine without a network. */
function networkAddress(): string | null {
  const all = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
  return all.find(({ family, internal }) => family === 'IPv4' && !internal)?.address ?? null;
}

// The server says its ports only when it serves, and its own address has to be known before.
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

async function certificateOf(world: Rehearsal): Promise<string> {
  const made = JSON.parse(await readFile(join(world.config.data, 'tls', 'trial.json'), 'utf8'));
  return String(made.cert);
}
