// SPDX-License-Identifier: EUPL-1.2
import { Command } from 'commander';
import { ConfigError, readConfig } from '#platform/config';
import { DatabaseRefusal } from '#platform/db';
import { verifyAudit } from './audit.ts';

const say = (line: string) => process.stdout.write(`${line}\n`);
const config = () => readConfig(process.env, process.cwd());

/** Runs one command's work, prints one clear line where it cannot go on, and sets the exit code. */
function running(work: (...args: never[]) => Promise<number | undefined>) {
  return async (...args: never[]) => {
    try {
      process.exitCode = (await work(...args)) ?? 0;
    } catch (error) {
      process.stderr.write(`rowan: ${oneLine(error)}\n`);
      process.exitCode = error instanceof DatabaseRefusal ? error.exitCode : 1;
    }
  };
}

function oneLine(error: unknown): string {
  if (error instanceof ConfigError || error instanceof DatabaseRefusal) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

const program = new Command('rowan').description('Runs and looks after a Rowan installation');

program
  .command('start')
  .description('start the server (npm start does this after setting up)')
  .action(async () => {
    await import('../main.ts');
  });

const audit = program.command('audit').description('the append-only record of who did what');
audit
  .command('verify')
  .description('walk the whole chain; exit 1 names the first entry that does not hold')
  .action(running(() => verifyAudit(config(), say)));

await program.parseAsync();
