// SPDX-License-Identifier: EUPL-1.2
import { Command } from 'commander';
import { readConfig } from '#platform/config';
import { auditCommands } from './audit.ts';
import { backupCommands } from './backup.ts';
import { jobCommands } from './jobs.ts';
import { peopleCommands } from './people.ts';
import { ratingsCommands } from './ratings.ts';
import { restoreCommand } from './restore.ts';
import { serverCommands } from './server.ts';
import { terminal } from './terminal.ts';

const shell = terminal(() => readConfig(process.env, process.cwd()));
const program = new Command('rowan')
  .description(
    'Runs and looks after a Rowan installation. Commands work beside a running server; where none runs they start the database, work, and stop it. Settings come from the environment: docs/settings.md.',
  )
  .showHelpAfterError('(rowan --help lists the commands)');

for (const add of [
  serverCommands,
  peopleCommands,
  ratingsCommands,
  auditCommands,
  backupCommands,
  restoreCommand,
  jobCommands,
]) {
  add(program, shell);
}

await program.parseAsync();
