// SPDX-License-Identifier: EUPL-1.2
import type { Command } from 'commander';
import { closeEmergency, emergencyPath, openEmergency } from '#platform/auth';
import { keyringOf, recoveryRecords, toBase64url } from '#platform/seal';
import { onInstallation } from './open.ts';
import { running, type Shell } from './shell.ts';
import { minute } from './words.ts';

export function recoveryCommands(program: Command, shell: Shell): void {
  const recovery = program
    .command('recovery')
    .description('when nobody can open anything any more: both recovery halves let one supervisor in');
  recovery
    .command('open')
    .description('open the emergency page for 30 minutes; prints its link, which works once')
    .action(running(shell, () => open(shell)));
  recovery
    .command('root')
    .description('print the public root key, which guards elsewhere must be given by hand')
    .action(running(shell, () => root(shell)));
  recovery
    .command('close')
    .description('shut the emergency page before its time')
    .action(running(shell, () => close(shell)));
}

async function root(shell: Shell): Promise<number> {
  const records = await onInstallation(shell.config(), ({ ctx }) =>
    recoveryRecords(ctx.db, keyringOf(ctx.db)),
  );
  const active = records.find(({ state }) => state === 'active');
  if (active === undefined) {
    shell.fail('The recovery papers were not typed back yet, so there is no root.');
    return 1;
  }
  shell.say(toBase64url(active.root_pub));
  return 0;
}

async function open(shell: Shell): Promise<number> {
  const config = shell.config();
  const { token, expiresAt } = await onInstallation(config, ({ ctx }) => openEmergency(ctx));
  shell.say(`${config.url ?? `http://localhost:${config.port}`}/en${emergencyPath(token)}`);
  shell.say(
    `The link works once, until ${minute(expiresAt)} UTC, and only with both halves of the recovery key.`,
  );
  shell.say(
    'The person named there must be invited as supervisor and have made their keys before: "rowan people add", or "rowan people reset".',
  );
  return 0;
}

async function close(shell: Shell): Promise<number> {
  const was = await onInstallation(shell.config(), ({ ctx }) => closeEmergency(ctx));
  shell.say(was ? 'The emergency page is shut.' : 'The emergency page was not open.');
  return 0;
}
