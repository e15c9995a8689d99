// SPDX-License-Identifier: EUPL-1.2
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import selfsigned from 'selfsigned';
import type { Config } from '#platform/config';

export interface Certificate {
  cert: string;
  key: string;
}

const DAY = 86_400_000;

/**
 * The certificate of the HTTPS port: the configured files, or a self-made one for trials, kept in `folder`.
 * Browsers warn about a self-made one; a phone on the same network cannot keep a session without TLS at all.
 */
export async function selfMadeCertificate(config: Config, folder: string): Promise<Certificate> {
  if (config.tlsCert !== null && config.tlsKey !== null) {
    return { cert: await readFile(config.tlsCert, 'utf8'), key: await readFile(config.tlsKey, 'utf8') };
  }
  const kept = await readKept(folder);
  if (kept !== null) return kept;
  const made = await make(config);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const temporary = join(folder, 'trial.pem.new');
  await writeFile(temporary, JSON.stringify(made), { mode: 0o600 });
  await rename(temporary, join(folder, 'trial.json'));
  return made;
}

async function readKept(folder: string): Promise<Certificate | null> {
  try {
    return JSON.parse(await readFile(join(folder, 'trial.json'), 'utf8'));
  } catch {
    return null;
  }
}

async function make(config: Config): Promise<Certificate> {
  const addresses = Object.values(networkInterfaces()).flatMap((list) =>
    (list ?? []).map((one) => one.address),
  );
  const names = ['localhost', ...(config.url === null ? [] : [new URL(config.url).hostname])];
  const made = await selfsigned.generate([{ name: 'commonName', value: 'Rowan trial' }], {
    keyType: 'ec',
    curve: 'P-256',
    algorithm: 'sha256',
    notBeforeDate: new Date(Date.now() - DAY),
    notAfterDate: new Date(Date.now() + 365 * DAY),
    extensions: [
      { name: 'basicConstraints', cA: false },
      {
        name: 'subjectAltName',
        altNames: [
          ...names.map((value) => ({ type: 2 as const, value })),
          ...addresses.filter((ip) => !ip.includes('%')).map((ip) => ({ type: 7 as const, ip })),
        ],
      },
    ],
  });
  return { cert: made.cert, key: made.private };
}
