// SPDX-License-Identifier: EUPL-1.2
import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import {
  type CheckpointFinding,
  readCheckpoints,
  readWitness,
  type SignedCheckpoint,
  verifyChain,
  verifyCheckpoints,
} from '#platform/audit';
import { keyringOf, presentKeyList } from '#platform/seal';
import { onInstallation } from './open.ts';
import { running, type Shell, UsageError } from './shell.ts';
import { some } from './words.ts';

export function auditCommands(program: Command, shell: Shell): void {
  const audit = program.command('audit').description('the append-only record of who did what');
  audit
    .command('verify')
    .description('walk the whole chain and its signed checkpoints; exit 1 names the first that does not hold')
    .option('--witness <file>', 'also hold it against the checkpoints that somebody outside kept')
    .action(running(shell, (options: { witness?: string }) => verifyAudit(shell, options)));
  audit
    .command('checkpoints')
    .description('print the signed checkpoints, a line each: the file for a witness outside')
    .action(running(shell, () => printCheckpoints(shell)));
}

/** Answers the exit code: 1 where an entry or checkpoint does not hold, and says which. */
export async function verifyAudit(shell: Shell, options: { witness?: string }): Promise<number> {
  const witness = options.witness === undefined ? [] : await witnessFrom(options.witness);
  return onInstallation(shell.config(), async ({ ctx }) => {
    const chain = await verifyChain(ctx.db);
    if (!chain.ok) {
      shell.say(
        `audit: entry ${chain.badSeq} does not hold (${chain.why}); ${chain.entries} entries before it do`,
      );
      return 1;
    }
    const keyring = keyringOf(ctx.db);
    const { instance, signers } = keyring;
    const list = (await presentKeyList(ctx.db, keyring))?.list ?? null;
    const found = await verifyCheckpoints(ctx.db, { instance, trust: { signers, list }, witness });
    if (!found.ok) {
      shell.say(`audit: the checkpoint of ${found.day || 'an unknown day'} does not hold: ${whyNot(found)}`);
      return 1;
    }
    shell.say(`audit: ${chain.entries} entries hold, head ${chain.head}`);
    shell.say(
      `audit: ${some(found.checkpoints, 'signed checkpoint')} hold${witness.length > 0 ? `, ${found.witnessed} of the witness agree` : ''}`,
    );
    return 0;
  });
}

function whyNot({ why, seq }: Extract<CheckpointFinding, { ok: false }>): string {
  switch (why) {
    case 'cut':
      return `the chain ends before entry ${seq}, which it names`;
    case 'chain':
      return `entry ${seq} is not the one it names`;
    case 'prev':
      return 'one before it is missing or changed';
    case 'signature':
      return 'its signature is not by a key of this installation';
    case 'missing':
      return 'the witness has it and the database has not';
    case 'payload':
      return 'it is not in the form of a checkpoint of this installation';
  }
}

async function witnessFrom(path: string): Promise<SignedCheckpoint[]> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new UsageError(`The witness file ${path} cannot be read.`);
  });
  const read = readWitness(text);
  if (read === null)
    throw new UsageError(`The witness file ${path} has a line that is no signed checkpoint.`);
  return read;
}

async function printCheckpoints(shell: Shell): Promise<number> {
  const stored = await onInstallation(shell.config(), ({ ctx }) => readCheckpoints(ctx.db));
  for (const { payload, signature } of stored) shell.say(JSON.stringify({ payload, signature }));
  return 0;
}
