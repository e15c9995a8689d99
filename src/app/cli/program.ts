// SPDX-License-Identifier: EUPL-1.2
import { Command } from 'commander';
import { auditCommands } from './audit.ts';
import { backupCommands } from './backup.ts';
import { demoCommands } from './demo.ts';
import { jobCommands } from './jobs.ts';
import { keyCommands } from './keys.ts';
import { libraryCommands } from './library.ts';
import { peopleCommands } from './people.ts';
import { pepperCommands } from './pepper.ts';
import { ratingsCommands } from './ratings.ts';
import { recordCommands } from './records.ts';
import { recoveryCommands } from './recovery.ts';
import { restoreCommand } from './restore.ts';
import { serverCommands } from './server.ts';
import type { Shell } from './shell.ts';
import { showCommands } from './show.ts';

/** The command line of Rowan, spoken through `shell`. */
export function rowanProgram(shell: Shell): Command {
  const program = new Command('rowan')
    .description(
      'Runs and looks after a Rowan installation. Commands work beside a running server; where none runs they start the database, work, and stop it. Settings come from the environment: docs/settings.md.',
    )
    .showHelpAfterError('(rowan --help lists the commands)');
  serverCommands(program, shell);
  peopleCommands(program, shell);
  recoveryCommands(program, shell);
  pepperCommands(program, shell);
  keyCommands(program, shell);
  ratingsCommands(program, shell);
  auditCommands(program, shell);
  backupCommands(program, shell);
  restoreCommand(program, shell);
  recordCommands(program, shell);
  libraryCommands(program, shell);
  jobCommands(program, shell);
  demoCommands(program, shell);
  showCommands(program, shell);
  return program;
}
