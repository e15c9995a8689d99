// SPDX-License-Identifier: EUPL-1.2
import type { Command } from 'commander';
import { peopleUnder } from '#platform/auth';
import { atomically } from '#platform/ctx';
import { erasePepper, keyringOf, rotatePepper } from '#platform/seal';
import { codesUnder } from '../../rooms/reports/plugin.ts';
import { type Installed, onInstallation, placeOf } from './open.ts';
import { running, type Shell, UsageError } from './shell.ts';
import { columns, some } from './words.ts';

export function pepperCommands(program: Command, shell: Shell): void {
  const pepper = program
    .command('pepper')
    .description('the secret that every password and code is mixed with; a new one every 90 days');
  pepper
    .command('list')
    .description('say which peppers are kept, and whose passwords and how many codes still need them')
    .action(running(shell, () => list(shell)));
  pepper
    .command('rotate')
    .description('make a new pepper; passwords and codes move to it when they are next used')
    .action(running(shell, () => rotate(shell)));
  pepper
    .command('erase')
    .argument('<pepper>', 'as "rowan pepper list" shows it')
    .description('forget an old pepper for ever; refused while a password or code needs it')
    .action(running(shell, (id: string) => erase(shell, id)));
}

interface Use {
  id: string;
  people: string[];
  codes: number;
}

async function useOf({ ctx }: Installed, id: string): Promise<Use> {
  return { id, people: await peopleUnder(ctx.db, id), codes: await codesUnder(ctx, id) };
}

async function list(shell: Shell): Promise<number> {
  const uses = await onInstallation(shell.config(), (installed) =>
    Promise.all(keyringOf(installed.ctx.db).peppers.map(({ id }) => useOf(installed, id))),
  );
  const rows = uses.map(({ id, people, codes }, at) => [
    id,
    at === 0 ? 'in use' : 'old',
    String(people.length),
    String(codes),
  ]);
  for (const line of columns([['pepper', 'state', 'people', 'codes'], ...rows])) shell.say(line);
  return 0;
}

async function rotate(shell: Shell): Promise<number> {
  const config = shell.config();
  const id = await onInstallation(config, ({ ctx }) =>
    atomically(ctx, async (inner) => {
      const made = await rotatePepper(keyringOf(inner.db), placeOf(config), { now: inner.now });
      inner.audit({ act: 'pepper.rotate', kind: 'pepper', id: null, code: made });
      return made;
    }),
  );
  shell.say(`${id} is the pepper from now on; a running server takes it over within seconds.`);
  shell.say(
    'Make a backup now: "rowan backup". Old ones go with "rowan pepper erase" once nobody needs them.',
  );
  return 0;
}

async function erase(shell: Shell, id: string): Promise<number> {
  const config = shell.config();
  await onInstallation(config, async (installed) => {
    await requireUnused(installed, id);
    await atomically(installed.ctx, async (inner) => {
      await erasePepper(keyringOf(inner.db), placeOf(config), id);
      inner.audit({ act: 'pepper.erase', kind: 'pepper', id: null, code: id });
    });
  });
  shell.say(`${id} is forgotten. Passwords and codes in databases copied before open nothing without it.`);
  return 0;
}

async function requireUnused(installed: Installed, id: string): Promise<void> {
  const { ctx } = installed;
  const { pepper, peppers } = keyringOf(ctx.db);
  if (!peppers.some((one) => one.id === id))
    throw new UsageError(`There is no pepper ${id}: "rowan pepper list" shows all.`);
  if (pepper.id === id)
    throw new UsageError('This pepper is in use. Make a new one first: "rowan pepper rotate".');
  // A server that had no time to take the new one over could still write under the old one.
  if (pepper.id.slice(0, 10) >= ctx.now.toISOString().slice(0, 10))
    throw new UsageError('The pepper in use is from today. Erase older ones from tomorrow on.');
  const { people, codes } = await useOf(installed, id);
  if (people.length + codes === 0) return;
  const names = people.length === 0 ? '' : ` (${people.join(', ')}: they sign in, or "rowan people reset")`;
  throw new UsageError(
    `${some(people.length, 'way')} of signing in${names} and ${some(codes, 'code')} still need it; codes end by themselves.`,
  );
}
