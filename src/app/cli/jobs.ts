// SPDX-License-Identifier: EUPL-1.2
import type { Command } from 'commander';
import { type Again, whatGoesAgain } from '#platform/backup';
import { atomically } from '#platform/ctx';
import { jobPause, resumeJobs } from '#platform/jobs';
import { onInstallation } from './open.ts';
import { running, type Shell } from './shell.ts';
import { columns, minute, some } from './words.ts';

export function jobCommands(program: Command, shell: Shell): void {
  const jobs = program.command('jobs').description('work that waits to be done in the background');
  jobs
    .command('list')
    .description('say what waits and whether jobs are paused; exit 0 either way')
    .action(running(shell, () => list(shell)));
  jobs
    .command('resume')
    .description('let jobs run again that a restore paused; mail in the list then goes out')
    .action(running(shell, () => resume(shell)));
}

async function list(shell: Shell): Promise<number> {
  await onInstallation(shell.config(), async ({ ctx }) => {
    const pause = await jobPause(ctx.db);
    if (pause !== null) shell.say(`Jobs are paused since ${minute(pause.since)} UTC (${pause.why}).`);
    for (const line of againLines(await whatGoesAgain(ctx.db, ctx.now))) shell.say(line);
  });
  return 0;
}

async function resume(shell: Shell): Promise<number> {
  const were = await onInstallation(shell.config(), ({ ctx }) =>
    atomically(ctx, async (inner) => {
      const paused = await resumeJobs(inner.db);
      if (paused) inner.audit({ act: 'jobs.resume', kind: 'job', id: null });
      return paused;
    }),
  );
  shell.say(were ? 'Jobs run again within seconds.' : 'Jobs were not paused.');
  return 0;
}

/** What waits, for a person to read: names, counts and times, no addresses. */
export function againLines({ jobs, mails }: Again): string[] {
  const lines =
    jobs.length === 0
      ? ['No job waits.']
      : [
          `${some(
            jobs.reduce((sum, { n }) => sum + n, 0),
            'job',
          )} waiting:`,
        ];
  lines.push(...columns(jobs.map(({ job, n, first }) => ['', job, String(n), `from ${minute(first)} UTC`])));
  if (mails.length === 0) return [...lines, 'No mail waits.'];
  lines.push(`${some(mails.length, 'mail')} waiting:`);
  const end = (expired: boolean) => (expired ? 'will not go: older than 72 hours' : 'would go');
  lines.push(
    ...columns(
      mails.map(({ purpose, queued, expired }) => [
        '',
        purpose,
        `queued ${minute(queued)} UTC`,
        end(expired),
      ]),
    ),
  );
  return lines;
}
