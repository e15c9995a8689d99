// SPDX-License-Identifier: EUPL-1.2
import type { Command } from 'commander';
import { atomically } from '#platform/ctx';
import { addSigningKey, keyringOf, presentKeyList, readSignature, removeSigningKey } from '#platform/seal';
import { deltasSince, snapshotNow } from '#ratings';
import { type Installed, onInstallation, placeOf } from './open.ts';
import { running, type Shell, UsageError } from './shell.ts';
import { columns } from './words.ts';

const PAPERS =
  'Ask both keepers to type their halves at /desk/recovery now: the papers then vouch for it, and guards elsewhere believe it.';

export function keyCommands(program: Command, shell: Shell): void {
  const keys = program
    .command('keys')
    .description('the keys of this machine that sign ratings, checkpoints and exports');
  keys
    .command('list')
    .description('say which keys sign, and until when the recovery papers vouch for each')
    .action(running(shell, () => list(shell)));
  keys
    .command('add-signing')
    .description('make a new key that signs from now on; the keepers of the papers must vouch for it')
    .action(running(shell, () => add(shell)));
  keys
    .command('end-signing')
    .argument('<key>', 'as "rowan keys list" shows it')
    .description('forget a key that signs no more, for ever; the one that signs now cannot be ended')
    .action(running(shell, (key: string) => end(shell, key)));
}

async function list(shell: Shell): Promise<number> {
  const rows = await onInstallation(shell.config(), async ({ ctx }) => {
    const keyring = keyringOf(ctx.db);
    const vouched = (await presentKeyList(ctx.db, keyring))?.list?.keys ?? [];
    return keyring.signers.map(({ kid }) => [
      kid,
      kid === keyring.signer.kid ? 'signs' : 'signs no more',
      vouched.find((key) => key.kid === kid)?.until ?? 'not yet',
    ]);
  });
  for (const line of columns([['key', 'state', 'vouched for until'], ...rows])) shell.say(line);
  return 0;
}

async function add(shell: Shell): Promise<number> {
  const config = shell.config();
  const kid = await onInstallation(config, ({ ctx }) =>
    atomically(ctx, async (inner) => {
      const made = await addSigningKey(keyringOf(inner.db), placeOf(config));
      inner.audit({ act: 'signing-key.add', kind: 'signing-key', id: null, code: made });
      return made;
    }),
  );
  shell.say(`${kid} signs from now on; a running server takes it over within seconds.`);
  shell.say(PAPERS);
  shell.say('Then "rowan ratings publish", and end the key before it with "rowan keys end-signing".');
  return 0;
}

async function end(shell: Shell, kid: string): Promise<number> {
  const config = shell.config();
  await onInstallation(config, async (installed) => {
    await requireIdle(installed, kid);
    await atomically(installed.ctx, async (inner) => {
      await removeSigningKey(keyringOf(inner.db), placeOf(config), kid);
      inner.audit({ act: 'signing-key.end', kind: 'signing-key', id: null, code: kid });
    });
  });
  shell.say(`${kid} is forgotten. What it signed while the papers vouched for it still holds.`);
  shell.say(
    'Ask both keepers to type their halves at /desk/recovery: guards elsewhere then refuse what it signs.',
  );
  return 0;
}

// What our own resolver would refuse at its next start must be signed anew first: protection would stop.
async function requireIdle({ ctx }: Installed, kid: string): Promise<void> {
  const { signer, signers } = keyringOf(ctx.db);
  if (!signers.some((key) => key.kid === kid))
    throw new UsageError(`There is no key ${kid}: "rowan keys list" shows all.`);
  if (signer.kid === kid)
    throw new UsageError('This key signs now. Make another one first: "rowan keys add-signing".');
  const list = (await presentKeyList(ctx.db, keyringOf(ctx.db)))?.list?.keys ?? [];
  if (!list.some((key) => key.kid === signer.kid))
    throw new UsageError(
      'The papers do not vouch for the new key yet. Ask both keepers to type their halves at /desk/recovery first.',
    );
  const snapshot = await snapshotNow(ctx.db);
  if (snapshot === null) return;
  const deltas = (await deltasSince(ctx.db, snapshot.number)) ?? [];
  if ([snapshot, ...deltas].some(({ signature }) => readSignature(signature)?.kid === kid))
    throw new UsageError('The ratings in use are signed by it. First run "rowan ratings publish".');
}
