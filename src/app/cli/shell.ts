// SPDX-License-Identifier: EUPL-1.2
import { BackupRefusal } from '#platform/backup';
import { type Config, ConfigError } from '#platform/config';
import { DatabaseFailure, DatabaseRefusal } from '#platform/db';
import { ProblemError } from '#platform/http';
import { type MessageKey, translator } from '#platform/i18n';
import { SealError } from '#platform/seal';

/** What a command may use of the terminal it was called from. */
export interface Shell {
  /** Read when a command runs, so that `--help` works whatever the settings are. */
  config(): Config;
  say(line: string): void;
  /** Asks for one line; the answer does not stay on the screen. */
  ask(question: string): Promise<string>;
  /** A line that is written over again and again; null where nobody watches. */
  progress: { show(line: string): void; end(): void } | null;
  setExitCode(code: number): void;
  /** Nothing is asked any more. */
  close(): void;
  fail(line: string): void;
}

/** A command was called with something that cannot be. The message is one line. */
export class UsageError extends Error {}

/** Runs one command's work: its answer is the exit code, and whatever stops it is one clear line. */
export function running<A extends unknown[]>(
  shell: Shell,
  work: (...args: A) => Promise<number | undefined>,
): (...args: A) => Promise<void> {
  return async (...args) => {
    try {
      shell.setExitCode((await work(...args)) ?? 0);
    } catch (error) {
      shell.progress?.end();
      shell.fail(`rowan: ${oneLine(error)}`);
      shell.setExitCode(error instanceof DatabaseRefusal ? error.exitCode : 1);
    } finally {
      shell.close();
    }
  };
}

const FOR_PEOPLE = [ConfigError, DatabaseRefusal, BackupRefusal, UsageError];

const SEALS: Readonly<Record<string, string>> = {
  'seal.keyring-there':
    'The data folder has the keys of another installation: choose an empty ROWAN_DATA, or move its keyring away.',
  'seal.keyring-missing':
    'The keys of this installation are not in the data folder: check ROWAN_DATA, or restore a backup.',
  'seal.recovery-halves': 'These are not half A and half B of one recovery key.',
};

/** The line for the person at the console. Errors that were not made for people are named, never quoted whole. */
export function oneLine(error: unknown): string {
  if (FOR_PEOPLE.some((kind) => error instanceof kind) && error instanceof Error) return error.message;
  if (error instanceof SealError) return SEALS[error.code] ?? `${error.code} (see docs/errors.md)`;
  if (error instanceof ProblemError) return `${sentenceOf(error.code)} (${error.code})`;
  if (error instanceof DatabaseFailure) return error.message;
  if (!(error instanceof Error)) return 'it failed for no known reason';
  const code: unknown = Reflect.get(error, 'code');
  if (typeof code === 'string') return error.message.split('\n', 1)[0] ?? code;
  return process.env.NODE_ENV === 'development'
    ? (error.stack ?? error.message)
    : `it failed: ${error.message}`;
}

function sentenceOf(code: string): string {
  // Every code of a room has its sentence under this key; a test holds them together.
  return translator('en')(code.replace('.', '.error.') as MessageKey);
}
