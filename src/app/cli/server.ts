// SPDX-License-Identifier: EUPL-1.2
import type { Command } from 'commander';
import { onInstallation } from './open.ts';
import { running, type Shell } from './shell.ts';
import { some } from './words.ts';

export function serverCommands(program: Command, shell: Shell): void {
  program
    .command('start')
    .description('start the server (npm start does this after setting up)')
    .action(async () => {
      await import('../main.ts');
    });
  program
    .command('migrate')
    .description('bring the database up to date without serving; a start does the same')
    .action(running(shell, () => migrate(shell)));
}

async function migrate(shell: Shell): Promise<number> {
  const ran = await onInstallation(shell.config(), async ({ database }) => database.facts.migrated);
  for (const name of ran) shell.say(name);
  shell.say(
    ran.length === 0
      ? 'The database is up to date.'
      : `The database is up to date: ${some(ran.length, 'migration')} ran.`,
  );
  return 0;
}
