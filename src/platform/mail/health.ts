// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '#platform/db';
import { reading } from './tables.ts';

export interface MailHealth {
  waiting: number;
  failed: number;
}

/** How many mails wait and how many could not be delivered. */
export async function mailHealth(db: Db): Promise<MailHealth> {
  const rows = await reading(db)
    .selectFrom('platform.mail_outbox')
    .select(({ fn }) => ['state', fn.countAll<number>().as('n')])
    .where('state', 'in', ['queued', 'failed'])
    .groupBy('state')
    .execute();
  const count = (state: string) => Number(rows.find((row) => row.state === state)?.n ?? 0);
  return { waiting: count('queued'), failed: count('failed') };
}
