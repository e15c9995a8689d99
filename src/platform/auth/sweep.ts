// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import { transaction } from '#platform/db';
import { defineJob } from '#platform/jobs';
import { sweepSessions } from './sessions.ts';
import { writing } from './tables.ts';

/** Removes what has run out: sessions, links, challenges, news. Reading checks the time itself, so this is only tidiness. */
export const sweep = defineJob({
  name: 'auth.sweep-sessions',
  payload: z.object({}),
  cron: '*/5 * * * *',
  run: async ({ db, now }) => {
    await sweepSessions(db, now);
    await transaction(db, async (tx) => {
      await writing(tx).deleteFrom('platform.passkey_challenge').where('expires_at', '<=', now).execute();
      await writing(tx).deleteFrom('platform.invite').where('expires_at', '<=', now).execute();
      await writing(tx).deleteFrom('platform.team_news').where('until', '<=', now).execute();
    });
  },
});
