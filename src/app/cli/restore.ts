// SPDX-License-Identifier: EUPL-1.2
import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import {
  ledgerPath,
  type Manifest,
  openBackup,
  type Restored,
  readIdentity,
  readLedger,
  restoreBackup,
} from '#platform/backup';
import {
  type Half,
  type HalfName,
  type Keyring,
  openKeyringWithHalves,
  readHalf,
  SealError,
} from '#platform/seal';
import { againLines } from './jobs.ts';
import { running, type Shell, UsageError } from './shell.ts';
import { bar, count, minute, seconds, some } from './words.ts';

interface Options {
  identity: string;
  ledger?: string;
  halvesFile?: string;
  acceptReturnedReports?: true;
}

const TRIES = 3;

export function restoreCommand(program: Command, shell: Shell): void {
  program
    .command('restore')
    .argument('<file>', 'a backup made by "rowan backup"')
    .description(
      'put a backup into an empty database and an empty data folder. Asks for both halves of the recovery key. Until it has ended the database refuses to serve; killed half-way, run it again.',
    )
    .requiredOption('--identity <file>', 'file with the age identity (AGE-SECRET-KEY-1...)')
    .option('--ledger <file>', 'what was deleted since; by default <file>.ledger. Name the newest you have')
    .option('--halves-file <file>', 'file with both recovery halves, a line each, instead of typing them')
    .option(
      '--accept-returned-reports',
      'go on without the ledger: reports that were deleted come back (audited)',
    )
    .action(running(shell, (file: string, options: Options) => restore(shell, file, options)));
}

async function restore(shell: Shell, file: string, options: Options): Promise<number> {
  const config = shell.config();
  const started = performance.now();
  const backup = await openBackup(file, await readIdentity(options.identity));
  const { manifest } = backup;
  shell.say(
    `Backup of ${manifest.instance}, made ${minute(new Date(manifest.at))} UTC by Rowan ${manifest.program}.`,
  );
  const keyring = await openKeyring(shell, manifest, options.halvesFile);
  const ledger = await readLedger(options.ledger ?? ledgerPath(file), keyring);
  const restored = await restoreBackup(backup, {
    database: { dataFolder: config.data, databaseUrl: config.databaseUrl },
    place: { data: config.data, keyFile: config.keyringKeyFile },
    keyring,
    ledger,
    acceptReturnedReports: options.acceptReturnedReports === true,
    now: new Date(),
    onProgress: ({ rows, of, table }) => shell.progress?.show(`${bar(rows / Math.max(1, of))} ${table}`),
  });
  shell.progress?.end();
  const until = ledger === null ? null : ledger.until;
  for (const line of report(restored, until)) shell.say(line);
  shell.say(
    `Done in ${seconds((performance.now() - started) / 1000)}. Jobs are paused: read the list, then run "rowan jobs resume".`,
  );
  return 0;
}

function report(restored: Restored, until: Date | null): string[] {
  const { rows, entries, deletedAgain, wrongMarks, migrated, again } = restored;
  const lines = [`${count(rows)} rows are back; the audit chain holds with ${count(entries)} entries.`];
  if (migrated.length > 0) lines.push(`${some(migrated.length, 'newer migration')} ran.`);
  lines.push(
    until === null
      ? 'Without a deletion ledger: reports that were deleted since the backup are back. This is in the audit.'
      : `${some(deletedAgain, 'row')} deleted again, as the ledger says, which knows deletions until ${minute(until)} UTC.`,
  );
  if (wrongMarks > 0)
    lines.push(
      `Warning: ${some(wrongMarks, 'public key')} without our mark; the report form stays closed until a person looked.`,
    );
  return [...lines, ...againLines(again)];
}

/** Both halves, typed or from a file, and the keyring behind them. */
async function openKeyring(shell: Shell, manifest: Manifest, halvesFile?: string): Promise<Keyring> {
  const { n, sealed } = manifest.keyring;
  const halves = halvesFile === undefined ? await typedHalves(shell, n) : await halvesFrom(halvesFile, n);
  try {
    return await openKeyringWithHalves(Buffer.from(sealed, 'base64'), {
      instance: manifest.instance,
      halves,
    });
  } catch (error) {
    if (!(error instanceof SealError) || error.code !== 'seal.seal') throw error;
    throw new UsageError(
      `These halves do not open this backup: they are of another recovery key with number ${n}.`,
    );
  } finally {
    for (const half of halves) half.bytes.dispose();
  }
}

async function typedHalves(shell: Shell, n: number): Promise<[Half, Half]> {
  return [await typedHalf(shell, n, 'A'), await typedHalf(shell, n, 'B')];
}

async function typedHalf(shell: Shell, n: number, name: HalfName): Promise<Half> {
  for (let tries = 1; ; tries++) {
    const found = judge(await shell.ask(`Half ${name} of recovery key ${n}: `), n, name);
    if (typeof found !== 'string') return found;
    if (tries === TRIES) throw new UsageError(found);
    shell.fail(found);
  }
}

async function halvesFrom(path: string, n: number): Promise<[Half, Half]> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new UsageError(`The file ${path} cannot be read.`);
  });
  const lines = text.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#'));
  const find = (name: HalfName): Half => {
    const found = lines.map((line) => judge(line, n, name)).find((half) => typeof half !== 'string');
    if (found === undefined)
      throw new UsageError(`The file ${path} has no half ${name} of recovery key ${n}.`);
    return found;
  };
  return [find('A'), find('B')];
}

/** The half, or what is wrong with what was typed. */
function judge(typed: string, n: number, name: HalfName): Half | string {
  const read = readHalf(typed, n);
  if ('half' in read)
    return read.half.name === name ? read.half : `This is half ${read.half.name}, not half ${name}.`;
  if (read.err === 'number') return `This is a half of recovery key ${read.n}; the backup needs number ${n}.`;
  return 'This is no half of a recovery key: it has six groups of five letters and digits. Look for a slip.';
}
