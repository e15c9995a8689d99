// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import { z } from 'zod';
import { atomically } from '#platform/ctx';
import { defineJob } from '#platform/jobs';
import { writing } from '../tables.ts';

const ORPHAN_DAYS = 30;
const DAY = 86_400_000;

/** Deletes files that no record names, neither today nor in its history, and that nobody added lately. */
export const sweepFilesJob = defineJob<Record<string, never>>({
  name: 'records:sweep-files',
  payload: z.strictObject({}),
  cron: '17 3 * * *',
  run: async (ctx) => {
    await atomically(ctx, async (inner) => {
      const { rows } = await sql<{ sha256: string }>`
        delete from records.file f
        where f.added_at < ${new Date(inner.now.getTime() - ORPHAN_DAYS * DAY)}
          and not exists (select from records.file_use u where u.sha256 = f.sha256)
          and not exists (select from records.part p where p.lang = '' and strpos(p.body::text, encode(f.sha256, 'hex')) > 0)
          and not exists (select from records.revision r where r.lang = '' and strpos(r.body::text, encode(f.sha256, 'hex')) > 0)
        returning encode(f.sha256, 'hex') as sha256`.execute(writing(inner.db));
      for (const { sha256 } of rows) inner.audit({ act: 'file.swept', kind: 'file', id: sha256, code: null });
    });
  },
});
