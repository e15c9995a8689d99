// SPDX-License-Identifier: EUPL-1.2
import type { Command } from 'commander';
import { KEPT_DAYS, ledgerPath, makeBackup, makeBackupKey } from '#platform/backup';
import project from '../../../package.json' with { type: 'json' };
import { onInstallation } from './open.ts';
import { running, type Shell } from './shell.ts';
import { bar, count, megabytes, seconds } from './words.ts';

export function backupCommands(program: Command, shell: Shell): void {
  const backup = program
    .command('backup')
    .argument('[file]', 'where to; by default a dated name in <data>/backups')
    .description(
      `write everything into one encrypted file, beside a running server; files made here go after ${KEPT_DAYS} days`,
    )
    .action(running(shell, (file: string | undefined) => make(shell, file)));
  backup
    .command('key')
    .description('make a key for backups: prints it once and stores it nowhere')
    .action(running(shell, () => printKey(shell)));
}

async function make(shell: Shell, file: string | undefined): Promise<number> {
  const config = shell.config();
  const made = await onInstallation(config, ({ ctx }) =>
    makeBackup(ctx, {
      file: file ?? null,
      recipient: config.backupRecipient,
      dataFolder: config.data,
      program: project.version,
      onProgress: ({ rows, of, table }) => shell.progress?.show(`${bar(rows / Math.max(1, of))} ${table}`),
    }),
  );
  shell.progress?.end();
  shell.say(`${made.file}: ${count(made.rows)} rows, ${megabytes(made.bytes)}, ${seconds(made.seconds)}`);
  shell.say(`${ledgerPath(made.file)}: what was deleted; keep it with the backup, it grows with later ones`);
  for (const old of made.dropped) shell.say(`removed ${old}: older than ${KEPT_DAYS} days`);
  return 0;
}

// In the form of age-keygen, so that the whole output is an identity file.
async function printKey(shell: Shell): Promise<number> {
  const { identity, recipient } = await makeBackupKey();
  const lines = [
    '# The key of your backups. It is shown this once and stored nowhere.',
    '# 1. Print this page, or write it down, and keep it away from this machine: whoever has it and a backup',
    '#    can read names of people who work here and times of reports, but no word that a child wrote.',
    '#    Opening those takes the two recovery papers as well.',
    '# 2. Set this where Rowan runs, then run "rowan backup" every day:',
    `#    ROWAN_BACKUP_RECIPIENT=${recipient}`,
    '# 3. To restore, type the next line into a file and name it with --identity.',
    identity,
  ];
  for (const line of lines) shell.say(line);
  return 0;
}
