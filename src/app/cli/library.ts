// SPDX-License-Identifier: EUPL-1.2
import type { Command } from 'commander';
import { seedContent } from '#library';
import { mountKinds } from '#platform/records';
import { recordRooms } from '../record-rooms.ts';
import { onInstallation } from './open.ts';
import { running, type Shell } from './shell.ts';
import { some } from './words.ts';

export function libraryCommands(program: Command, shell: Shell): void {
  const library = program.command('library').description('letters, laws, guides, words');
  library
    .command('seed')
    .description('bring what the library starts with; what people changed stays as it is')
    .action(running(shell, () => seed(shell)));
}

async function seed(shell: Shell): Promise<number> {
  for (const room of recordRooms) mountKinds(room);
  const { begun, languages } = await onInstallation(shell.config(), ({ ctx }) => seedContent(ctx));
  shell.say(`${some(begun, 'record')} begun, ${some(languages, 'language')} added to older ones.`);
  return 0;
}
