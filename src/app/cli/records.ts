// SPDX-License-Identifier: EUPL-1.2
import type { Command } from 'commander';
import { atomically } from '#platform/ctx';
import { mountKinds, rebuild } from '#platform/records';
import { recordRooms } from '../record-rooms.ts';
import { onInstallation } from './open.ts';
import { running, type Shell } from './shell.ts';
import { some } from './words.ts';

export function recordCommands(program: Command, shell: Shell): void {
  const records = program.command('records').description('letters, laws, practices and what else rooms keep');
  records
    .command('rebuild')
    .description('make anew what search and lists know of all records; pages stay as they are meanwhile')
    .action(running(shell, () => rebuildAll(shell)));
}

async function rebuildAll(shell: Shell): Promise<number> {
  for (const room of recordRooms) mountKinds(room);
  const count = await onInstallation(shell.config(), ({ ctx }) =>
    atomically(ctx, async (inner) => {
      inner.audit({ act: 'records.rebuild', kind: 'records.record', id: null });
      return rebuild(inner.db);
    }),
  );
  shell.say(`${some(count, 'record')} made anew for search and lists.`);
  return 0;
}
