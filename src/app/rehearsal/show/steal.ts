// SPDX-License-Identifier: EUPL-1.2
import { copyFile, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { Decrypter } from 'age-encryption';

/** What a thief carried away, by kind. */
export interface Loot {
  kind: LootKind;
  files: number;
  bytes: number;
}

export const LOOT_KINDS = [
  'database',
  'write-ahead log',
  'backup',
  'keyring',
  'published ratings',
  'certificate',
  'configuration',
  'logs',
  'other files',
] as const;
export type LootKind = (typeof LOOT_KINDS)[number];

const kinds: readonly (readonly [RegExp, LootKind])[] = [
  [/(^|\/)pg_wal\//, 'write-ahead log'],
  [/\.(conf|env|opts)$|PG_VERSION$/, 'configuration'],
  [/\.log$/, 'logs'],
  [/(^|\/)postgres\//, 'database'],
  [/(^|\/)backups\//, 'backup'],
  [/(^|\/)keyring\//, 'keyring'],
  [/(^|\/)snapshots\//, 'published ratings'],
  [/(^|\/)tls\//, 'certificate'],
];

/**
 * Copies every file under `from` to `to`, beside whatever runs there: a file that goes away meanwhile is left out. The
 * programs of the database (`postgres/engine`) stay: they are the same on every machine.
 */
export async function copyLoot(from: string, to: string): Promise<Loot[]> {
  const loot = new Map<LootKind, Loot>();
  await copyAll({ from, to, prefix: '' }, loot);
  return LOOT_KINDS.flatMap((kind) => loot.get(kind) ?? []);
}

interface Way {
  from: string;
  to: string;
  /** Put before the paths of what is copied. */
  prefix: string;
}

async function copyAll({ from, to, prefix }: Way, loot: Map<LootKind, Loot>): Promise<void> {
  for (const entry of await readdir(from, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    const path = `${prefix}${relative(from, file).split(sep).join('/')}`;
    if (/(^|\/)postgres\/engine\//.test(path)) continue;
    const bytes = await copyOne(file, join(to, path));
    if (bytes === null) continue;
    const kind = kinds.find(([pattern]) => pattern.test(path))?.[1] ?? 'other files';
    const sum = loot.get(kind) ?? { kind, files: 0, bytes: 0 };
    loot.set(kind, { kind, files: sum.files + 1, bytes: sum.bytes + bytes });
    // As root in a closed folder the database lies elsewhere, and this says where.
    if (entry.name !== 'postgres.location') continue;
    const elsewhere = (await readFile(file, 'utf8')).trim();
    await copyAll({ from: elsewhere, to, prefix: 'elsewhere/postgres/' }, loot);
  }
}

/** Writes what is inside every backup under `folder` beside it, as a thief does who found the paper with the key. */
export async function openBackups(folder: string, identity: string): Promise<number> {
  const opener = new Decrypter();
  opener.addIdentity(identity);
  let opened = 0;
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !entry.name.endsWith('.age')) continue;
    const file = join(entry.parentPath, entry.name);
    await writeFile(`${file}.opened`, gunzipSync(await opener.decrypt(await readFile(file))));
    opened++;
  }
  return opened;
}

async function copyOne(file: string, to: string): Promise<number | null> {
  try {
    await mkdir(dirname(to), { recursive: true, mode: 0o700 });
    await copyFile(file, to);
    return (await stat(to)).size;
  } catch (error) {
    const gone = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    if (!gone) throw error;
    await rm(to, { force: true });
    return null;
  }
}
