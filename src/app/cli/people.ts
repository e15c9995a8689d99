// SPDX-License-Identifier: EUPL-1.2
import { type Command, Option } from 'commander';
import { createPerson, type Invitation, type ListedPerson, listPeople, resetPerson } from '#platform/auth';
import type { Config } from '#platform/config';
import { type Ctx, ROLES, type Role } from '#platform/ctx';
import { onInstallation } from './open.ts';
import { running, type Shell, UsageError } from './shell.ts';
import { columns, minute } from './words.ts';

export function peopleCommands(program: Command, shell: Shell): void {
  const people = program.command('people').description('who works here; nothing here opens a case');
  people
    .command('list')
    .description('say who is here or invited, with roles, keys and ways of signing in')
    .action(running(shell, () => list(shell)));
  people
    .command('add')
    .argument('<name>', 'the name they sign in with')
    .addOption(new Option('--role <role...>', 'what they do here').choices(ROLES).makeOptionMandatory())
    .description(
      'invite somebody: prints a link for 48 hours. Keys are given by a member at the desk, never here',
    )
    .action(running(shell, (name: string, { role }: { role: Role[] }) => add(shell, name, role)));
  people
    .command('reset')
    .argument('<name>')
    .option('--exposed', 'somebody else may know the password: their teams get new keys')
    .description(
      'end every way of signing in of somebody; prints a link to begin again, a member grants the keys anew',
    )
    .action(
      running(shell, (name: string, options: { exposed?: true }) =>
        reset(shell, name, options.exposed === true),
      ),
    );
}

async function list(shell: Shell): Promise<number> {
  const people = await onInstallation(shell.config(), ({ ctx }) => listPeople(ctx.db));
  for (const line of columns([['name', 'state', 'roles', 'keys', 'signs in by'], ...people.map(rowOf)]))
    shell.say(line);
  return 0;
}

function rowOf({ alias, state, roles, asked, teams, ways }: ListedPerson): string[] {
  const waiting = (asked ?? []).filter((role) => !roles.includes(role)).map((role) => `(${role})`);
  const dash = (parts: readonly string[]) => parts.join(' ') || '-';
  return [alias, state, dash([...roles, ...waiting]), dash(teams), dash(ways.map(({ kind }) => kind))];
}

async function add(shell: Shell, alias: string, roles: Role[]): Promise<number> {
  const config = shell.config();
  const invitation = await onInstallation(config, ({ ctx }) =>
    createPerson(ctx, { alias: alias.trim(), roles }),
  );
  sayLink(shell, config, invitation);
  return 0;
}

async function reset(shell: Shell, alias: string, exposed: boolean): Promise<number> {
  const config = shell.config();
  const invitation = await onInstallation(config, async ({ ctx }) =>
    resetPerson(ctx, { person: await personCalled(ctx, alias), exposed }),
  );
  sayLink(shell, config, invitation);
  return 0;
}

async function personCalled(ctx: Ctx, alias: string): Promise<string> {
  const found = (await listPeople(ctx.db)).find(
    (one) => one.alias.toLowerCase() === alias.trim().toLowerCase(),
  );
  if (found === undefined)
    throw new UsageError(`Nobody here is called ${alias}: "rowan people list" shows everybody.`);
  return found.id;
}

function sayLink(shell: Shell, config: Config, { token, expiresAt }: Invitation): void {
  const origin = config.url ?? `http://localhost:${config.port}`;
  shell.say(`${origin}/en/desk/invite/${token}`);
  shell.say(
    `The link works once, until ${minute(expiresAt)} UTC. Hand it over yourself, not by mail to a shared box.`,
  );
}
