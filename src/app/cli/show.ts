// SPDX-License-Identifier: EUPL-1.2
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import { makeBackup } from '#platform/backup';
import project from '../../../package.json' with { type: 'json' };
import { codeNow, signInsOf } from '../rehearsal/demo/people-file.ts';
import { PUBLIC_WORDS, playLoop, SENTENCE } from '../rehearsal/show/scenes.ts';
import { searchFolder } from '../rehearsal/show/search.ts';
import { buildStage, type Stage } from '../rehearsal/show/stage.ts';
import { copyLoot, openBackups } from '../rehearsal/show/steal.ts';
import { verifyAudit } from './audit.ts';
import { onInstallation } from './open.ts';
import { running, type Shell, UsageError } from './shell.ts';
import { columns, count, megabytes, some } from './words.ts';

export function showCommands(program: Command, shell: Shell): void {
  const show = program
    .command('show')
    .description(
      'play the whole way of a report on this machine, from a child to a closed website, then rob it; see docs/show.md',
    )
    .option('--keep', 'leave it running until Ctrl-C, for people to click through')
    .action(running(shell, (options: { keep?: true }) => play(shell, options.keep === true)));
  show
    .command('steal')
    .argument('<folder>', 'a data folder, of a running server or not')
    .description(
      'copy a data folder as a thief would and search the copy for a sentence; exit 1 when it is there',
    )
    .option('--sentence <text>', 'what to search for; by default what the child of the show writes', SENTENCE)
    .action(
      running(shell, (folder: string, options: { sentence: string }) =>
        steal(shell, resolve(folder), { sentence: options.sentence }),
      ),
    );
}

/** Says a line with the seconds since the beginning. */
function narrator(shell: Shell): (line: string) => void {
  const started = performance.now();
  return (line) => {
    const now = ((performance.now() - started) / 1000).toFixed(1).padStart(5);
    shell.say(`${now} s  ${line}`);
  };
}

async function play(shell: Shell, keep: boolean): Promise<number> {
  const tell = narrator(shell);
  const stopped = untilStopped();
  tell('A rehearsal: everything here is invented, and destroyed at the end.');
  const stage = await buildStage({ dist: import.meta.dirname, chromium: shell.config().chromium });
  try {
    tell(`Rowan runs at ${stage.origin} (self-made certificate).`);
    const played = playAll(shell, stage, tell);
    const done = await Promise.race([played, stopped.then(() => null)]);
    if (done === null) played.catch(() => undefined);
    if (done === 0 && keep) {
      for (const line of invitation(stage)) shell.say(line);
      await stopped;
    }
    return done ?? 130;
  } finally {
    await stage.destroy();
    tell(`Destroyed. The pictures stay in ${stage.pictures}`);
  }
}

async function playAll(shell: Shell, stage: Stage, tell: (line: string) => void): Promise<number> {
  await playLoop(stage, tell);
  const { world, backupIdentity: identity } = stage;
  const { rows } = await onInstallation(world.config, ({ ctx }) =>
    makeBackup(ctx, {
      file: null,
      recipient: world.config.backupRecipient,
      dataFolder: world.config.data,
      program: project.version,
    }),
  );
  tell(`A backup was made, ${count(rows)} rows. Now a thief comes and takes the whole machine.`);
  const stolen = await steal(shell, world.folder, { sentence: SENTENCE, control: PUBLIC_WORDS, identity });
  tell('The record of who did what, checked entry by entry:');
  const audit = await verifyAudit({ ...shell, config: () => world.config }, {});
  return Math.max(stolen, audit);
}

interface Theft {
  sentence: string;
  /** Something that is there for all to read; not finding it means that the search does not work. */
  control?: string;
  /** Opens the backups too. */
  identity?: string;
}

/** Answers the exit code: 1 where the sentence was found. The last line said is how often. */
async function steal(shell: Shell, from: string, theft: Theft): Promise<number> {
  if (!existsSync(from)) throw new UsageError(`There is no folder ${from}.`);
  const to = await mkdtemp(join(tmpdir(), 'rowan-stolen-'));
  try {
    const loot = await copyLoot(from, to);
    shell.say('         stolen:');
    const rows = loot.map(({ kind, files, bytes }) => [
      '          ',
      kind,
      some(files, 'file'),
      megabytes(bytes),
    ]);
    for (const line of columns(rows)) shell.say(line);
    if (!loot.some(({ kind }) => kind === 'database'))
      shell.say('         No files of a database lie here: it is somewhere else and was not searched.');
    if (theft.identity !== undefined) {
      const opened = await openBackups(to, theft.identity);
      shell.say(
        `         The thief also has the paper that opens backups: ${some(opened, 'backup')} opened.`,
      );
    }
    if (theft.control !== undefined) await sayControl(shell, to, theft.control);
    const { found, files, bytes } = await searchFolder(to, theft.sentence);
    for (const one of found) shell.say(`         found as ${one.writing}: ${one.file.slice(to.length + 1)}`);
    const times = found.reduce((sum, one) => sum + one.times, 0);
    shell.say(`         In ${count(files)} files, ${megabytes(bytes)}, plain, UTF-16, hex and base64,`);
    shell.say(`         times that "${theft.sentence}" is there:`);
    shell.say(String(times));
    return times === 0 ? 0 : 1;
  } finally {
    await rm(to, { recursive: true, force: true });
  }
}

async function sayControl(shell: Shell, folder: string, words: string): Promise<void> {
  const { found } = await searchFolder(folder, words);
  const times = found.reduce((sum, one) => sum + one.times, 0);
  if (times === 0) throw new UsageError('The search did not find what is public, so it proves nothing.');
  shell.say(`         The same search finds what is public ("${words}"): ${some(times, 'time')}.`);
}

function invitation(stage: Stage): string[] {
  const now = new Date();
  const people = signInsOf(stage.world.staff).map((one) => [
    `  ${one.alias}`,
    one.password,
    one.key,
    codeNow(one, now),
  ]);
  return [
    '',
    `It runs until Ctrl-C. On a phone in the same network: ${stage.origin}/en/`,
    '  The browser warns about the certificate: it was made a minute ago, by this machine, for itself.',
    `A family: ${stage.origin}/en/home   A child: ${stage.origin}/en/report   The desk: ${stage.origin}/en/desk`,
    'Sign in at the desk as one of these (name, password, authenticator key, code now):',
    ...columns(people),
    `Rob it again: npm run cli -- show steal ${stage.world.config.data}`,
    '',
  ];
}

/** Answers at the first Ctrl-C, which then does not end this process. */
function untilStopped(): Promise<void> {
  return new Promise((stop) => {
    process.once('SIGINT', () => stop());
    process.once('SIGTERM', () => stop());
  });
}
