// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '#platform/db';
import { type WaitingJob, waitingJobs } from '#platform/jobs';
import { reading } from '../tables.ts';

/** Mail of the backup that its jobs would send: perhaps a second time. */
export interface WaitingMail {
  purpose: string;
  queued: Date;
  /** Its words were kept readable for 72 hours only: it will not go. */
  expired: boolean;
}

/** What would happen once the jobs of a backup are resumed. Codes and times; addresses stay sealed. */
export interface Again {
  jobs: WaitingJob[];
  mails: WaitingMail[];
}

export async function whatGoesAgain(db: Db, now: Date): Promise<Again> {
  const mails = await reading(db)
    .selectFrom('platform.mail_outbox as m')
    .leftJoin('platform.machine_box as b', 'b.id', 'm.machine_box_id')
    .select(['m.purpose', 'm.created_at as queued', 'b.expires'])
    .where('m.state', '=', 'queued')
    .orderBy('m.created_at')
    .execute();
  return {
    jobs: await waitingJobs(db),
    mails: mails.map(({ purpose, queued, expires }) => ({
      purpose,
      queued,
      expired: expires === null || expires <= now,
    })),
  };
}
