// SPDX-License-Identifier: EUPL-1.2
import type { Command } from 'commander';
import { translator } from '#platform/i18n';
import { codeNow, hasPeopleFile, peopleFile, readPeople } from '../rehearsal/demo/people-file.ts';
import { demoConfig, inventReports, prepareDemo } from '../rehearsal/demo/prepare-demo.ts';
import { serve } from '../serve.ts';
import type { Rowan } from '../start.ts';
import { running, type Shell, UsageError } from './shell.ts';
import { columns, some } from './words.ts';

export function demoCommands(program: Command, shell: Shell): void {
  const demo = program
    .command('demo')
    .description(
      'serve a demonstration with invented people from <ROWAN_DATA>-demo; it can never become a real installation',
    )
    .action(running(shell, () => start(shell)));
  demo
    .command('codes')
    .description('print how the invented people sign in, with the codes that count now')
    .action(running(shell, () => sayPeople(shell)));
}

async function start(shell: Shell): Promise<undefined> {
  const config = demoConfig(shell.config());
  shell.say(`A demonstration with invented people, in ${config.data}. Nobody reads what is sent here.`);
  const state = await prepareDemo(config);
  await serve(config, import.meta.dirname, async (rowan) => {
    const made = state === 'made' ? await fillQueue(rowan) : 'It was there already and goes on.';
    return ['', made, '', ...(await peopleLines(config.data)), ''];
  });
}

async function fillQueue({ services: { database, now, log } }: Rowan): Promise<string> {
  const n = await inventReports({
    db: database.db,
    actor: { kind: 'system', name: 'demo' },
    now: now(),
    log,
    t: translator('en'),
    audit: () => {
      throw new TypeError('an audit entry is written inside atomically()');
    },
    keys: null,
  });
  return `${some(n, 'invented report')} on the way to the desk.`;
}

async function sayPeople(shell: Shell): Promise<number> {
  const { data } = demoConfig(shell.config());
  if (!hasPeopleFile(data))
    throw new UsageError(`There is no demonstration in ${data}: rowan demo makes one.`);
  for (const line of await peopleLines(data)) shell.say(line);
  return 0;
}

async function peopleLines(data: string): Promise<string[]> {
  const now = new Date();
  const rows = (await readPeople(data)).map((one) => [
    `  ${one.alias}`,
    one.password,
    one.key,
    codeNow(one, now),
  ]);
  return [
    'Sign in at /en/desk/sign-in as one of these (a code counts for 30 seconds, and once):',
    ...columns([['  name', 'password', 'authenticator key', 'code now'], ...rows]),
    `They stand in ${peopleFile(data)}. Codes later: npm run cli -- demo codes`,
  ];
}
