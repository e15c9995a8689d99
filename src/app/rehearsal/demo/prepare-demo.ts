// SPDX-License-Identifier: EUPL-1.2
import { hasPeople } from '#platform/auth';
import { type Config, ConfigError } from '#platform/config';
import type { Ctx } from '#platform/ctx';
import { type Db, openDatabase } from '#platform/db';
import { isUntouched, readInstallation } from '#platform/setup';
import { importList, keepSnapshotsIn, publishSnapshot } from '#ratings';
import { inventReport } from '../../../rooms/reports/plugin.ts';
import { onInstallation } from '../../cli/open.ts';
import { prepareInvented } from '../prepare.ts';
import { inventedLists, inventedReports } from './invented.ts';
import { hasPeopleFile, signInsOf, writePeople } from './people-file.ts';

/** The settings of the demonstration beside an installation: a folder of its own, and no mail to anybody (H20). */
export function demoConfig(config: Config): Config {
  return { ...config, data: `${config.data}-demo`, smtpUrl: null };
}

/**
 * Makes the demonstration unless it is there. Answers whether it was made now. Throws a ConfigError where the database
 * is a real installation or a rehearsal, or where an earlier start was interrupted (H12).
 */
export async function prepareDemo(config: Config): Promise<'made' | 'there'> {
  // Looked at before any key is touched: a database of somebody else must not be given ours.
  if ((await whatIsThere(config)) === 'demo') {
    if (hasPeopleFile(config.data)) return 'there';
    throw new ConfigError(
      `The demonstration in ${config.data} was not finished. Remove that folder and start again.`,
    );
  }
  await onInstallation(config, async ({ ctx }) => {
    keepSnapshotsIn(ctx.db, config.data);
    const staff = await prepareInvented(ctx, 'demo');
    for (const { category, hosts } of inventedLists) {
      await importList(ctx, {
        stream: bytesOf(hosts),
        format: 'domains',
        category,
        source: `Invented list: ${category}`,
        licence: 'CC0-1.0',
      });
    }
    await publishSnapshot(ctx);
    await writePeople(config.data, signInsOf(staff));
  });
  return 'made';
}

/** Fills the queue. The rooms must be mounted, or nobody hears of the reports. */
export async function inventReports(ctx: Ctx): Promise<number> {
  const site = await readInstallation(ctx.db);
  for (const answers of inventedReports) await inventReport(ctx, { answers, site, lang: 'en' });
  return inventedReports.length;
}

async function* bytesOf(hosts: readonly string[]) {
  yield Buffer.from(`${hosts.join('\n')}\n`);
}

async function whatIsThere(config: Config): Promise<'nothing' | 'demo'> {
  const { data: dataFolder, databaseUrl } = config;
  const database = await openDatabase({ dataFolder, databaseUrl, role: 'command' });
  try {
    return await kindOf(database.db, databaseUrl === null ? dataFolder : 'DATABASE_URL');
  } finally {
    await database.close();
  }
}

async function kindOf(db: Db, place: string): Promise<'nothing' | 'demo'> {
  const isEmpty = (await isUntouched(db)) && !(await hasPeople(db));
  if (isEmpty) return 'nothing';
  const { kind } = await readInstallation(db);
  if (kind === 'demo') return 'demo';
  const words = kind === 'real' ? 'a real installation' : 'a rehearsal';
  throw new ConfigError(
    `${place} holds ${words}. A demonstration starts in an empty database only; nothing was changed.`,
  );
}
