// SPDX-License-Identifier: EUPL-1.2
import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type Command, Option } from 'commander';
import {
  checkHost,
  claimsAbout,
  deltasSince,
  importPath,
  keepSnapshotsIn,
  publishSnapshot,
  snapshotNow,
} from '#ratings';
import { type Installed, onInstallation } from './open.ts';
import { running, type Shell, UsageError } from './shell.ts';
import { bar, columns, count, megabytes, seconds, some } from './words.ts';

const FORMATS = ['hosts', 'domains', 'ut1'] as const;

interface ImportOptions {
  format: (typeof FORMATS)[number];
  category?: string;
  source: string;
  licence: string;
  group?: string;
  publish?: true;
}

export function ratingsCommands(program: Command, shell: Shell): void {
  const ratings = program.command('ratings').description('lists of hosts, and what follows from them');
  ratings
    .command('import')
    .argument('<path>', 'a list, plain or .gz, or a UT1 folder')
    .description('read a list of somebody else: the whole list replaces what the same source said before')
    .addOption(new Option('--format <format>').choices(FORMATS).makeOptionMandatory())
    .requiredOption('--source <name>', 'whose list it is')
    .requiredOption('--licence <name>', 'under which licence it is used')
    .option('--category <code>', 'what it says about its hosts; a UT1 folder says so itself')
    .option('--group <name>', 'lists that copy each other share a group and count as one voice')
    .option('--publish', 'publish at once instead of leaving it to the running server')
    .action(running(shell, (path: string, options: ImportOptions) => importList(shell, path, options)));
  ratings
    .command('check')
    .argument('<host>')
    .description('say what lists and people say about one exact host; exit 2 when nobody says anything')
    .action(running(shell, (host: string) => check(shell, host)));
  ratings
    .command('publish')
    .description('build all ratings anew and publish them signed')
    .action(running(shell, () => publish(shell)));
  ratings
    .command('export')
    .argument('<folder>')
    .description(
      'copy the signed snapshot and its deltas, as a guard somewhere else needs them; it has no readable names',
    )
    .action(running(shell, (folder: string) => exportTo(shell, folder)));
}

function onRatings<T>(shell: Shell, work: (installed: Installed) => Promise<T>): Promise<T> {
  return onInstallation(shell.config(), (installed) => {
    keepSnapshotsIn(installed.database.db, installed.config.data);
    return work(installed);
  });
}

async function importList(shell: Shell, path: string, options: ImportOptions): Promise<number> {
  const started = performance.now();
  const { publish: now, category = null, ...order } = options;
  await onRatings(shell, async ({ ctx }) => {
    const found = await importPath(ctx, {
      ...order,
      category,
      path: resolve(path),
      onProgress: ({ claims, refused, bytes, size }) => {
        const rate = Math.round(claims / Math.max(0.001, (performance.now() - started) / 1000));
        const part = size === null ? megabytes(bytes) : bar(bytes / Math.max(1, size));
        shell.progress?.show(
          `${part} ${count(claims)} read, ${count(refused)} refused, ${count(rate)} hosts/s`,
        );
      },
    });
    shell.progress?.end();
    const rate = count(Math.round(found.said / Math.max(0.001, found.seconds)));
    shell.say(
      `${count(found.said)} read from ${count(found.lines)} lines: ${count(found.added)} new, ${count(found.kept)} known, ${count(found.gone)} gone. ${seconds(found.seconds)}, ${rate} hosts/s.`,
    );
    for (const line of refusedLines(found.refused)) shell.say(line);
    if (found.left.length > 0)
      shell.say(`Not read, because we have no such category: ${found.left.join(', ')}`);
    if (now) await sayPublished(shell, ctx);
    else shell.say('A running server publishes it now; where none runs: rowan ratings publish.');
  });
  return 0;
}

function refusedLines(refused: Awaited<ReturnType<typeof importPath>>['refused']): string[] {
  const kinds = Object.entries(refused).sort(([, a], [, b]) => b.count - a.count);
  if (kinds.length === 0) return ['No line was refused.'];
  const total = kinds.reduce((sum, [, kind]) => sum + kind.count, 0);
  return [
    `${some(total, 'line')} refused:`,
    ...columns(
      kinds.map(([reason, { count: n, examples }]) => {
        const [first] = examples;
        return ['', reason, count(n), first === undefined ? '' : `e.g. line ${first.line}: ${first.text}`];
      }),
    ),
  ];
}

async function publish(shell: Shell): Promise<number> {
  await onRatings(shell, ({ ctx }) => sayPublished(shell, ctx));
  return 0;
}

async function sayPublished(shell: Shell, ctx: Installed['ctx']): Promise<void> {
  const { number, hosts, bytes, seconds: took } = await publishSnapshot(ctx);
  shell.say(`Snapshot ${number}: ${count(hosts)} hosts, ${megabytes(bytes)}, ${seconds(took)}.`);
}

async function check(shell: Shell, host: string): Promise<number> {
  return onRatings(shell, async ({ ctx }) => {
    const about = await claimsAbout(ctx.db, host, ctx.now);
    const known = await checkHost(ctx.db, host);
    if (about === null || known === null) throw new UsageError(`${host} is no host name.`);
    const { claims, addresses, decisions, rating } = about;
    if (claims.length + addresses.length + decisions.length === 0) {
      shell.say(`Nobody says anything about ${about.host}.`);
      return 2;
    }
    const rows = claims.map((one) => [
      '',
      one.category,
      one.below ? `${one.host} and below` : one.host,
      `since ${one.since}`,
      one.source,
      one.isHeard ? '' : '(too old to be heard)',
    ]);
    for (const one of addresses)
      rows.push(['', one.category, `${about.host}${one.path}`, 'one page', one.source, '']);
    for (const one of decisions)
      rows.push(['', `decided: ${one.state}`, one.scope, `from age ${one.minAge}`, '', '']);
    shell.say(`${about.host}${known.standing === null ? '' : ` (${known.standing})`}`);
    for (const line of columns(rows)) shell.say(line);
    shell.say(
      `By lists alone: from age ${rating.verdict.minAge}, ${rating.sure === 'fairly' ? 'fairly sure' : 'not sure'}.`,
    );
    return 0;
  });
}

async function exportTo(shell: Shell, folder: string): Promise<number> {
  return onRatings(shell, async ({ ctx, config }) => {
    const now = await snapshotNow(ctx.db);
    if (now === null) throw new UsageError('Nothing is published yet: rowan ratings publish.');
    const target = resolve(folder);
    await mkdir(target, { recursive: true });
    await copyFile(join(config.data, now.path), join(target, `${now.number}.rix`));
    await writeFile(join(target, `${now.number}.rix.sig`), `${JSON.stringify(now.signature)}\n`);
    const deltas = (await deltasSince(ctx.db, now.number)) ?? [];
    for (const { number, bytes, signature } of deltas) {
      await writeFile(join(target, `${number}.rixd`), bytes);
      await writeFile(join(target, `${number}.rixd.sig`), `${JSON.stringify(signature)}\n`);
    }
    shell.say(
      `${target}: snapshot ${now.number} with ${count(now.hosts)} hosts, ${some(deltas.length, 'delta')}.`,
    );
    return 0;
  });
}
